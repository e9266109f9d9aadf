// Entries and their photos. Saved one after the other, so that an older save never comes after a newer one.
//
// State: draft, waiting (in the order of `order`), sent, refused. `tried`: the server may have it already, so it
// is not changed any more until it has answered. Damaged is what no longer opens; it is read so, never written.

import { all, dropPhotos, one, write } from "./store.js";
import { Locked, opened, openedBytes, seal, sealBytes } from "./vault.js";

const KEPT_ANEW = ["campaign", "theme", "topic", "occasion", "call", "scope", "receiving_unit", "identity"];
const SENT_KEPT_DAYS = 30;
let turn = Promise.resolve();

/** Runs one save after the other; one that fails stops none after it. */
function inTurn(act) {
  const mine = turn.then(act);
  turn = mine.catch(() => {});
  return mine;
}

const today = (at = new Date()) => [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((part) => String(part).padStart(2, "0")).join("-");

/** A new entry; the next person's keeps what is the same for all who sit here. */
export function blank(before = {}) {
  const same = Object.fromEntries(KEPT_ANEW.filter((name) => before[name]).map((name) => [name, before[name]]));
  return { id: crypto.randomUUID(), state: "draft", order: 0, tried: false, photos: [], text: "", name: "", ...same, said_on: today() };
}

const place = ({ order }) => Number(order) || 0;

function parts({ id, state, order, tried, changed: _before, ...words }) {
  return [{ id, state, order, tried, changed: Date.now() }, words];
}

/** Writes it where the row that stands there `may` be changed; says whether that was so. */
async function written(entry, may, more = () => {}) {
  const [row, words] = parts(entry);
  Object.assign(row, await seal(words, `entries/${entry.id}`));
  let done = false;
  await write(["entries", "photos"], (entries, photos) => {
    entries.get(entry.id).onsuccess = ({ target }) => {
      done = may(target.result);
      if (!done) return;
      entries.put(row);
      more(row, entries, photos);
    };
  });
  return done;
}

const isWritten = (row) => !row || row.state === "draft" || row.state === "refused";
const asRead = (entry) => (row) => Boolean(row) && row.state === "waiting" && row.changed === entry.changed;

/** Only of what is being written: what waits or was sent stays as it is, and false says so. */
export const save = (entry) => inTurn(() => written(entry, isWritten));

/** Puts an entry at the end of the queue; its place is found where it is written. */
export function queue(entry) {
  Object.assign(entry, { state: "waiting", refusal: "", tried: false });
  return inTurn(() => written(entry, isWritten, (row, entries) => {
    entries.getAll().onsuccess = ({ target }) => {
      row.order = 1 + Math.max(0, ...target.result.map(place));
      entry.order = row.order;
      entries.put(row);
    };
  }));
}

/** Changes only what stands outside the seal, and says whether `may` let it. */
async function marked(id, may, change) {
  let done = false;
  await write(["entries"], (entries) => {
    entries.get(id).onsuccess = ({ target }) => {
      done = may(target.result);
      if (done) entries.put({ ...target.result, ...change });
    };
  }).catch((error) => {
    if (!change.tried || error.name !== "QuotaExceededError") throw error;  // a full phone sends all the same
  });
  return done;
}

/** From here on the server may have it; false where it was taken back or changed since it was read. */
export const tried = (entry) => inTurn(() => marked(entry.id, asRead(entry), { tried: true }));

export const takeBack = (id) => inTurn(() => marked(id, (row) => Boolean(row) && row.state === "waiting" && !row.tried, { state: "draft", changed: Date.now() }));

const always = () => true;

/** Of what was sent stay number, code and name, and a mark of the text; words and photos go. */
export const sent = (entry, receipt) => inTurn(async () => {
  entry.mark = await markOf(entry.text);
  Object.assign(entry, { state: "sent", receipt: { ...receipt, at: Date.now() }, text: "", photos: [] });
  for (const name of ["contact", "work_unit", "school", "address"]) delete entry[name];
  try {
    await written(entry, always, (_row, _entries, photos) => dropPhotos(photos, entry.id));
  } catch (error) {
    if (error.name !== "QuotaExceededError") throw error;
    await write(["photos"], (photos) => dropPhotos(photos, entry.id));  // makes the room that is needed
    await written(entry, always);
  }
});

export const refused = (entry, sentence) => inTurn(() => written({ ...entry, state: "refused", refusal: sentence, tried: false }, asRead(entry)));

export const remove = (entry) => inTurn(() => write(["entries", "photos"], (entries, photos) => {
  entries.delete(entry.id);
  dropPhotos(photos, entry.id);
}));

/** Of what no longer opens, damaged or sealed with another key, stays what stands outside the seal. */
async function read(row) {
  const { id, state, order, tried, changed } = row;
  try {
    return { ...(await opened(row, `entries/${id}`)), id, state, order, tried, changed };
  } catch (error) {
    if (error instanceof Locked) throw error;
    console.warn("does not open:", error.name);
    return { id, state: "damaged", was: state, order, tried, changed, text: "", name: "", photos: [] };
  }
}

/** Every entry, in the order of the queue; drafts as they were begun. */
export async function list() {
  await turn;
  const rows = await all("entries");
  rows.sort((first, other) => place(first) - place(other) || first.changed - other.changed);
  return Promise.all(rows.map(read));
}

export async function find(id) {
  await turn;
  const row = await one("entries", id);
  return row ? read(row) : null;
}

/** The next one to send; its words are opened only now, and one that does not open holds up none after it. */
export async function nextWaiting() {
  await turn;
  const rows = (await all("entries")).filter((row) => row.state === "waiting");
  rows.sort((first, other) => place(first) - place(other));
  for (const row of rows) {
    const entry = await read(row);
    if (entry.state === "waiting") return entry;
  }
  return null;
}

export async function counts() {
  await turn;
  const found = { draft: 0, waiting: 0, sent: 0, refused: 0 };
  for (const { state } of await all("entries")) found[state] += 1;
  return found;
}

export async function forgetOldSent() {
  const limit = Date.now() - SENT_KEPT_DAYS * 86400000;
  for (const row of await all("entries")) {
    if (row.state === "sent" && row.changed < limit) await remove(row);
  }
}

const plain = (text) => text.normalize("NFKC").replace(/[\s\p{P}]/gu, "");

async function markOf(text) {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(plain(text)));
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}

/** Another entry of this phone that says the same; spaces and punctuation do not count. */
export async function twinOf(entry) {
  if (!plain(entry.text)) return null;
  const mark = await markOf(entry.text);
  for (const other of await list()) {
    if (other.id !== entry.id && (other.mark || (await markOf(other.text))) === mark) return other;
  }
  return null;
}

export async function keepPhoto(entry, photo, bytes) {
  const row = { id: photo.id, entry: entry.id, ...(await sealBytes(bytes, `photos/${photo.id}`)) };
  await inTurn(() => write(["photos"], (photos) => photos.put(row)));
}

export async function photoBytes(photo) {
  const row = await one("photos", photo.id);
  return row ? openedBytes(row, `photos/${photo.id}`) : null;
}

export const dropPhoto = (photo) => inTurn(() => write(["photos"], (photos) => photos.delete(photo.id)));
