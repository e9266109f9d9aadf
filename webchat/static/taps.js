// Buttons under messages: busy from the tap until the bot's answer.

import { make } from "./dom.js";
import { link, safeAddress, webAddress } from "./entities.js";
import { t } from "./i18n.js";
import { alertBox, toast } from "./sheet.js";

const PATIENCE = 15000;

export class Taps {
  constructor(client) {
    this.client = client;
    this.open = new Map();
    this.early = new Map();
    this.sending = 0;
  }

  async tap(message, button, element) {
    if (element.getAttribute("aria-busy") === "true") return;
    element.setAttribute("aria-busy", "true");
    this.sending += 1;
    try {
      const { callback_id: id } = await this.client.tap(message.id, button.data);
      this.wait(String(id), element);
    } catch (error) {
      if (error.passing === undefined) throw error;
      element.removeAttribute("aria-busy");
      toast(error.status ? t("tap-failed", { reason: error.message }) : t("tap-offline"));
    } finally {
      this.sending -= 1;
      if (!this.sending) this.early.clear();
    }
  }

  wait(id, element) {
    const timer = setTimeout(() => this.finish(id), PATIENCE);
    this.open.set(id, { element, timer });
    if (this.early.has(id)) this.answered(this.early.get(id));
  }

  finish(id) {
    const { element, timer } = this.open.get(id);
    clearTimeout(timer);
    element.removeAttribute("aria-busy");
    this.open.delete(id);
  }

  /** The answer may come before the tap's own response; answers to taps made elsewhere are not ours. */
  answered(answer) {
    const id = String(answer.callback_id);
    if (!this.open.has(id)) {
      if (this.sending) this.early.set(id, answer);
      return;
    }
    this.finish(id);
    const address = answer.url ? safeAddress(answer.url) : null;
    if (address) alertBox(this.botName, answer.text || "", [link(address, t("open-link"))]);
    else if (answer.text && answer.alert) alertBox(this.botName, answer.text);
    else if (answer.text) toast(answer.text);
  }
}

export function urlButton({ text, url }) {
  const address = webAddress(url);
  if (!address) return make("span", { class: "inline-button", text });
  const anchor = link(address, text);
  anchor.className = "inline-button";
  return anchor;
}
