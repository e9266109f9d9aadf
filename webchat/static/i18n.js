// Sentences stand in strings/<language>.json, all of which come with the page; {name} is a blank.

import { SENTENCES } from "./sentences.js";

export const LANGUAGES = { zh: "zh-hans", en: "en" };

let language = "zh";
let sentences = {};

/** "zh" or "en" for any language code; null when it is neither. */
export function pageLanguage(code) {
  const start = (code || "").toLowerCase().slice(0, 2);
  return start in LANGUAGES ? start : null;
}

export function preferredLanguage() {
  const wanted = navigator.languages || [navigator.language];
  return wanted.map(pageLanguage).find(Boolean) || "zh";
}

export function useLanguage(wanted) {
  sentences = SENTENCES[wanted];
  language = wanted;
  document.documentElement.lang = wanted === "zh" ? "zh-Hans" : wanted;
  for (const element of document.querySelectorAll("[data-t]")) element.textContent = t(element.dataset.t);
  for (const element of document.querySelectorAll("[data-t-label]")) label(element);
}

function label(element) {
  element.setAttribute("aria-label", t(element.dataset.tLabel));
  if (element.tagName === "BUTTON") element.title = t(element.dataset.tLabel);
}

export const currentLanguage = () => language;

export function t(key, blanks = {}) {
  const sentence = sentences[key] ?? key;
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => String(blanks[name] ?? whole));
}

const formats = new Map();

function format(kind, options) {
  const key = language + kind;
  if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat(document.documentElement.lang, options));
  return formats.get(key);
}

export function clock(unix) {
  return format("clock", { hour: "2-digit", minute: "2-digit", hour12: false }).format(unix * 1000);
}

export function day(unix) {
  const then = new Date(unix * 1000);
  const now = new Date();
  const midnight = (date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
  const ago = Math.round((midnight(now) - midnight(then)) / 86400000);
  if (ago === 0) return t("today");
  if (ago === 1) return t("yesterday");
  return format("day", { year: "numeric", month: "long", day: "numeric" }).format(then);
}

export function bytes(size) {
  if (size < 1024) return `${size} B`;
  if (size < 1024 * 1024) return `${Math.round(size / 1024)} KB`;
  return `${(size / 1024 / 1024).toFixed(1)} MB`;
}
