// The line where a person types: draft, sending, editing, replying.

import { byId } from "./dom.js";
import { t } from "./i18n.js";
import { gist } from "./render.js";
import { split } from "./split.js";
import { draft, setDraft } from "./store.js";

const onPhone = () => window.matchMedia("(pointer: coarse)").matches;

export class Composer {
  /** `on`: say(text, replyTo), edit(message, text) → true when it was changed. */
  constructor(on) {
    this.on = on;
    this.chat = null;
    this.aim = null;
    this.form = byId("composer");
    this.field = byId("text");
    this.note = byId("composer-note");
    this.form.addEventListener("submit", (event) => this.submit(event));
    this.field.addEventListener("input", () => this.typed());
    this.field.addEventListener("keydown", (event) => this.pressed(event));
    byId("composer-note-cancel").addEventListener("click", () => this.leaveAim());
  }

  open(chat) {
    this.chat = null;
    this.leaveAim(false);
    this.chat = chat;
    this.set(draft(chat));
  }

  setPlaceholder(words) {
    this.field.placeholder = words || t("text-placeholder");
    this.field.enterKeyHint = onPhone() ? "enter" : "send";
  }

  set(text) {
    this.field.value = text;
    this.grow();
  }

  typed() {
    if (this.chat !== null && !this.editing()) setDraft(this.chat, this.field.value);
    this.grow();
  }

  grow() {
    this.field.style.height = "auto";
    this.field.style.height = `${this.field.scrollHeight + 2}px`;
    byId("send").classList.toggle("ready", this.field.value.trim() !== "");
  }

  pressed(event) {
    if (event.key === "Escape" && this.aim) return this.leaveAim();
    if (event.key !== "Enter" || event.isComposing || event.shiftKey) return undefined;
    const wanted = event.ctrlKey || event.metaKey || !onPhone();
    return wanted ? this.submit(event) : undefined;
  }

  editing() {
    return Boolean(this.aim && this.aim.edit);
  }

  startEdit(message) {
    this.aim = { edit: message };
    this.showAim(t("editing", { text: gist(message) }));
    this.set(message.text || "");
    this.field.focus();
  }

  startReply(message) {
    this.leaveAim(false);
    this.aim = { reply: message };
    this.showAim(t("replying", { text: gist(message) }));
    this.field.focus();
  }

  showAim(words) {
    byId("composer-note-text").textContent = words;
    this.note.hidden = false;
  }

  leaveAim(focus = true) {
    const wasEditing = this.editing();
    this.aim = null;
    this.note.hidden = true;
    if (wasEditing) this.set(this.chat === null ? "" : draft(this.chat));
    if (focus) this.field.focus();
  }

  async submit(event) {
    event.preventDefault();
    const text = this.field.value.trim();
    if (!text) return;
    if (this.editing()) {
      if (await this.on.edit(this.aim.edit, text)) this.leaveAim();
      return;
    }
    const replyTo = this.aim ? this.aim.reply.id : null;
    split(text).forEach((part, index) => this.on.say(part, index === 0 ? replyTo : null));
    this.set("");
    setDraft(this.chat, "");
    this.leaveAim();
  }
}
