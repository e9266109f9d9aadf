// The link that brought a person here: /?start=<payload>, with &bot=<username> for another bot than the first.
// It goes from the address into the memory of this tab, stays there through a reload, and is gone once used.

import { bots } from "./api.js";
import { chats, currentChat } from "./store.js";

const NAME = "jindianzi.link";
const PAYLOAD = /^[A-Za-z0-9_-]{1,64}$/;
const AGAIN = 3000;

let link = null;
let linkedBot = null;

const right = (found) => (found && typeof found.payload === "string" && PAYLOAD.test(found.payload) ? found : null);

function remembered() {
  try {
    return right(JSON.parse(sessionStorage.getItem(NAME)));
  } catch (error) {
    console.warn("not read from this tab:", error.name);
    return null;
  }
}

/** True when a reload will find it. */
function remember(found) {
  try {
    if (found) sessionStorage.setItem(NAME, JSON.stringify(found));
    else sessionStorage.removeItem(NAME);
    return true;
  } catch (error) {
    console.warn("not stored in this tab:", error.name);
    return false;
  }
}

function clean(address) {
  if (!address.searchParams.has("start")) return;
  address.searchParams.delete("start");
  window.history.replaceState(window.history.state, "", address);
}

/** A link that cannot be remembered stays in the address: there, too, a reload finds it. */
export function takeIn(address) {
  if (address.searchParams.has("start")) {
    link = right({ payload: address.searchParams.get("start"), bot: address.searchParams.get("bot") });
    if (remember(link) || !link) clean(address);
  } else {
    link = remembered();
  }
}

export function forgetLink(address) {
  link = null;
  remember(null);
  clean(address);
}

/** As the server compares names; the first bot when none is named. */
export function botNamed(all, username) {
  const plain = (name) => name.replace(/^@/, "").toLowerCase();
  return username ? all.find((bot) => plain(bot.username) === plain(username)) : all[0];
}

/** Asks until the server says which bot is meant; a link to a bot that is not there leads nowhere. */
export async function findBot(address, offline) {
  while (link && !linkedBot) {
    try {
      linkedBot = botNamed(await bots(), link.bot) || null;
      if (!linkedBot) forgetLink(address);
    } catch (error) {
      if (!error.passing) throw error;
      offline();
      await new Promise((resolve) => setTimeout(resolve, AGAIN));
    }
  }
}

/** What to send with the start in this chat, or in one yet to be opened; nothing for a chat with another bot. */
export function payloadFor(record) {
  const meant = link && linkedBot && (!record || record.bot.id === linkedBot.id);
  return meant ? link.payload : "";
}

/** The chat to show: with a link one with its bot, the last one shown before all others; null: none yet. */
export function chatToShow() {
  const current = currentChat();
  if (!link || !linkedBot) return current;
  return [current, ...chats().reverse()].find((record) => record && record.bot.id === linkedBot.id) || null;
}
