// The same chat on a second phone: a private link for one use, a passphrase, and the devices that hold a key.

import { clientFor, enterChat } from "./api.js";
import { attempt, nameOf } from "./chats.js";
import { make } from "./dom.js";
import { day, t } from "./i18n.js";
import { alertBox, ask, confirmed, copyText, openSheet, optionButton, toast } from "./sheet.js";
import { chatOf, keepChat } from "./store.js";

const SHORTEST = 10;
const LONGEST = 200;

/** Easier to read out and to copy down. */
export const spaced = (number) => String(number).replace(/\B(?=(\d{4})+$)/g, " ");

export function deviceName({ system, browser } = {}) {
  const known = [system, browser === "WeChat" ? t("device-wechat") : browser].filter(Boolean);
  return known.join(" · ") || t("device-unknown");
}

function deviceRow(device) {
  const last = device.this ? t("device-this") : t("device-used", { day: day(device.used) });
  return make("li", { class: "device" },
    make("span", { class: "option-label", text: deviceName(device) }),
    make("span", { class: "option-detail", text: `${last} · ${t(`device-way-${device.way}`)}` }));
}

/** All about further phones for one chat. */
export async function phones(record) {
  const client = clientFor(record);
  const known = await attempt(client.devices, "tap-failed");
  if (!known) return null;
  const act = await openSheet(`${t("phones")} · ${nameOf(record)}`, (body, close) => {
    const secret = known.passphrase ? "phones-passphrase-change" : "phones-passphrase";
    body.append(
      optionButton({ label: t("phones-link"), detail: t("phones-link-detail"), value: showLink }, close),
      optionButton({ label: t(secret), detail: t("phones-passphrase-detail"), value: choosePassphrase }, close));
    if (known.passphrase) body.append(optionButton({ label: t("phones-passphrase-drop"), value: dropPassphrase }, close));
    body.append(make("h3", { class: "sheet-part", text: t("phones-devices") }),
      make("ul", { class: "devices" }, ...known.devices.map(deviceRow)));
    if (known.devices.length > 1) {
      body.append(optionButton({ label: t("phones-sign-out"), value: signOutOthers, danger: true }, close));
    }
  }, "phones");
  return act && act(record, client);
}

export async function showLink(record, client = clientFor(record)) {
  const page = window.location.origin + window.location.pathname;
  const made = await attempt(() => client.link(page), "tap-failed");
  if (!made) return null;
  return openSheet(t("link-title"), (body) => body.append(
    make("p", { class: "alert-text", text: t("link-explained") }),
    make("img", { class: "qr", src: made.qr, alt: t("link-qr"), width: 240, height: 240 }),
    make("p", { class: "address", text: made.address }),
    make("button", { type: "button", class: "primary", text: t("link-copy"), autofocus: true, on: { click: () => copyText(made.address) } }),
  ), "private-link");
}

async function choosePassphrase(record, client) {
  const words = await ask({
    title: t("phones-passphrase"), label: t("passphrase-new"), hint: t("passphrase-hint", { limit: SHORTEST }), submit: t("save"),
    autocomplete: "new-password", autocapitalize: "none", spellcheck: "false", maxlength: LONGEST,
    check: (value) => ([...value].length < SHORTEST ? t("passphrase-short", { limit: SHORTEST }) : null),
  });
  if (!words || !(await attempt(() => client.choosePassphrase(words), "tap-failed"))) return null;
  return alertBox(t("passphrase-set"), t("passphrase-explained", { number: spaced(record.chat), words }));
}

async function dropPassphrase(record, client) {
  if (await attempt(client.dropPassphrase, "tap-failed")) toast(t("passphrase-dropped"));
}

async function signOutOthers(record, client) {
  if (!(await confirmed(t("phones-sign-out-sure"), t("phones-sign-out")))) return;
  if (await attempt(client.signOutOthers, "tap-failed")) toast(t("phones-signed-out"));
}

/** Keeps the chat on this device; null when that was refused, and says so. */
async function enter(given) {
  const entered = await attempt(() => enterChat(given), "open-failed");
  if (!entered) return null;
  keepChat({ ...entered, name: entered.named ? entered.name : null });
  return chatOf(entered.chat);
}

/** Nothing is used up without a tap: the link may be looked at, and passed on to another browser. */
export async function enterByLink(link) {
  const yes = await openSheet(t("enter-link-title"), (body, close) => body.append(
    make("p", { class: "alert-text", text: t("enter-link-explained") }),
    make("button", { type: "button", class: "primary", text: t("enter-link-yes"), autofocus: true, on: { click: () => close(true) } }),
    make("button", { type: "button", class: "small wide", text: t("cancel"), on: { click: () => close() } }),
  ), "question");
  return yes ? enter({ link }) : null;
}

function enterForm(close) {
  const number = make("input", { id: "enter-number", class: "field", inputmode: "numeric", autocomplete: "username", autofocus: true, maxlength: 24, "aria-describedby": "enter-note" });
  const words = make("input", { id: "enter-words", class: "field", autocomplete: "current-password", autocapitalize: "none", spellcheck: "false", maxlength: LONGEST });
  const note = make("p", { id: "enter-note", class: "hint", role: "status", text: t("enter-hint") });
  const send = (event) => {
    event.preventDefault();
    const chat = Number(number.value.replace(/\D/g, ""));
    if (chat && words.value.trim()) close({ chat, passphrase: words.value });
    else note.textContent = t("enter-missing");
  };
  return make("form", { class: "form", novalidate: true, on: { submit: send } },
    make("label", { for: "enter-number", class: "label", text: t("chat-number") }), number,
    make("label", { for: "enter-words", class: "label", text: t("passphrase") }), words, note,
    make("button", { type: "submit", class: "primary", text: t("enter-yes") }));
}

export async function enterByPassphrase() {
  const given = await openSheet(t("chats-enter"), (body, close) => body.append(enterForm(close)), "enter");
  return given && enter(given);
}
