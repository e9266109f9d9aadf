// Choosing, pasting and dropping files; a look at them and a caption before they go.

import { byId, icon, make } from "./dom.js";
import { bytes, t } from "./i18n.js";
import { choose, openSheet, toast } from "./sheet.js";

const MOST_BYTES = 50 * 1024 * 1024;
const MOST_IN_ALBUM = 10;
const CAPTION_LIMIT = 1024;

const isImage = (file) => file.type.startsWith("image/") && file.type !== "image/svg+xml";

function usable(file) {
  if (file.size > MOST_BYTES) toast(t("files-too-large", { name: file.name }));
  else if (file.size === 0) toast(t("files-empty", { name: file.name }));
  return file.size > 0 && file.size <= MOST_BYTES;
}

function pick(kind, onFiles) {
  const input = make("input", { type: "file", multiple: true, accept: kind === "photo" ? "image/*" : null, class: "file-input" });
  input.addEventListener("change", () => {
    onFiles(kind, [...input.files]);
    input.remove();
  });
  input.addEventListener("cancel", () => input.remove());
  document.body.append(input);
  input.click();
}

function picture(file, addresses) {
  const address = URL.createObjectURL(file);
  addresses.push(address);
  return make("img", { src: address, alt: "", class: "chosen-image" });
}

function chosenRow(file, kind, addresses, remove) {
  const cross = make("button", { type: "button", class: "icon-button", "aria-label": t("files-remove", { name: file.name }), on: { click: remove } }, icon("m6 6 12 12M18 6 6 18"));
  const image = kind === "photo" && isImage(file) ? picture(file, addresses) : null;
  return make("li", { class: "chosen" }, image,
    make("span", { class: "chosen-words" },
      make("span", { class: "document-name", text: file.name }),
      make("span", { class: "document-size", text: bytes(file.size) })),
    cross);
}

/** Resolves with {files, caption} or null. */
async function review(kind, files) {
  const chosen = [...files];
  const addresses = [];
  const result = await openSheet(t(`files-title-${kind}`, { count: chosen.length }), (body, close) => {
    const list = make("ul", { class: "chosen-list" });
    const caption = make("textarea", { id: "caption", class: "field", rows: 2, maxlength: CAPTION_LIMIT });
    for (const file of files) {
      const row = chosenRow(file, kind, addresses, () => {
        chosen.splice(chosen.indexOf(file), 1);
        row.remove();
        if (!chosen.length) close();
      });
      list.append(row);
    }
    const send = (event) => {
      event.preventDefault();
      close({ files: chosen, caption: caption.value.trim() });
    };
    body.append(make("form", { class: "form", on: { submit: send } }, list,
      make("label", { for: "caption", class: "label", text: t("files-caption") }), caption,
      make("button", { type: "submit", class: "primary", text: t("send"), autofocus: true })));
  }, "files");
  for (const address of addresses) URL.revokeObjectURL(address);
  return result;
}

export class Files {
  /** `send` takes {kind, files, caption}; at most ten files each, more become several albums. */
  constructor(send) {
    this.send = send;
    this.active = () => false;
    byId("attach-button").addEventListener("click", () => this.ask());
    byId("text").addEventListener("paste", (event) => this.pasted(event));
    this.listenForDrops();
  }

  async ask() {
    const kind = await choose(t("attach-title"), [
      { label: t("attach-photos"), detail: t("attach-photos-detail"), value: "photo" },
      { label: t("attach-documents"), detail: t("attach-documents-detail"), value: "document" },
    ]);
    if (kind) pick(kind, (chosen, files) => this.take(chosen, files));
  }

  async take(kind, all) {
    const files = all.filter(usable);
    if (!files.length) return;
    const sound = kind === "photo" && !files.every(isImage) ? "document" : kind;
    const answer = await review(sound, files);
    if (!answer) return;
    for (let at = 0; at < answer.files.length; at += MOST_IN_ALBUM) {
      const part = answer.files.slice(at, at + MOST_IN_ALBUM);
      this.send({ kind: sound, files: part, caption: at === 0 ? answer.caption : "" });
    }
  }

  pasted(event) {
    const files = [...event.clipboardData.files];
    if (!files.length) return;
    event.preventDefault();
    this.take(files.every(isImage) ? "photo" : "document", files);
  }

  listenForDrops() {
    const carriesFiles = (event) => this.active() && event.dataTransfer && [...event.dataTransfer.types].includes("Files");
    const show = (on) => byId("app").classList.toggle("dropping", on);
    document.addEventListener("dragover", (event) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      show(true);
    });
    document.addEventListener("dragleave", (event) => event.relatedTarget === null && show(false));
    document.addEventListener("drop", (event) => {
      show(false);
      if (!carriesFiles(event)) return;
      event.preventDefault();
      const files = [...event.dataTransfer.files];
      this.take(files.every(isImage) ? "photo" : "document", files);
    });
  }
}
