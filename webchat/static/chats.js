// The menu of chats: several people on one phone, each with a chat of their own; name, language, blocking.

import { bots, clientFor, openChat } from "./api.js";
import { make } from "./dom.js";
import { currentLanguage, LANGUAGES, t } from "./i18n.js";
import { canInstall, install } from "./install.js";
import { canNotify, notifies, switchNotifying } from "./notify.js";
import { dropOutbox } from "./outbox.js";
import { ask, choose, confirmed, fetched, openSheet, toast } from "./sheet.js";
import { chatOf, chats, forgetChat, keepChat } from "./store.js";

const NAME_LIMIT = 64;

export function nameOf(record) {
  const number = chats().findIndex((chat) => chat.chat === record.chat) + 1;
  return record.name || t("chats-unnamed", { number: number || chats().length + 1 });
}

/** Opens a chat on the server and remembers its key; null when that was refused, and says so. */
export async function open({ name, bot }) {
  const wanted = { language: LANGUAGES[currentLanguage()] };
  if (name) wanted.name = name;
  if (bot) wanted.bot = bot;
  const opened = await attempt(() => openChat(wanted), "open-failed");
  if (!opened) return null;
  keepChat({ ...opened, name: name || null, language: wanted.language });
  return chatOf(opened.chat);
}

/** The answer, or true for none; null when it was refused, and says so. */
export async function attempt(action, sentence) {
  try {
    return (await action()) ?? true;
  } catch (error) {
    if (error.passing === undefined) throw error;
    toast(t(sentence, { reason: error.status ? error.message : t("offline-reason") }));
    return null;
  }
}

function botChoice(all) {
  const select = make("select", { id: "new-bot", class: "field" });
  for (const bot of all) select.append(make("option", { value: bot.username, text: bot.name }));
  const label = make("label", { for: "new-bot", class: "label", text: t("chats-bot") });
  return { select, parts: all.length > 1 ? [label, select] : [] };
}

async function askNew() {
  const all = await attempt(bots, "open-failed");
  if (!all) return null;
  return openSheet(t("chats-new-title"), (body, close) => {
    const { select, parts } = botChoice(all);
    const name = make("input", { id: "new-name", class: "field", maxlength: NAME_LIMIT, autocomplete: "off", autofocus: true, "aria-describedby": "new-hint" });
    const send = (event) => {
      event.preventDefault();
      close({ name: name.value.trim(), bot: select.value });
    };
    body.append(make("form", { class: "form", on: { submit: send } },
      make("label", { for: "new-name", class: "label", text: t("chats-name") }), name,
      make("p", { id: "new-hint", class: "hint", text: t("chats-name-hint") }), ...parts,
      make("button", { type: "submit", class: "primary", text: t("chats-open") })));
  });
}

async function rename(record) {
  const name = await ask({ title: t("chat-rename"), label: t("chats-name"), value: record.name || "", submit: t("save"), maxlength: NAME_LIMIT });
  if (!name) return null;
  if (await attempt(() => clientFor(record).change({ name }), "tap-failed")) keepChat({ chat: record.chat, name });
  return record.chat;
}

async function remove(record) {
  if (!(await confirmed(t("chat-remove-sure"), t("chat-remove-yes")))) return null;
  dropOutbox(record.chat);
  clientFor(record).signOut().catch((error) => console.info("key not given back:", error.message));
  forgetChat(record.chat);
  return null;
}

async function block(record) {
  const blocked = !record.blocked;
  const client = clientFor(record);
  if (!(await attempt(blocked ? client.block : client.unblock, "tap-failed"))) return null;
  keepChat({ chat: record.chat, blocked });
  toast(t(blocked ? "chat-blocked" : "chat-unblocked"));
  return null;
}

async function phones(record) {
  const further = await fetched(() => import("./phones.js"));
  if (further) await further.phones(record);
  return null;
}

/** A chat that was opened on another phone. */
export async function enterChosen() {
  const further = await fetched(() => import("./phones.js"));
  const entered = further && (await further.enterByPassphrase());
  return entered ? { chat: entered.chat } : {};
}

function settings(record) {
  const choices = [
    { label: t("chat-rename"), value: rename },
    { label: t("phones"), detail: t("phones-detail"), value: phones },
    { label: t(record.blocked ? "chat-unblock" : "chat-block"), value: block },
    { label: t("chat-remove"), value: remove, danger: true },
  ];
  return choose(`${t("chat-settings")} · ${nameOf(record)}`, choices);
}

function options(current) {
  const list = chats().map((record) => ({
    label: nameOf(record), detail: record.bot.name, value: { go: record.chat },
    current: current !== null && record.chat === current.chat,
  }));
  list.push({ label: `＋ ${t("chats-new")}`, value: { fresh: true } });
  list.push({ label: t("chats-enter"), detail: t("chats-enter-detail"), value: { enter: true } });
  if (current) list.push({ label: t("chat-settings"), detail: nameOf(current), value: { settings: true } });
  if (canNotify()) list.push({ label: t(notifies() ? "notify-off" : "notify-on"), detail: t("notify-detail"), value: { act: switchNotifying } });
  if (canInstall()) list.push({ label: t("install"), detail: t("install-detail"), value: { act: install } });
  for (const language of Object.keys(LANGUAGES)) {
    if (language !== currentLanguage()) list.push({ label: language === "zh" ? "中文" : "English", value: { language } });
  }
  return list;
}

/** What the person chose: {chat} to show it, {language} to speak it, {} when only the list may have changed. */
export async function menu(current) {
  const chosen = await choose(t("chats-title"), options(current), "chats");
  if (!chosen) return {};
  if (chosen.go) return { chat: chosen.go };
  if (chosen.language) return chosen;
  if (chosen.fresh) return fresh();
  if (chosen.act) return (await chosen.act()) ?? {};
  if (chosen.enter) return enterChosen();
  const act = await settings(chatOf(current.chat));
  if (act) await act(chatOf(current.chat));
  return {};
}

async function fresh() {
  const wanted = await askNew();
  const opened = wanted && (await open(wanted));
  return opened ? { chat: opened.chat } : {};
}
