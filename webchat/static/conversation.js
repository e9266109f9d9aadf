// One open chat: what the server has, what comes in, what goes out.

import { announce, isNews } from "./announce.js";
import { clientFor } from "./api.js";
import { t } from "./i18n.js";
import { Media } from "./media.js";
import { outboxOf } from "./outbox.js";
import { choose, copyText, toast } from "./sheet.js";
import { Stream } from "./stream.js";
import { Taps, urlButton } from "./taps.js";
import { Timeline } from "./timeline.js";

const FIRST_WAIT = 1000;
const LONGEST_WAIT = 10000;
/** The server keeps events for days, not for ever: after this long (ms), what is shown is read anew. */
const OLD_STREAM = 12 * 3600 * 1000;

export class Conversation {
  /** `page`: composer, keyboard, line, and shape(), typing(), menu(button), named(state), arrived(), reopen(),
   * openedElsewhere(device). */
  constructor(record, page) {
    this.record = record;
    this.page = page;
    this.closed = false;
    this.loaded = false;
    this.heard = Date.now();
    this.client = clientFor(record);
    this.media = new Media(this.client);
    this.taps = new Taps(this.client);
    this.outbox = outboxOf(record.chat, this.client);
    this.timeline = new Timeline(this.scene(), () => this.older());
    this.outbox.show({
      changed: (items) => this.outboxChanged(items),
      progress: (item) => this.timeline.showProgress(item),
      sent: (messages) => messages.forEach((message) => this.show(message)),
    });
  }

  /** What a message needs to know of its surroundings. */
  scene() {
    return {
      media: this.media,
      outbox: this.outbox,
      botName: this.record.bot.name,
      find: (id) => this.timeline.messages.get(id),
      jump: (id) => this.timeline.jump(id),
      tap: (message, button, element) => this.taps.tap(message, button, element),
      say: (text) => this.say(text),
      actions: (message) => this.actions(message),
      copy: copyText,
      urlButton,
    };
  }

  async open() {
    this.outboxChanged(this.outbox.items);
    const state = await this.firstState();
    if (!state || this.closed) return;
    this.loaded = true;
    this.taps.botName = state.bot.name;
    this.page.named(state);
    this.timeline.fill(state.messages, state.more);
    for (const message of state.messages) this.outbox.settle(message.client_id);
    this.page.keyboard.set(state.keyboard);
    this.page.keyboard.setCommands(state.commands);
    this.page.menu(state.menu);
    this.page.shape();
    this.stream = new Stream(this.client, state.cursor, {
      event: (name, data) => this.take(name, data),
      status: (status) => this.statusChanged(status),
    });
    this.outbox.run();
  }

  /** Asks until the server answers; null when it says that there is no such chat. */
  async firstState() {
    for (let wait = FIRST_WAIT; !this.closed; wait = Math.min(wait * 2, LONGEST_WAIT)) {
      try {
        return await this.client.state();
      } catch (error) {
        if (error.passing === undefined) throw error;
        this.page.line.show(error.passing ? "offline" : "gone");
        if (!error.passing) return null;
        await new Promise((resolve) => setTimeout(resolve, wait));
      }
    }
    return null;
  }

  close() {
    this.closed = true;
    if (this.stream) this.stream.close();
    this.outbox.hide();
    this.timeline.close();
    this.media.close();
  }

  statusChanged(status) {
    this.page.line.show(status);
    if (status !== "connected") return;
    if (Date.now() - this.heard > OLD_STREAM) this.page.reopen();
    this.heard = Date.now();
    this.outbox.wake();
  }

  take(name, data) {
    this.heard = Date.now();
    const actions = {
      message: () => this.show(data),
      edited: () => this.timeline.has(data.id) && this.changed(data),
      deleted: () => this.timeline.remove(data.id),
      keyboard: () => this.keyboardChanged(data),
      commands: () => this.page.keyboard.setCommands(data.commands || data),
      answer: () => this.taps.answered(data),
      menu: () => this.page.menu(data),
      typing: () => this.page.typing(),
      device: () => this.page.openedElsewhere(data),
    };
    if (name in actions) actions[name]();
    this.page.shape();
  }

  keyboardChanged(shape) {
    this.page.keyboard.set(shape);
    this.page.composer.setPlaceholder(shape && shape.placeholder);
  }

  show(message) {
    const fresh = !this.timeline.has(message.id);
    if (fresh) this.read(message);
    if (message.client_id) this.outbox.settle(message.client_id);
    this.timeline.put(message);
    if (fresh && !message.mine) this.page.arrived();
    this.page.shape();
  }

  changed(message) {
    this.read(message);
    this.timeline.put(message);
  }

  read(message) {
    if (isNews(message, this.timeline.messages.get(message.id))) announce(message, this.record.bot.name);
  }

  outboxChanged(items) {
    this.timeline.showPending(items);
    this.page.line.holds(items);
    this.page.shape();
  }

  empty() {
    return this.timeline.messages.size === 0 && this.outbox.items.length === 0;
  }

  say(text, replyTo = null) {
    this.outbox.add({ text, reply_to: replyTo });
  }

  sendFiles({ kind, files, caption }) {
    this.outbox.add({ kind, files, caption });
  }

  contact(number) {
    this.outbox.add({ phone_number: number, text: number });
  }

  async edit(message, text) {
    if (text === message.text) return true;
    try {
      this.timeline.put(await this.client.edit(message.id, text));
      return true;
    } catch (error) {
      if (error.passing === undefined) throw error;
      toast(t("edit-failed", { reason: error.status ? error.message : t("offline-reason") }));
      return false;
    }
  }

  async older() {
    if (this.loadingOlder || !this.timeline.more) return;
    this.loadingOlder = true;
    try {
      const { messages, more } = await this.client.state(this.timeline.oldest());
      if (!this.closed) this.timeline.prepend(messages, more);
    } catch (error) {
      if (error.passing === undefined) throw error;
      toast(error.status ? error.message : t("offline-reason"));
    } finally {
      this.loadingOlder = false;
    }
  }

  async actions(message) {
    const options = [{ label: t("action-reply"), value: "reply" }];
    if (message.mine && message.text) options.unshift({ label: t("action-edit"), value: "edit" });
    if (message.text) options.push({ label: t("action-copy"), value: "copy" });
    const chosen = await choose(t("message-actions"), options);
    if (chosen === "edit") this.page.composer.startEdit(message);
    if (chosen === "reply") this.page.composer.startReply(message);
    if (chosen === "copy") copyText(message.text);
  }
}
