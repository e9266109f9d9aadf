// Signing this phone in and out, and what it takes along from the server.

import * as entries from "./entries.js";
import { offer, signIn, signOut } from "./server.js";
import { state } from "./sending.js";
import { wipe } from "./store.js";
import { keep, kept, lock } from "./vault.js";

const LINK = /^#link=([\w-]{20,200})$/;

export const token = () => (LINK.exec(window.location.hash) || [])[1] || "";

/** The token leaves the address once it has been used, or is of no use. */
export function forgetToken() {
  window.history.replaceState(null, "", window.location.pathname);
}

function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes)).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");
}

export class SomebodyElse extends Error {}

/** Signs in by the link; the same key is shown again after a lost answer, so a link is never used up for nothing. */
export async function enterBy(link) {
  const before = (await kept("phone")) || {};
  const pending = before.pending && before.pending.link === link ? before.pending : { link, key: newKey() };
  await keep("phone", { ...before, pending });
  const { person } = await signIn(link, pending.key);
  const { waiting, refused, draft } = await entries.counts();
  if (before.person && before.person !== person && waiting + refused + draft) {
    await signOut(pending.key);
    await keep("phone", { ...before, pending: null });
    forgetToken();
    throw new SomebodyElse("other officer");
  }
  await keep("phone", { key: pending.key, person });
  forgetToken();
  state.signedOut = false;
  await refresh();
}

/** The link to sign in by: in the address, or one whose answer never came. */
export async function link() {
  const { pending } = (await kept("phone")) || {};
  return token() || (pending && pending.link) || "";
}

/** A link the server would not take is tried no more. */
export async function forgetLink() {
  forgetToken();
  const before = await kept("phone");
  if (before) await keep("phone", { ...before, pending: null });
}

export const isSignedIn = async () => Boolean(((await kept("phone")) || {}).key);

/** Fetches campaigns, events and calls; what was fetched before stays where nothing comes. */
export async function refresh() {
  const { key } = (await kept("phone")) || {};
  const found = await offer(key);
  await keep("offer", { ...found, at: Date.now() });
  return found;
}

export const offered = async () => (await kept("offer")) || { campaigns: [], at: 0 };

/** Takes everything off this phone, and signs it out where there is a line. */
export async function takeAway() {
  try {
    const { key } = (await kept("phone")) || {};
    if (key) await signOut(key);
  } catch (error) {
    console.info("not signed out at the server:", error.name);
  }
  lock();
  await wipe();
}
