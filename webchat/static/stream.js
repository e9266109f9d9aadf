// Server-sent events read through fetch, so that the key stays in a header. Goes on from the last cursor
// after every break.

const SILENCE = 60000;
const FIRST_WAIT = 500;
const LONGEST_WAIT = 10000;

/** Cuts a growing text into events; returns what is left over. */
export function cutEvents(text, onEvent) {
  const blocks = text.split(/\r?\n\r?\n/);
  const rest = blocks.pop();
  for (const block of blocks) {
    const event = { id: null, event: "message", data: "" };
    for (const line of block.split(/\r?\n/)) {
      const [, field, value] = /^(\w+): ?(.*)$/.exec(line) || [];
      if (field === "data") event.data += (event.data ? "\n" : "") + value;
      else if (field === "id" || field === "event") event[field] = value;
    }
    if (event.data) onEvent({ ...event, data: JSON.parse(event.data) });
  }
  return rest;
}

export class Stream {
  /** `on`: event(name, data), status("connecting" | "connected" | "offline" | "gone"). */
  constructor(client, cursor, on) {
    this.client = client;
    this.cursor = cursor;
    this.on = on;
    this.closed = false;
    this.wake = () => {};
    this.onOnline = () => this.wake();
    this.onOffline = () => this.breakOff();
    window.addEventListener("online", this.onOnline);
    window.addEventListener("offline", this.onOffline);
    this.run();
  }

  close() {
    this.closed = true;
    window.removeEventListener("online", this.onOnline);
    window.removeEventListener("offline", this.onOffline);
    this.breakOff();
    this.wake();
  }

  breakOff() {
    if (this.stop) this.stop.abort();
  }

  say(status) {
    if (!this.closed) this.on.status(status);
  }

  async run() {
    this.say("connecting");
    let wait = FIRST_WAIT;
    while (!this.closed) {
      const outcome = await this.connectOnce();
      if (this.closed) return;
      if (outcome === "gone") return this.say("gone");
      if (outcome === "heard") wait = FIRST_WAIT;
      this.say("offline");
      await this.pause(wait * (0.75 + Math.random() / 2));
      wait = Math.min(wait * 2, LONGEST_WAIT);
    }
  }

  /** "heard": was connected for a while; "nothing": could not connect; "gone": no such chat. */
  async connectOnce() {
    this.stop = new AbortController();
    let outcome = "nothing";
    try {
      const answer = await this.client.events(this.cursor, this.stop.signal);
      if ([401, 403, 404].includes(answer.status)) return "gone";
      if (!answer.ok) return outcome;
      outcome = "heard";
      this.say("connected");
      await this.read(answer.body.getReader());
    } catch (error) {
      if (error instanceof SyntaxError) throw error;
      console.info("stream interrupted:", error.name);
    } finally {
      clearTimeout(this.silence);
    }
    return outcome;
  }

  async read(reader) {
    const decoder = new TextDecoder();
    let text = "";
    for (;;) {
      clearTimeout(this.silence);
      this.silence = setTimeout(() => this.breakOff(), SILENCE);
      const { done, value } = await reader.read();
      if (done || this.closed) return;
      text = cutEvents(text + decoder.decode(value, { stream: true }), (event) => this.take(event));
    }
  }

  take({ id, event, data }) {
    if (this.closed) return;
    if (id !== null && id !== "") this.cursor = Number(id);
    this.on.event(event, data);
  }

  pause(milliseconds) {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
