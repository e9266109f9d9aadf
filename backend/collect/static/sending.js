// What waits goes out one by one, in the order of saving: photos in pieces first, then the entry under its own
// name, so that it is one however often it is sent. A line that is cut, or a server that is away, holds all back;
// an entry that is refused holds back none after it.

import * as entries from "./entries.js";
import { isFull } from "./room.js";
import { enter, howFar, sendPiece } from "./server.js";
import { t } from "./speech.js";
import { isOpen, kept, Locked } from "./vault.js";

const PIECE = 256 * 1024;
const FIRST_WAIT = 2000;
const LONGEST_WAIT = 60000;
const FIELDS = ["campaign", "theme", "topic", "text", "name", "contact", "scope", "receiving_unit", "identity", "work_unit", "school", "address"];

/** `words`: what is to be told, "" for nothing; `busy`: something is on its way just now. */
export const state = { busy: false, words: "", signedOut: false };
class PhotoGone extends Error {}

let listener = () => {};
let wake = () => {};
let running = false;

export const listen = (heard) => {
  listener = heard;
};

function tell(changes) {
  Object.assign(state, changes);
  listener(state);
}

/** Begins, or goes on at once where it was waiting. */
export async function run() {
  wake();
  if (running) return;
  running = true;
  try {
    await alone(() => sendAll());
  } finally {
    running = false;
    tell({ busy: false });
  }
}

/** Of several windows of this page only one sends. */
async function alone(act) {
  if (!navigator.locks) return act();
  return navigator.locks.request("jindianzi-collect-sending", { ifAvailable: true }, (lock) => (lock ? act() : null));
}

async function sendAll() {
  let wait = FIRST_WAIT;
  while (isOpen() && !state.signedOut) {
    const entry = await entries.nextWaiting();
    if (!entry) return tell({ busy: false, words: "" });
    const held = await attempt(entry);
    if (!held) {
      wait = FIRST_WAIT;
    } else {
      await pause(held.seconds ? held.seconds * 1000 : wait * (0.75 + Math.random() / 2));
      wait = Math.min(wait * 2, LONGEST_WAIT);
    }
  }
  return undefined;
}

/** Returns why it has to wait; nothing where the entry is dealt with. */
async function attempt(entry) {
  tell({ busy: true, words: t("offline-sending", { name: entry.name }) });
  try {
    const { key } = (await kept("phone")) || {};
    if (!key) throw Object.assign(new Error(t("offline-need-link")), { signedOut: true });
    for (const photo of entry.photos) await sendPhoto(key, photo);
    if (await entries.tried(entry)) await entries.sent(entry, await enter(key, shape(entry)));
    tell({ words: "" });
    return null;
  } catch (error) {
    return failed(entry, error);
  }
}

async function failed(entry, error) {
  if (error.signedOut) {
    tell({ busy: false, words: error.message, signedOut: true });
    return null;
  }
  if (error.passing || (error.missing && error.missing.length) || error.key === "collect-photo-broken") {
    tell({ busy: false, words: error.status ? error.message : t("offline-no-line") });
    return { seconds: error.seconds || 0 };
  }
  if (!isOpen() || error instanceof Locked) return null;
  if (isFull(error)) return { seconds: 0 };
  if (!error.status) console.warn("not sent:", error.name);
  await entries.refused(entry, sentenceOf(error));
  return null;
}

function sentenceOf(error) {
  if (error.status) return error.message;
  return t(error instanceof PhotoGone ? "offline-photo-gone" : "offline-broken");
}

/** Goes on from where the server has it; a short photo is sent without asking first. */
async function sendPhoto(key, photo) {
  const bytes = await entries.photoBytes(photo);
  if (!bytes) throw new PhotoGone(photo.id);
  let far = photo.size > PIECE ? await howFar(key, photo.sha256) : { got: 0, kept: false };
  while (!far.kept) {
    const before = far.got;
    far = await sendPiece(key, photo, far.got, bytes.slice(far.got, far.got + PIECE));
    if (!far.kept && far.got === before && far.got >= photo.size) throw Object.assign(new Error("stuck"), { passing: true });
  }
}

function shape(entry) {
  const words = Object.fromEntries(FIELDS.map((name) => [name, entry[name] || ""]));
  return {
    ...words,
    once: entry.id,
    topic: entry.topic || "other",
    said_on: entry.said_on,
    consent: entry.consent,
    agreed_at: new Date(entry.agreed_at).toISOString(),
    photos: entry.photos.map(({ sha256, paper }) => ({ sha256, paper })),
    occasion: entry.occasion ? Number(entry.occasion) : null,
    call: entry.call ? Number(entry.call) : null,
  };
}

function pause(milliseconds) {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    wake = () => {
      clearTimeout(timer);
      resolve();
    };
  });
}

window.addEventListener("online", () => run());
