// Files of messages: fetched with the key in a header, shown and saved from blob addresses.

import { make } from "./dom.js";
import { bytes, t } from "./i18n.js";
import { alertBox, openSheet, toast } from "./sheet.js";

/** Browsers inside other apps, which download nothing and say nothing of it. */
const IN_APP = /MicroMessenger|QQ\/|AlipayClient|DingTalk|Weibo/;

/** Blob addresses of one open chat. */
export class Media {
  constructor(client) {
    this.client = client;
    this.addresses = new Map();
    this.watch = new IntersectionObserver((entries) => this.seen(entries), { rootMargin: "400px" });
    this.waiting = new WeakMap();
  }

  close() {
    this.watch.disconnect();
    for (const address of this.addresses.values()) address.then(URL.revokeObjectURL, () => null);
  }

  address(file) {
    if (!this.addresses.has(file.id)) {
      const coming = this.client.file(file.id).then((blob) => URL.createObjectURL(blob));
      this.addresses.set(file.id, coming);
      coming.catch(() => this.addresses.delete(file.id));
    }
    return this.addresses.get(file.id);
  }

  /** Runs `load` when the element comes near the visible part. */
  later(element, load) {
    this.waiting.set(element, load);
    this.watch.observe(element);
  }

  seen(entries) {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      this.watch.unobserve(target);
      this.waiting.get(target)();
    }
  }

  element({ kind, file }) {
    if (!file) return null;
    if (kind === "photo" || kind === "sticker") return this.picture(file, kind);
    if (["video", "animation", "audio", "voice"].includes(kind)) return this.player(file, kind);
    return this.document(file);
  }

  picture(file, kind) {
    const size = { width: file.width || 320, height: file.height || 240 };
    const image = make("img", { alt: t(kind), class: "picture-image", ...size });
    const button = make("button", { type: "button", class: `picture ${kind}`, "aria-label": t("photo-open") }, image);
    const load = () => this.showIn(image, button, file);
    button.addEventListener("click", () => (image.src ? this.view(file) : load()));
    this.later(button, load);
    return button;
  }

  async showIn(image, button, file) {
    try {
      image.src = await this.address(file);
      button.classList.remove("failed");
    } catch (error) {
      button.classList.add("failed");
      button.title = t("photo-failed");
      console.info("photo not loaded:", error.message);
    }
  }

  view(file) {
    openSheet(t("photo"), async (body) => {
      const image = make("img", { class: "viewer-image", alt: t("photo") });
      const save = make("button", {
        type: "button", class: "primary", text: t("document-download", { name: file.name || t("photo") }),
        on: { click: () => this.save(file, save) },
      });
      body.append(image, save);
      image.src = await this.address(file);
    }, "viewer");
  }

  player(file, kind) {
    const button = make("button", {
      type: "button", class: "document", on: { click: () => this.play(button, file, kind) },
    }, make("span", { class: "document-icon", text: "▶", "aria-hidden": "true" }),
    make("span", { class: "document-name", text: `${t("media-play")} · ${file.name || t(kind)}` }));
    return button;
  }

  async play(button, file, kind) {
    const address = await this.fetched(button, file);
    if (!address) return;
    const player = make(kind === "video" || kind === "animation" ? "video" : "audio", { controls: true, class: "player", src: address });
    button.replaceWith(player);
    player.focus();
  }

  document(file) {
    const name = file.name || t("file");
    const button = make("button", {
      type: "button", class: "document", "aria-label": t("document-download", { name }),
      on: { click: () => this.save(file, button) },
    }, make("span", { class: "document-icon", text: "↓", "aria-hidden": "true" }),
    make("span", { class: "document-words" },
      make("span", { class: "document-name", text: name }),
      make("span", { class: "document-size", text: bytes(file.size || 0) })));
    return button;
  }

  async save(file, button) {
    if (IN_APP.test(navigator.userAgent)) {
      await alertBox(t("download-in-app-title"), t("download-in-app"));
      return;
    }
    const address = await this.fetched(button, file);
    if (!address) return;
    const anchor = make("a", { href: address, download: file.name || t("file") });
    document.body.append(anchor);
    anchor.click();
    anchor.remove();
  }

  async fetched(button, file) {
    button.setAttribute("aria-busy", "true");
    try {
      return await this.address(file);
    } catch (error) {
      toast(t("download-failed", { reason: error.passing ? t("offline-reason") : error.message }));
      return null;
    } finally {
      button.removeAttribute("aria-busy");
    }
  }
}
