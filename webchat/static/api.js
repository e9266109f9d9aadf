// The server's JSON API (docs/webchat.md). A key travels in a header only, never in an address.

import { currentLanguage, LANGUAGES } from "./i18n.js";

const TIMEOUT = 30000;

/** The server said no. `passing`: the same request may succeed later, after `seconds` when it says so. */
export class Refusal extends Error {
  constructor(status, code, message, seconds) {
    super(message || `HTTP ${status}`);
    this.status = status;
    this.code = code;
    this.seconds = Number(seconds) || 0;
    this.passing = status >= 500 || [408, 425, 429].includes(status);
  }
}

/** No answer came back; whether the server acted is not known. */
export class Unreachable extends Error {
  passing = true;
}

function refusalOf(status, body, seconds) {
  const error = (body && body.error) || {};
  return new Refusal(status, error.code || "", error.message, seconds);
}

function parsed(text) {
  try {
    return text ? JSON.parse(text) : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

export function headersFor(key) {
  const headers = { "Accept-Language": LANGUAGES[currentLanguage()] === "en" ? "en" : "zh" };
  if (key) headers.Authorization = `Bearer ${key}`;
  return headers;
}

async function reach(method, path, { key, body, timeout = TIMEOUT } = {}) {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), timeout);
  const headers = headersFor(key);
  if (body !== undefined) headers["Content-Type"] = "application/json";
  try {
    const sent = body === undefined ? undefined : JSON.stringify(body);
    const answer = await fetch(path, { method, headers, body: sent, signal: stop.signal, cache: "no-store" });
    return { answer, content: await answer.blob() };
  } catch (error) {
    throw new Unreachable(error.message);
  } finally {
    clearTimeout(timer);
  }
}

async function call(method, path, options) {
  const { answer, content } = await reach(method, path, options);
  const body = parsed(await content.text());
  if (!answer.ok) throw refusalOf(answer.status, body, answer.headers.get("Retry-After"));
  return body;
}

function uploadForm({ files, kind, caption, client_id }) {
  const form = new FormData();
  form.append("kind", kind);
  form.append("client_id", client_id);
  if (caption) form.append("caption", caption);
  for (const file of files) form.append("file", file, file.name);
  return form;
}

/** XMLHttpRequest, because fetch does not report the progress of an upload. */
function upload(path, key, item, onProgress) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", path);
    for (const [name, value] of Object.entries(headersFor(key))) request.setRequestHeader(name, value);
    request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total);
    request.onload = () => {
      const body = parsed(request.responseText);
      if (request.status >= 200 && request.status < 300) resolve(body.messages);
      else reject(refusalOf(request.status, body, request.getResponseHeader("Retry-After")));
    };
    request.onerror = request.onabort = () => reject(new Unreachable("upload interrupted"));
    item.abort = () => request.abort();
    request.send(uploadForm(item));
  });
}

export const bots = async () => (await call("GET", "/api/bots")).bots;
export const enterChat = (given) => call("POST", "/api/open", { body: given });
export const openChat = (wanted) => call("POST", "/api/chats", { body: wanted });

/** Everything one person can do in one chat. */
export function clientFor({ chat, key }) {
  const at = `/api/chats/${chat}`;
  const act = (method, path, body) => call(method, at + path, { key, body });
  return {
    state: (before) => act("GET", before ? `?before=${before}` : ""),
    change: (changes) => act("PATCH", "", changes),
    send: (message) => act("POST", "/messages", message),
    edit: (id, text) => act("PUT", `/messages/${id}`, { text }),
    contact: (card) => act("POST", "/contact", card),
    tap: (id, data) => act("POST", `/messages/${id}/tap`, { data }),
    block: () => act("POST", "/block"),
    unblock: () => act("POST", "/unblock"),
    link: (page) => act("POST", "/link", { page }),
    choosePassphrase: (passphrase) => act("PUT", "/passphrase", { passphrase }),
    dropPassphrase: () => act("DELETE", "/passphrase"),
    devices: () => act("GET", "/devices"),
    signOutOthers: () => act("DELETE", "/devices/others"),
    signOut: () => act("DELETE", "/devices/this"),
    upload: (item, onProgress) => upload(`${at}/files`, key, item, onProgress),
    async file(id) {
      const path = `${at}/files/${encodeURIComponent(id)}`;
      const { answer, content } = await reach("GET", path, { key, timeout: 10 * TIMEOUT });
      if (!answer.ok) throw refusalOf(answer.status, parsed(await content.text()));
      return content;
    },
    events: (cursor, signal) => fetch(`${at}/events?after=${cursor}`, {
      headers: { ...headersFor(key), "Last-Event-ID": String(cursor), Accept: "text/event-stream" },
      cache: "no-store",
      signal,
    }),
  };
}
