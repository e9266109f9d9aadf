// What this device remembers: chats with their keys, drafts, and texts not sent yet. Without localStorage
// (private windows, full storage) the same lives until the page is closed.

const PREFIX = "jindianzi.";
/** What localStorage would not take. */
const kept = new Map();

function write(name, value) {
  try {
    localStorage.setItem(PREFIX + name, JSON.stringify(value));
    kept.delete(name);
  } catch (error) {
    kept.set(name, value);
    console.warn("not stored on this device:", error.name);
  }
}

function read(name, otherwise) {
  if (kept.has(name)) return kept.get(name);
  try {
    const stored = localStorage.getItem(PREFIX + name);
    return stored === null ? otherwise : JSON.parse(stored);
  } catch (error) {
    console.warn("not read from this device:", error.name);
    return otherwise;
  }
}

function drop(name) {
  kept.delete(name);
  try {
    localStorage.removeItem(PREFIX + name);
  } catch (error) {
    console.warn("not removed from this device:", error.name);
  }
}

/** Whether anything outlives this page. */
export function remembers() {
  try {
    localStorage.setItem(`${PREFIX}probe`, "1");
    localStorage.removeItem(`${PREFIX}probe`);
    return true;
  } catch (error) {
    console.info("no memory on this device:", error.name);
    return false;
  }
}

function names(start) {
  const found = new Set([...kept.keys()].filter((name) => name.startsWith(start)));
  try {
    for (const name of Object.keys(localStorage)) {
      if (name.startsWith(PREFIX + start)) found.add(name.slice(PREFIX.length));
    }
  } catch (error) {
    console.warn("not read from this device:", error.name);
  }
  return [...found];
}

export const chats = () => read("chats", []);
export const chatOf = (id) => chats().find((chat) => chat.chat === id) || null;

export function keepChat(record) {
  const others = chats().filter((chat) => chat.chat !== record.chat);
  const known = chatOf(record.chat) || {};
  const place = chats().findIndex((chat) => chat.chat === record.chat);
  others.splice(place < 0 ? others.length : place, 0, { ...known, ...record });
  write("chats", others);
}

export function forgetChat(id) {
  write("chats", chats().filter((chat) => chat.chat !== id));
  for (const name of [`draft.${id}`, ...names(`out.${id}.`)]) drop(name);
}

export const currentChat = () => chatOf(read("current", null)) || chats()[0] || null;
export const setCurrent = (id) => write("current", id);

export const language = () => read("language", null);
export const setLanguage = (value) => write("language", value);

export const notifying = () => read("notify", false) === true;
export const setNotifying = (on) => write("notify", on);

export const large = () => read("large", false) === true;
export const setLarge = (on) => write("large", on);

export const draft = (id) => read(`draft.${id}`, "");
export const setDraft = (id, text) => (text ? write(`draft.${id}`, text) : drop(`draft.${id}`));

/** One entry per text, so that two tabs of one chat never overwrite each other. */
export const keepUnsent = (id, item) => write(`out.${id}.${item.client_id}`, item);
export const dropUnsent = (id, clientId) => drop(`out.${id}.${clientId}`);
export function unsent(id) {
  const items = names(`out.${id}.`).map((name) => read(name, null)).filter(Boolean);
  return items.sort((one, other) => one.at - other.at || one.turn - other.turn);
}
