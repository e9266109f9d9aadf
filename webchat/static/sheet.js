// Dialogs from below and short notes. <dialog> keeps the focus inside and closes on Escape by itself.

import { byId, icon, make } from "./dom.js";
import { t } from "./i18n.js";

const NOTE_TIME = 6000;
const TIME_A_CHARACTER = 60;
let count = 0;

/** `fill(body, close)` puts the content in; the result resolves with what `close` was given, else null. */
export function openSheet(title, fill, className = "") {
  count += 1;
  const body = make("div", { class: "sheet-body" });
  const heading = make("h2", { id: `sheet-${count}`, class: "sheet-title", text: title });
  const cross = make("button", { type: "button", class: "icon-button", "aria-label": t("close") }, icon("m6 6 12 12M18 6 6 18"));
  const head = make("div", { class: "sheet-head" }, heading, cross);
  const dialog = make("dialog", { class: `sheet ${className}`.trim(), "aria-labelledby": heading.id }, head, body);
  return new Promise((resolve) => {
    let result = null;
    const close = (value = null) => {
      result = value;
      dialog.close();
    };
    cross.addEventListener("click", () => close());
    dialog.addEventListener("click", (event) => event.target === dialog && close());
    dialog.addEventListener("close", () => {
      if (dialog.contains(byId("toasts"))) document.body.append(byId("toasts"));
      dialog.remove();
      keepFocus();
      resolve(result);
    });
    document.body.append(dialog);
    fill(body, close);
    dialog.showModal();
    (body.querySelector("[autofocus]") || body.querySelector("button, input, textarea, a") || cross).focus();
  });
}

/** What opened the sheet may be gone by now. */
function keepFocus() {
  if (document.activeElement && document.activeElement !== document.body) return;
  const places = ["text", "start-button", "messages"].map(byId);
  places.find((place) => place.getClientRects().length).focus({ preventScroll: true });
}

/** Options: {label, detail, value, current, danger}; resolves with the value or null. */
export function choose(title, options, className = "") {
  return openSheet(title, (body, close) => {
    for (const option of options) body.append(optionButton(option, close));
  }, className);
}

export function optionButton({ label, detail, value, current, danger }, close) {
  const words = [make("span", { class: "option-label", text: label })];
  if (detail) words.push(make("span", { class: "option-detail", text: detail }));
  return make("button", {
    type: "button", class: danger ? "option danger" : "option", "aria-current": current ? "true" : null,
    on: { click: () => close(value) },
  }, ...words);
}

/** Asks for one line; `check` gives a sentence when the value will not do. */
export function ask({ title, label, hint, value = "", submit, check = () => null, ...input }) {
  return openSheet(title, (body, close) => {
    const field = make("input", { id: "asked", class: "field", autofocus: true, "aria-describedby": "asked-hint", ...input });
    field.value = value;
    const note = make("p", { id: "asked-hint", class: "hint", role: "status", text: hint || "" });
    const send = (event) => {
      event.preventDefault();
      const wrong = check(field.value.trim());
      if (wrong === null) close(field.value.trim());
      else {
        note.textContent = wrong;
        field.setAttribute("aria-invalid", "true");
        field.focus();
      }
    };
    body.append(make("form", { class: "form", novalidate: true, on: { submit: send } },
      make("label", { for: "asked", class: "label", text: label }), field, note,
      make("button", { type: "submit", class: "primary", text: submit })));
  });
}

export function confirmed(question, yes) {
  const options = [{ label: yes, value: true, danger: true }, { label: t("cancel"), value: null }];
  return choose(question, options, "question");
}

/** A message that must be read: stays until it is closed. */
export function alertBox(title, text, actions = []) {
  return openSheet(title, (body, close) => {
    body.append(make("p", { class: "alert-text", text }), ...actions);
    body.append(make("button", { type: "button", class: "primary", text: t("ok"), autofocus: true, on: { click: () => close() } }));
  }, "alert");
}

/** What the first screen can do without; null, and a word about it, when it cannot be fetched now. */
export async function fetched(load) {
  try {
    return await load();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    toast(t("tap-offline"));
    return null;
  }
}

export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    toast(t("copied"));
  } catch (error) {
    console.info("not copied:", error.name);
    toast(t("copy-failed"));
  }
}

/** Above an open dialog, too: all else lies below it. */
export function toast(text) {
  const note = make("p", { class: "toast", text });
  const home = [...document.querySelectorAll("dialog[open]")].pop() || document.body;
  if (byId("toasts").parentElement !== home) home.append(byId("toasts"));
  byId("toasts").append(note);
  setTimeout(() => note.remove(), NOTE_TIME + text.length * TIME_A_CHARACTER);
}
