// Start and wiring of the page.
//
// Stable hooks for tests and for other programs that look at the page:
//   #app[data-connection=none|connecting|connected|offline|gone] [data-chat=<id>]
//   article.message[data-message-id][data-kind][data-mine=true|false], .album[data-album] around the parts of an album
//   article.pending[data-client-id][data-state=sending|waiting|refused]   on its way, no message yet
//   .text .edited .picture .document .contact .quote .actions            inside a message
//   .buttons .button-row .inline-button[aria-busy]                      below a message
//   #page-button (what the bot put beside the composer), #keyboard .reply-button, #commands-button, #attach-button, #text, #send, #start-button, #link-dismiss, #menu-button, #new-messages
//   dialog.sheet (.alert .files .chats .commands .viewer .question), .option, .toast, #status

import { bots, clientFor } from "./api.js";
import { enterChosen, menu, nameOf, open } from "./chats.js";
import { Composer } from "./composer.js";
import { Conversation } from "./conversation.js";
import { byId, make } from "./dom.js";
import { webAddress } from "./entities.js";
import { Files } from "./files.js";
import { currentLanguage, LANGUAGES, pageLanguage, preferredLanguage, t, useLanguage } from "./i18n.js";
import { Keyboard } from "./keyboard.js";
import { prepareInstalling } from "./install.js";
import { offerLargeType } from "./large.js";
import { botNamed, chatToShow, findBot, forgetLink, payloadFor, takeIn } from "./link.js";
import { prepareMemory, warnOfForgetting } from "./memory.js";
import { notify } from "./notify.js";
import { filesUnderWay, outboxOf } from "./outbox.js";
import { alertBox, fetched, toast } from "./sheet.js";
import { StatusLine } from "./status.js";
import { chatOf, chats, keepChat, language, setCurrent, setLanguage } from "./store.js";

const TYPING_TIME = 6000;
const PRIVATE_LINK = /^#link=([\w-]{20,100})$/;

const address = new URL(window.location.href);
let conversation = null;
let unread = 0;
let typingTimer = null;

const composer = new Composer({
  say: (text, replyTo) => conversation.say(text, replyTo),
  edit: (message, text) => conversation.edit(message, text),
});
const keyboard = new Keyboard({
  say: (text) => conversation.say(text),
  contact: (number) => conversation.contact(number),
});
const files = new Files((chosen) => conversation.sendFiles(chosen));
files.active = () => conversation !== null && !byId("composer").hidden;

const line = new StatusLine();

const page = { composer, keyboard, line, shape: shapePage, typing: showTyping, menu: takeMenu, named, arrived, reopen, openedElsewhere };

function showTyping() {
  clearTimeout(typingTimer);
  byId("person-name").textContent = t("typing");
  typingTimer = setTimeout(showNames, TYPING_TIME);
}

function showNames() {
  clearTimeout(typingTimer);
  if (!conversation) return;
  const record = chatOf(conversation.record.chat) || conversation.record;
  byId("bot-name").textContent = record.bot.name;
  byId("person-name").textContent = nameOf(record);
  showTitle();
}

function showTitle() {
  const name = byId("bot-name").textContent;
  document.title = unread ? `(${unread}) ${name}` : name;
}

/** The page a bot put beside the composer; remembered, because it may be one that works without a connection. */
function takeMenu(button) {
  keepChat({ chat: conversation.record.chat, menu: button || null });
  showMenu(button);
}

function showMenu(button) {
  const address = button && webAddress(button.url);
  byId("page-button").hidden = !address;
  if (!address) return;
  byId("page-button").href = address;
  byId("page-button").textContent = button.text;
}

function reopen() {
  return show(chatOf(conversation.record.chat));
}

async function openedElsewhere(device) {
  const further = await fetched(() => import("./phones.js"));
  if (further) alertBox(t("device-new"), t("device-new-explained", { device: further.deviceName(device || {}) }));
}

function arrived() {
  showNames();
  if (!document.hidden) return;
  notify(conversation.record);
  unread += 1;
  showTitle();
}

/** The server knows best what the bot is called and which language was last chosen. */
function named(state) {
  keepChat({ chat: state.chat, bot: state.bot, language: state.language, blocked: state.blocked });
  keyboard.botName = state.bot.name;
  composer.setPlaceholder(state.keyboard && state.keyboard.placeholder);
  showNames();
}

function payload() {
  return payloadFor(conversation && conversation.record);
}

/** A new person begins with it; whoever came by a link is offered it above the composer and may leave it. */
function offerStart(ready, empty) {
  const beside = !empty && payload() !== "";
  const hint = ready && beside ? t("link-hint", { bot: byId("bot-name").textContent }) : "";
  byId("start").hidden = !ready || !(empty || beside);
  byId("link-dismiss").hidden = !beside;
  byId("enter-button").hidden = conversation !== null;
  if (byId("start-hint").textContent !== hint) byId("start-hint").textContent = hint;
}

/** Start button or composer, whichever fits. */
function shapePage() {
  const empty = conversation === null || (conversation.loaded && conversation.empty());
  const ready = conversation === null || conversation.loaded;
  offerStart(ready, empty);
  byId("composer").hidden = empty;
  if (empty) byId("keyboard").hidden = true;
  const welcome = document.querySelector(".welcome");
  if (welcome && !empty) welcome.remove();
  if (!welcome && empty) byId("messages").append(make("p", { class: "welcome", text: t("welcome", { bot: byId("bot-name").textContent }) }));
}

async function show(record) {
  if (conversation) conversation.close();
  setCurrent(record.chat);
  warnOfForgetting(true);
  byId("app").dataset.chat = record.chat;
  composer.open(record.chat);
  showMenu((chatOf(record.chat) || record).menu);
  keyboard.set(null);
  keyboard.setCommands([]);
  conversation = new Conversation(record, page);
  line.clear();
  line.show("connecting");
  showNames();
  shapePage();
  const spoken = pageLanguage(record.language);
  if (spoken && spoken !== currentLanguage()) useLanguage(spoken);
  showNames();
  await conversation.open();
}

async function showNobody() {
  if (conversation) conversation.close();
  conversation = null;
  warnOfForgetting(false);
  delete byId("app").dataset.chat;
  showMenu(null);
  line.clear();
  byId("person-name").textContent = "";
  await nameBot();
  shapePage();
}

async function nameBot() {
  try {
    const all = await bots();
    const bot = botNamed(all, address.searchParams.get("bot")) || all[0];
    if (bot) byId("bot-name").textContent = bot.name;
    else byId("status").textContent = t("no-bots");
    showTitle();
  } catch (error) {
    if (error.passing === undefined) throw error;
    byId("status").textContent = error.status ? error.message : t("connection-offline");
    setTimeout(() => conversation === null && nameBot().then(shapePage), TYPING_TIME);
  }
}

/** Once more would be a second chat: the button rests until the first answer. */
async function start() {
  byId("start-button").disabled = true;
  try {
    if (!conversation) {
      const opened = await open({ bot: address.searchParams.get("bot") });
      if (!opened) return;
      await show(opened);
    }
    const told = payload();
    conversation.say(told ? `/start ${told}` : "/start");
    if (told) leaveLink();
    else byId("text").focus({ preventScroll: true });
  } finally {
    byId("start-button").disabled = false;
  }
}

function leaveLink() {
  forgetLink(address);
  shapePage();
  byId("text").focus({ preventScroll: true });
}

async function speak(wanted) {
  setLanguage(wanted);
  useLanguage(wanted);
  if (!conversation) return showNobody();
  const { record, client } = conversation;
  keepChat({ chat: record.chat, language: LANGUAGES[wanted] });
  try {
    await client.change({ language: LANGUAGES[wanted] });
  } catch (error) {
    if (error.passing === undefined) throw error;
    toast(t("tap-failed", { reason: error.status ? error.message : t("offline-reason") }));
  }
  return show(chatOf(record.chat));
}

async function openMenu() {
  const chosen = await menu(conversation && conversation.record);
  if (chosen.chat) return show(chatOf(chosen.chat));
  if (chosen.language) return speak(chosen.language);
  const current = conversation && chatOf(conversation.record.chat);
  if (current) {
    conversation.record = current;
    return showNames();
  }
  return showFirst();
}

function listen() {
  prepareMemory(() => conversation.record);
  byId("menu-button").addEventListener("click", openMenu);
  byId("start-button").addEventListener("click", start);
  byId("link-dismiss").addEventListener("click", leaveLink);
  byId("enter-button").addEventListener("click", enterKnown);
  window.addEventListener("hashchange", takePrivateLink);
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) return;
    unread = 0;
    showTitle();
  });
  window.addEventListener("beforeunload", (event) => {
    if (filesUnderWay()) event.preventDefault();
  });
}

async function enterKnown() {
  const { chat } = await enterChosen();
  if (chat) await show(chatOf(chat));
}

/** The secret stays in the address until it is used or put aside, for those who must change the browser first. */
async function takePrivateLink() {
  const [, token] = PRIVATE_LINK.exec(window.location.hash) || [];
  const further = token && (await fetched(() => import("./phones.js")));
  if (!further) return;
  const entered = await further.enterByLink(token);
  window.history.replaceState(window.history.state, "", window.location.pathname + window.location.search);
  if (entered) await show(entered);
}

function showFirst() {
  const record = chatToShow();
  return record ? show(record) : showNobody();
}

async function begin() {
  useLanguage(language() || preferredLanguage());
  offerLargeType(address, () => composer.grow());
  listen();
  for (const record of chats()) outboxOf(record.chat, clientFor(record)).run();
  takeIn(address);
  try {
    await findBot(address, () => line.show("offline"));
  } catch (error) {
    if (error.passing === undefined) throw error;
    toast(t("open-failed", { reason: error.message }));
  }
  if (conversation) shapePage();
  else await showFirst();
  await takePrivateLink();
  prepareInstalling();
}

begin();
