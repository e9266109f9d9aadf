// Text with entities (offsets in UTF-16 units, which are JavaScript's own) → nodes. Only what is named here
// gets a meaning; an address with another scheme stays plain text.

import { make } from "./dom.js";

const TAGS = {
  bold: "b", italic: "i", underline: "u", strikethrough: "s", code: "code", pre: "pre",
  blockquote: "blockquote", expandable_blockquote: "blockquote",
};
const SCHEMES = ["http:", "https:", "tel:", "mailto:"];

export function safeAddress(address) {
  try {
    const url = new URL(address);
    return SCHEMES.includes(url.protocol) ? url.href : null;
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** As people write it: without a scheme, too. */
export function webAddress(words) {
  return safeAddress(/^[a-z][a-z\d+.-]*:/i.test(words) ? words : `https://${words}`);
}

function addressOf(entity, words) {
  if (entity.type === "text_link") return safeAddress(entity.url);
  if (entity.type === "email") return safeAddress(`mailto:${words}`);
  if (entity.type === "phone_number") return safeAddress(`tel:${words.replace(/[^\d+]/g, "")}`);
  if (entity.type === "url") return webAddress(words);
  return null;
}

export function link(address, text) {
  return make("a", { href: address, target: "_blank", rel: "noopener noreferrer", text });
}

function spoiler() {
  const reveal = (event) => {
    if (event.type === "keydown" && !["Enter", " "].includes(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    event.currentTarget.classList.add("revealed");
  };
  return make("span", { class: "spoiler", role: "button", tabindex: 0, on: { click: reveal, keydown: reveal } });
}

function elementFor(entity, words, onCommand) {
  if (entity.type === "spoiler") return spoiler();
  if (entity.type in TAGS) return make(TAGS[entity.type]);
  if (entity.type === "bot_command" && onCommand) {
    return make("button", { type: "button", class: "command-link", on: { click: () => onCommand(words) } });
  }
  const address = addressOf(entity, words);
  return address ? link(address) : null;
}

/** Nodes for text[start, end); entities sorted, outer before inner, those that cross a border cut at it. */
function nodes(text, entities, start, end, onCommand) {
  const made = [];
  let at = start;
  for (let index = 0; index < entities.length; index += 1) {
    const from = Math.max(entities[index].offset, at);
    const to = Math.min(entities[index].offset + entities[index].length, end);
    if (to <= from) continue;
    if (from > at) made.push(text.slice(at, from));
    const inside = nodes(text, entities.slice(index + 1).filter((inner) => inner.offset < to), from, to, onCommand);
    const element = elementFor(entities[index], text.slice(from, to), onCommand);
    if (element) element.append(...inside);
    made.push(...(element ? [element] : inside));
    at = to;
  }
  if (at < end) made.push(text.slice(at, end));
  return made;
}

export function rich(text, entities = [], onCommand = null) {
  const sorted = [...entities].sort((one, other) => one.offset - other.offset || other.length - one.length);
  return nodes(text, sorted, 0, text.length, onCommand);
}
