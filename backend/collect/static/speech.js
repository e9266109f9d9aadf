// Sentences stand in the locales of the house and come with the page; {name} is a blank.

import { WORDS } from "./words.js";

const KEPT = "jindianzi-collect.language";
export const LANGUAGES = Object.keys(WORDS);
const FIRST = LANGUAGES[0];

function remembered() {
  try {
    return localStorage.getItem(KEPT);
  } catch (error) {
    console.info("not read from this phone:", error.name);
    return null;
  }
}

function preferred() {
  const wanted = (navigator.languages || [navigator.language]).map((code) => code.toLowerCase().slice(0, 2));
  const known = LANGUAGES.map((code) => code.slice(0, 2));
  return LANGUAGES[known.indexOf(wanted.find((code) => known.includes(code)))] || FIRST;
}

let language = LANGUAGES.includes(remembered()) ? remembered() : preferred();

export const spoken = () => language;

export function speak(wanted) {
  language = wanted;
  try {
    localStorage.setItem(KEPT, wanted);
  } catch (error) {
    console.info("not stored on this phone:", error.name);
  }
}

export function t(key, blanks = {}) {
  const sentence = WORDS[language][key] ?? key;
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => String(blanks[name] ?? whole));
}

/** What a campaign says in several languages. */
export const said = (words) => words[language] || words[FIRST] || Object.values(words)[0] || "";

export function moment(at) {
  return new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" }).format(at);
}

export function megabytes(bytes) {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(bytes / 1e6);
}
