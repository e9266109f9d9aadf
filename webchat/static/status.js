// The line below the name: how the connection is, what waits to be sent, and that it was sent.

import { byId } from "./dom.js";
import { t } from "./i18n.js";

const NOTE = 4000;
const PATIENCE = 1000;

export class StatusLine {
  constructor() {
    this.status = "none";
    this.waiting = 0;
    this.owed = 0;
  }

  show(status) {
    const before = this.status;
    this.status = status;
    byId("app").dataset.connection = status;
    if (["offline", "gone"].includes(status)) this.broken = true;
    if (status === "connecting" && before !== "offline") this.later(() => this.write(), PATIENCE);
    else this.write();
  }

  /** What the outbox holds; what was refused waits for the person, not for the line. */
  holds(items) {
    this.waiting = items.filter((item) => item.state !== "refused").length;
    if (this.status !== "connected") this.owed = Math.max(this.owed, this.waiting);
    if (this.broken && this.status !== "connecting") this.write();
  }

  clear() {
    this.show("none");
    this.owed = this.waiting = 0;
    this.broken = false;
  }

  write() {
    clearTimeout(this.timer);
    this.say(this.words());
    if (this.status !== "connected" || this.waiting) return;
    this.broken = false;
    this.owed = 0;
    this.later(() => this.say(""), NOTE);
  }

  words() {
    if (this.status === "none") return "";
    if (this.status !== "connected") {
      const unsent = this.waiting && this.status !== "gone";
      return unsent ? t("connection-unsent", { count: this.waiting }) : t(`connection-${this.status}`);
    }
    if (!this.broken) return "";
    if (this.waiting) return t("connection-sending", { count: this.waiting });
    return this.owed ? t("connection-sent", { count: this.owed }) : t("connection-connected");
  }

  /** Unchanged words are not said again. */
  say(words) {
    if (byId("status").textContent !== words) byId("status").textContent = words;
  }

  later(action, time) {
    clearTimeout(this.timer);
    this.timer = setTimeout(action, time);
  }
}
