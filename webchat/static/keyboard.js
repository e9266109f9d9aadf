// The bot's reply keyboard under the composer, and its menu of commands.

import { byId, make } from "./dom.js";
import { t } from "./i18n.js";
import { ask, choose } from "./sheet.js";

const NUMBER = /^\+?[\d\s().-]{5,24}$/;

export class Keyboard {
  /** `on`: say(text), contact(number). */
  constructor(on) {
    this.on = on;
    this.botName = "";
    this.shape = null;
    this.root = byId("keyboard");
    this.toggle = byId("keyboard-button");
    this.toggle.addEventListener("click", () => this.show(this.root.hidden));
    byId("commands-button").addEventListener("click", () => this.chooseCommand());
  }

  set(shape) {
    this.shape = shape && shape.rows && shape.rows.length ? shape : null;
    this.toggle.hidden = this.shape === null;
    const rows = this.shape ? this.shape.rows : [];
    const hadFocus = this.root.contains(document.activeElement);
    this.root.replaceChildren(...rows.map((row) => this.row(row)));
    this.show(this.shape !== null);
    if (hadFocus) byId("text").focus({ preventScroll: true });
  }

  show(visible) {
    this.root.hidden = !visible;
    this.toggle.setAttribute("aria-expanded", String(visible));
  }

  row(buttons) {
    return make("div", { class: "button-row" }, ...buttons.map((button) => make("button", {
      type: "button", class: "reply-button", text: button.text, on: { click: () => this.press(button) },
    })));
  }

  async press(button) {
    const once = this.shape && this.shape.one_time;
    if (button.request_contact) {
      const number = await this.askNumber();
      if (number === null) return;
      this.on.contact(number);
    } else {
      this.on.say(button.text);
    }
    if (once) this.show(false);
    byId("text").focus({ preventScroll: true });
  }

  /** Digits with an optional plus sign; null when the person would rather not. */
  async askNumber() {
    const number = await ask({
      title: t("contact-title", { bot: this.botName }),
      label: t("contact-label"),
      submit: t("contact-send"),
      type: "tel",
      autocomplete: "tel",
      inputmode: "tel",
      maxlength: 24,
      check: (value) => (NUMBER.test(value) ? null : t("contact-invalid")),
    });
    return number === null ? null : number.replace(/[^\d+]/g, "");
  }

  setCommands(commands) {
    this.commands = commands || [];
    byId("commands-button").hidden = this.commands.length === 0;
  }

  async chooseCommand() {
    const options = this.commands.map(({ command, description }) => (
      { label: description, detail: `/${command}`, value: `/${command}` }));
    const chosen = await choose(t("commands-title"), options, "commands");
    if (chosen) this.on.say(chosen);
  }
}
