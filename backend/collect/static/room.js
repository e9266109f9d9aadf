// How much this phone can keep, and whether it will: said before anything is lost.

import { alarm } from "./dom.js";
import { megabytes, t } from "./speech.js";

const LOW = 30e6;
let asked = false;

/** Asks the browser to keep what is here even when the phone runs short of room. */
export async function askToKeep() {
  if (asked || !navigator.storage || !navigator.storage.persist) return;
  asked = true;
  await navigator.storage.persist();
}

export async function room() {
  if (!navigator.storage || !navigator.storage.estimate) return null;
  const { usage = 0, quota = 0 } = await navigator.storage.estimate();
  const persisted = navigator.storage.persisted ? await navigator.storage.persisted() : false;
  return { usage, left: Math.max(0, quota - usage), low: quota > 0 && quota - usage < LOW, persisted };
}

export async function roomInWords() {
  const found = await room();
  if (!found) return "";
  const words = t("offline-room", { used: megabytes(found.usage), left: megabytes(found.left) });
  return `${words} ${t(found.persisted ? "offline-room-kept" : "offline-room-not-kept")}`;
}

/** Says that the phone is full; true where that was the matter. */
export function isFull(error) {
  if (!error || error.name !== "QuotaExceededError") return false;
  alarm(t("offline-full"), t("offline-close"));
  return true;
}
