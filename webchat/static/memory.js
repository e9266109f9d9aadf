// Where a browser keeps nothing (private windows, some apps' own browsers), a chat ends with its page: said
// plainly, with the ways to keep it.

import { byId } from "./dom.js";
import { fetched } from "./sheet.js";
import { remembers } from "./store.js";

/** `current` gives the chat that is open, or null. */
export function prepareMemory(current) {
  byId("memory-button").addEventListener("click", async () => {
    const further = await fetched(() => import("./phones.js"));
    if (further) await further.phones(current());
  });
}

export function warnOfForgetting(open) {
  byId("memory").hidden = !open || remembers();
}
