// What is kept is sealed with a random key, and that key with one made of the officer's passphrase. The open key
// lives in the memory of this page alone, and goes when it locks.

import { one, put } from "./store.js";

const ROUNDS = 600000;
const FREE_TRIES = 3;
const LONGEST_WAIT = 300;
export const SHORTEST = 8;

const words = new TextEncoder();
const letters = new TextDecoder();
let key = null;

export class Wrong extends Error {}

/** Too many wrong ones: `seconds` are to be sat out. */
export class Wait extends Error {
  constructor(seconds) {
    super("wait");
    this.seconds = seconds;
  }
}

export class Locked extends Error {}

export const isOpen = () => key !== null;
export const exists = async () => Boolean(await one("meta", "vault"));

export function lock() {
  key = null;
}

const random = (count) => crypto.getRandomValues(new Uint8Array(count));

async function wrapping(passphrase, salt, rounds) {
  const said = words.encode(passphrase.normalize("NFKC"));
  const raw = await crypto.subtle.importKey("raw", said, "PBKDF2", false, ["deriveKey"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations: rounds };
  return crypto.subtle.deriveKey(how, raw, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

const taken = (raw) => crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]);

async function wrap(raw, passphrase) {
  const salt = random(16);
  const iv = random(12);
  const outer = await wrapping(passphrase, salt, ROUNDS);
  const wrapped = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, outer, raw);
  await put("meta", { name: "vault", salt, iv, wrapped, rounds: ROUNDS });
}

export async function create(passphrase) {
  const raw = random(32);
  await wrap(raw, passphrase);
  key = await taken(raw);
  raw.fill(0);
}

/** Wrong ones are counted before they are tried, and a reload does not forget them. */
async function countTry() {
  const { count = 0, until = 0 } = (await one("meta", "tries")) || {};
  const left = Math.ceil((until - Date.now()) / 1000);
  if (left > 0) throw new Wait(Math.min(left, LONGEST_WAIT));
  const wait = count + 1 >= FREE_TRIES ? Math.min(2 ** (count + 1 - FREE_TRIES), LONGEST_WAIT) : 0;
  await noteTries(count + 1, Date.now() + wait * 1000);
}

/** A full phone must open all the same: what waits there can only be sent by opening it. */
async function noteTries(count, until) {
  try {
    await put("meta", { name: "tries", count, until });
  } catch (error) {
    if (error.name !== "QuotaExceededError") throw error;
  }
}

async function unwrapped(passphrase) {
  await countTry();
  const { salt, iv, wrapped, rounds } = await one("meta", "vault");
  try {
    const outer = await wrapping(passphrase, salt, rounds);
    const raw = new Uint8Array(await crypto.subtle.decrypt({ name: "AES-GCM", iv }, outer, wrapped));
    await noteTries(0, 0);
    return raw;
  } catch (error) {
    if (error.name !== "OperationError") throw error;
    throw new Wrong("passphrase");
  }
}

export async function unlock(passphrase) {
  const raw = await unwrapped(passphrase);
  key = await taken(raw);
  raw.fill(0);
}

export async function change(old, next) {
  const raw = await unwrapped(old);
  await wrap(raw, next);
  raw.fill(0);
}

/** `place` is bound into the seal: what was moved to another place does not open there. */
export async function sealBytes(bytes, place) {
  if (!key) throw new Locked("locked");
  const iv = random(12);
  const how = { name: "AES-GCM", iv, additionalData: words.encode(place) };
  return { iv, sealed: await crypto.subtle.encrypt(how, key, bytes) };
}

export async function openedBytes({ iv, sealed }, place) {
  if (!key) throw new Locked("locked");
  return crypto.subtle.decrypt({ name: "AES-GCM", iv, additionalData: words.encode(place) }, key, sealed);
}

export const seal = (value, place) => sealBytes(words.encode(JSON.stringify(value)), place);
export const opened = async (row, place) => JSON.parse(letters.decode(await openedBytes(row, place)));

/** Things of which there is one each: the phone's own key, and what the server offered. */
export async function keep(name, value) {
  await put("meta", { name, ...(await seal(value, `meta/${name}`)) });
}

/** What no longer opens is as if it were not there: it is fetched, or signed in for, anew. */
export async function kept(name) {
  const row = await one("meta", name);
  if (!row) return null;
  try {
    return await opened(row, `meta/${name}`);
  } catch (error) {
    if (error instanceof Locked) throw error;
    console.warn("does not open:", error.name);
    return null;
  }
}

/** Rough and only a hint: length counts most, then how mixed it is. */
export function strength(passphrase) {
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/].filter((kind) => kind.test(passphrase)).length;
  const different = new Set(passphrase).size;
  if ([...passphrase].length < SHORTEST || different < 4) return "weak";
  return [...passphrase].length >= 12 || (kinds >= 3 && different >= 8) ? "good" : "fair";
}
