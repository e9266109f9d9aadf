// What comes in is read aloud once and politely. The list of messages itself is silent: elements in it are
// replaced when they change, and what a person sends passes through it twice.

import { byId, make } from "./dom.js";
import { t } from "./i18n.js";
import { gist } from "./render.js";

const KEPT = 20000;
const LONGEST = 1500;

function said(message, name) {
  const count = (message.buttons || []).flat().length;
  const words = `${name}: ${gist(message, LONGEST)}`;
  return count ? `${words} ${t("announce-buttons", { count })}` : words;
}

export function announce(message, name) {
  const words = make("p", { text: said(message, name) });
  byId("heard").append(words);
  setTimeout(() => words.remove(), KEPT);
}

/** A bot that changes its message speaks anew; new buttons alone are no news. */
export const isNews = (message, known) => !message.mine && (!known || known.text !== message.text);
