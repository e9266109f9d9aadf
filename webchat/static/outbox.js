// What is on its way out of one chat, in order. Each thing keeps its client_id through every retry, so the
// server takes it once; texts survive a reload, files are lost with the page (the browser asks first).
// An outbox goes on sending while another chat is shown.

import { dropUnsent, keepUnsent, unsent } from "./store.js";

const FIRST_WAIT = 1000;
const LONGEST_WAIT = 15000;

function newId() {
  const random = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(random, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

const NOBODY = { changed: () => {}, progress: () => {}, sent: () => {} };
const outboxes = new Map();

export function outboxOf(chat, client) {
  if (!outboxes.has(chat)) outboxes.set(chat, new Outbox(chat, client));
  return outboxes.get(chat);
}

export const filesUnderWay = () => [...outboxes.values()].some((outbox) => outbox.busyWithFiles());

export function dropOutbox(chat) {
  const outbox = outboxes.get(chat);
  outboxes.delete(chat);
  if (outbox) [...outbox.items].forEach((item) => outbox.discard(item));
}

class Outbox {
  constructor(chat, client) {
    this.chat = chat;
    this.client = client;
    this.on = NOBODY;
    this.turn = 0;
    this.wake = () => {};
    this.items = unsent(chat).map((item) => ({ ...item, state: item.state === "refused" ? "refused" : "waiting" }));
    window.addEventListener("online", () => this.wake());
  }

  /** `on`: changed(items), progress(item), sent(messages). */
  show(on) {
    this.on = on;
  }

  hide() {
    this.on = NOBODY;
  }

  busyWithFiles() {
    return this.items.some((item) => item.files && item.state !== "refused");
  }

  add(item) {
    this.turn += 1;
    const queued = { ...item, client_id: newId(), state: "sending", at: Date.now(), turn: this.turn };
    this.items.push(queued);
    this.keep(queued);
    this.changed();
    this.run();
  }

  keep(item) {
    if (!item.files) keepUnsent(this.chat, item);
  }

  drop(item) {
    this.items = this.items.filter((other) => other !== item);
    dropUnsent(this.chat, item.client_id);
    this.changed();
  }

  changed() {
    this.on.changed(this.items);
  }

  retry(item) {
    Object.assign(item, { state: "sending", error: null });
    this.keep(item);
    this.changed();
    this.run();
  }

  discard(item) {
    this.drop(item);
    if (item.abort) item.abort();
  }

  /** The server has shown the message: it has arrived, whatever became of the answer. */
  settle(clientId) {
    const item = this.items.find((one) => one.client_id === clientId);
    if (item && !(item.files && item.state === "sending")) this.drop(item);
  }

  async run() {
    if (this.running) return;
    this.running = true;
    try {
      for (let item = this.next(); item; item = this.next()) await this.attempt(item);
    } finally {
      this.running = false;
    }
  }

  next() {
    return this.items.find((item) => item.state !== "refused");
  }

  async deliver(item) {
    const { text, client_id, reply_to, phone_number } = item;
    if (item.files) return this.client.upload(item, (share) => this.progressed(item, share));
    if (phone_number) return [await this.client.contact({ phone_number, client_id })];
    return [await this.client.send(reply_to ? { text, client_id, reply_to } : { text, client_id })];
  }

  progressed(item, share) {
    item.progress = share;
    this.on.progress(item);
  }

  async attempt(item) {
    try {
      const messages = await this.deliver(item);
      this.wait = FIRST_WAIT;
      this.on.sent(messages);
      this.drop(item);
    } catch (error) {
      if (error.passing === undefined) throw error;
      if (!this.items.includes(item)) return;
      if (error.passing) await this.holdBack(item, error);
      else this.refuse(item, error.message);
    }
  }

  refuse(item, reason) {
    Object.assign(item, { state: "refused", error: reason });
    this.keep(item);
    this.changed();
  }

  /** A server that names a time is not asked before. */
  async holdBack(item, { seconds, message }) {
    Object.assign(item, { state: "waiting", slow: seconds ? message : null });
    this.changed();
    const wait = seconds ? seconds * 1000 : this.wait || FIRST_WAIT;
    this.wait = Math.min(wait * 2, LONGEST_WAIT);
    await new Promise((resolve) => {
      const timer = setTimeout(resolve, wait);
      this.wake = () => {
        if (seconds) return;
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
