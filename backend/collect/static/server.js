// The few doors of the server. The phone's key travels in a header only, never in an address.

import { spoken } from "./speech.js";

const TIMEOUT = 45000;
const PASSING = [408, 425, 429];
const SIGNED_OUT = [401, 403];

/** The server said no, in a sentence. `passing`: the same may succeed later, `signedOut`: this phone is nobody's. */
export class Refused extends Error {
  constructor(status, { key = "", sentence = "", missing = [] }, seconds) {
    super(sentence || `HTTP ${status}`);
    Object.assign(this, { status, key, missing });
    this.seconds = Number(seconds) || 0;
    this.passing = status >= 500 || PASSING.includes(status) || status === 404;
    this.signedOut = SIGNED_OUT.includes(status);
  }
}

/** No answer came back; whether the server acted is not known. */
export class Unreachable extends Error {
  passing = true;
}

async function call(method, path, { key, json, bytes } = {}) {
  const headers = { "Accept-Language": spoken() };
  if (key) headers.Authorization = `Bearer ${key}`;
  if (json) headers["Content-Type"] = "application/json";
  if (bytes) headers["Content-Type"] = "application/octet-stream";
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), TIMEOUT);
  try {
    const body = json ? JSON.stringify(json) : bytes;
    const answer = await fetch(`api/${path}`, { method, headers, body, signal: stop.signal, cache: "no-store", credentials: "omit" });
    const told = await answer.text();
    return answered(answer, told);
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Unreachable(error.message);
  } finally {
    clearTimeout(timer);
  }
}

function answered(answer, told) {
  let body = {};
  try {
    body = told ? JSON.parse(told) : {};
  } catch (error) {
    if (answer.ok) throw new Unreachable(error.message);
  }
  if (!answer.ok) throw new Refused(answer.status, body, answer.headers.get("Retry-After"));
  return body;
}

export const signIn = (token, key) => call("POST", "phone", { json: { token, key } });
export const signOut = (key) => call("DELETE", "phone", { key });
export const offer = (key) => call("GET", "offer", { key });
export const enter = (key, entry) => call("POST", "entries", { key, json: entry });
export const howFar = (key, sha256) => call("GET", `photos/${sha256}`, { key });
export const sendPiece = (key, { sha256, size }, at, bytes) => call("PUT", `photos/${sha256}?at=${at}&size=${size}`, { key, bytes });
