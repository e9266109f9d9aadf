// The list of messages: places, replaces and removes single elements, so that focus and scroll position stay
// what they are.

import { byId, make, reducedMotion } from "./dom.js";
import { day, t } from "./i18n.js";
import { messageElement, pendingElement } from "./render.js";

const NEAR = 80;

export class Timeline {
  constructor(scene, older) {
    this.scene = scene;
    this.older = older;
    this.messages = new Map();
    this.root = byId("messages");
    this.jumpButton = byId("new-messages");
    this.more = false;
    this.stuck = true;
    this.listen();
    this.clear();
  }

  listen() {
    this.stop = new AbortController();
    const { signal } = this.stop;
    this.root.addEventListener("scroll", () => this.scrolled(), { signal, passive: true });
    this.jumpButton.addEventListener("click", () => this.jumpToBottom(), { signal });
    this.height = this.root.clientHeight;
    this.sizes = new ResizeObserver(() => this.resized());
    this.sizes.observe(this.root);
  }

  close() {
    this.stop.abort();
    this.sizes.disconnect();
    this.root.replaceChildren();
    this.jumpButton.hidden = true;
  }

  clear() {
    this.messages.clear();
    this.list = make("div", { class: "list" });
    this.pending = make("div", { class: "list" });
    this.olderButton = make("button", { type: "button", class: "small older", text: t("messages-older"), on: { click: () => this.older() } });
    this.olderButton.hidden = true;
    this.root.replaceChildren(this.olderButton, make("div", { class: "filler" }), this.list, this.pending);
    this.sizes.observe(this.list);
    this.sizes.observe(this.pending);
  }

  /** A whole answer of the server at once. */
  fill(messages, more) {
    this.clear();
    for (const message of messages) this.insert(message);
    this.setMore(more);
    this.toBottom();
  }

  prepend(messages, more) {
    const below = this.root.scrollHeight - this.root.scrollTop;
    for (const message of messages) this.insert(message);
    this.setMore(more);
    this.root.scrollTop = this.root.scrollHeight - below;
  }

  setMore(more) {
    this.more = more;
    if (!more && document.activeElement === this.olderButton) this.root.focus();
    this.olderButton.hidden = !more;
  }

  oldest() {
    return Math.min(...this.messages.keys());
  }

  has(id) {
    return this.messages.has(id);
  }

  /** New or changed. */
  put(message) {
    const known = this.messages.has(message.id);
    if (known) this.replace(message);
    else this.insert(message);
    if (known) return;
    if (this.stuck || message.mine) this.toBottom();
    else this.jumpButton.hidden = false;
  }

  insert(message) {
    this.messages.set(message.id, message);
    const element = messageElement(message, this.scene);
    const home = message.album ? this.albumOf(message) : this.list;
    placeByOrder(home, element, message.id);
    if (home === this.list) this.placeDay(message);
  }

  albumOf(message) {
    const found = [...this.list.querySelectorAll(".album")].find((album) => album.dataset.album === message.album);
    if (found) return found;
    const names = message.mine ? "album mine" : "album";
    const album = make("div", { class: names, data: { album: message.album, kind: message.kind } });
    placeByOrder(this.list, album, message.id);
    this.placeDay(message);
    return album;
  }

  placeDay(message) {
    const name = day(message.date);
    const order = message.id - 0.5;
    const known = [...this.list.querySelectorAll(".day")].find((line) => line.dataset.day === name);
    if (known && Number(known.dataset.order) <= order) return;
    if (known) known.remove();
    const line = make("div", { class: "day", data: { day: name } }, make("span", { text: name }));
    placeByOrder(this.list, line, order);
  }

  replace(message) {
    const old = this.element(message.id);
    const kind = document.activeElement.matches(".inline-button") ? ".inline-button" : "a, button";
    const focused = [...old.querySelectorAll(kind)].indexOf(document.activeElement);
    const fresh = messageElement(message, this.scene);
    fresh.dataset.order = old.dataset.order;
    this.messages.set(message.id, message);
    old.replaceWith(fresh);
    if (focused < 0) return;
    const next = fresh.querySelectorAll(kind)[focused] || fresh.querySelector(".inline-button") || fresh.querySelector(".actions");
    next.focus({ preventScroll: this.stuck });
  }

  remove(id) {
    const element = this.element(id);
    this.messages.delete(id);
    if (!element) return;
    const hadFocus = element.contains(document.activeElement);
    const album = element.closest(".album");
    element.remove();
    if (album && !album.children.length) album.remove();
    for (const line of this.list.querySelectorAll(".day")) {
      if (!line.nextElementSibling || line.nextElementSibling.matches(".day")) line.remove();
    }
    if (hadFocus) this.root.focus();
  }

  element(id) {
    return this.list.querySelector(`[data-message-id="${Number(id)}"]`);
  }

  showPending(items) {
    const shown = new Map([...this.pending.children].map((element) => [element.dataset.clientId, element]));
    const added = items.some((item) => !shown.has(item.client_id));
    const hadFocus = this.pending.contains(document.activeElement);
    this.pending.replaceChildren(...items.map((item) => pendingElement(item, this.scene)));
    if (hadFocus) (this.pending.querySelector("button") || byId("text")).focus();
    if (added) this.toBottom();
  }

  showProgress(item) {
    const element = [...this.pending.children].find((one) => one.dataset.clientId === item.client_id);
    if (!element) return;
    element.querySelector("progress").value = item.progress;
    const words = t("upload-progress", { percent: Math.round(item.progress * 100) });
    element.querySelector("progress").title = words;
  }

  jump(id) {
    const element = this.element(id);
    element.scrollIntoView({ block: "center", behavior: reducedMotion() ? "auto" : "smooth" });
    element.classList.add("pointed");
    setTimeout(() => element.classList.remove("pointed"), 1500);
  }

  jumpToBottom() {
    this.root.focus({ preventScroll: true });
    this.toBottom(true);
  }

  toBottom(smooth = false) {
    this.stuck = true;
    this.jumpButton.hidden = true;
    this.root.scrollTo({ top: this.root.scrollHeight, behavior: smooth && !reducedMotion() ? "smooth" : "auto" });
  }

  resized() {
    this.height = this.root.clientHeight;
    if (this.stuck) this.toBottom();
  }

  /** A keyboard that comes up shrinks the list before its observer runs: nobody scrolled away then. */
  scrolled() {
    if (this.root.clientHeight !== this.height) return;
    this.stuck = this.root.scrollHeight - this.root.scrollTop - this.root.clientHeight < NEAR;
    if (this.stuck) this.jumpButton.hidden = true;
    if (this.more && this.root.scrollTop < NEAR) this.older();
  }
}

function placeByOrder(home, element, order) {
  element.dataset.order = order;
  const after = [...home.children].reverse().find((child) => Number(child.dataset.order) < order);
  if (after) after.after(element);
  else home.prepend(element);
}
