// What is on this phone: what was refused and why, what is being written, what waits, what was sent.

import { damagedRow } from "./damaged.js";
import { alarm, button, byId, make, show } from "./dom.js";
import * as entries from "./entries.js";
import { isSignedIn, offered, refresh } from "./phone.js";
import { room } from "./room.js";
import { go, view } from "./router.js";
import { run, state } from "./sending.js";
import { moment, t } from "./speech.js";
import { isOpen, lock } from "./vault.js";

const EXCERPT = 40;

function about(entry) {
  const words = [...entry.text.replace(/\s+/g, " ")];
  const excerpt = words.length > EXCERPT ? `${words.slice(0, EXCERPT).join("")}…` : words.join("");
  return [make("strong", { text: entry.name || t("offline-nameless") }), make("span", { class: "excerpt", text: excerpt })];
}

function opener(entry, words) {
  return button(words, () => go("form", entry.id), "second", { "aria-label": `${words} ${entry.name || t("offline-nameless")}` });
}

const rows = {
  damaged: damagedRow,
  refused: (entry) => [...about(entry), make("p", { class: "reason" }, make("b", { text: t("offline-because") }), make("span", { text: entry.refusal })), opener(entry, t("offline-mend"))],
  draft: (entry) => [...about(entry), opener(entry, t("offline-go-on"))],
  waiting: (entry) => [...about(entry), ...photosOf(entry), entry.tried ? make("span", { class: "hint", text: t("offline-tried") }) : button(t("offline-take-back"), () => takeBack(entry.id), "second", { "aria-label": `${t("offline-take-back")} ${entry.name}` })],
  sent: (entry) => [make("strong", { text: entry.name }), ...receipt(entry.receipt)],
};

function photosOf(entry) {
  return entry.photos.length ? [make("span", { class: "hint", text: t("offline-photos-count", { count: entry.photos.length }) })] : [];
}

function receipt({ number, code, at, moved, received }) {
  const told = [
    make("span", {}, make("span", { text: t("offline-number") }), make("code", { class: "number", text: number })),
    make("span", {}, make("span", { text: t("offline-code") }), make("code", { class: "code", text: code })),
    make("span", { class: "hint", text: moment(at) }),
  ];
  return moved ? [...told, make("span", { class: "hint", text: t("offline-moved", { day: received }) })] : told;
}

async function takeBack(id) {
  return (await entries.takeBack(id)) ? go("form", id) : go("list");
}

const HEADS = { damaged: "offline-damaged", refused: "offline-refused", draft: "offline-drafts", waiting: "offline-waiting", sent: "offline-sent" };

function section(name, found) {
  const order = name === "sent" ? [...found].reverse() : found;
  return make("section", { class: `card ${name}`, "aria-labelledby": `head-${name}` },
    make("h2", { id: `head-${name}`, text: t(HEADS[name], { count: found.length }) }),
    found.length ? make("ol", { class: "rows" }, order.map((entry) => make("li", { data: { id: entry.id } }, rows[name](entry)))) : make("p", { class: "hint", text: t("offline-none") }));
}

async function sections() {
  const found = await entries.list();
  const of = (name) => found.filter((entry) => entry.state === name);
  return Object.keys(HEADS).map((name) => (name !== "damaged" || of(name).length ? section(name, of(name)) : null)).filter(Boolean);
}

view("list", async () => {
  await entries.forgetOldSent();
  const { campaigns, at } = await offered();
  const parts = await sections();
  const lists = make("div", { id: "lists", class: "stack" }, parts);
  show("list", make("h1", { text: t("offline-title") }),
    make("div", { class: "actions" },
      campaigns.length ? button(t("offline-new"), () => go("form"), "main", { id: "new" }) : make("p", { class: "warning", text: t(at ? "offline-no-campaign" : "offline-nothing-yet") }),
      button(t("offline-send-now"), () => sendNow(), "second", { id: "send" })),
    lists,
    make("div", { class: "actions" },
      button(t("offline-settings"), () => go("settings"), "second", { id: "settings" }),
      button(t("offline-lock"), () => { lock(); go("locked"); }, "second", { id: "lock" })));
  await warnOfRoom();
  told();
  sendNow(true);
});

async function warnOfRoom() {
  const found = await room();
  if (found && found.low) alarm(t("offline-low"), t("offline-close"));
}

async function sendNow(quietly = false) {
  if (!(await isSignedIn())) {
    if (!quietly) alarm(t("offline-need-link"), t("offline-close"));
    return;
  }
  state.signedOut = false;
  try {
    await run();
    if (navigator.onLine) await refresh();
  } catch (error) {
    if (!error.passing && !error.status && isOpen()) throw error;
    if (error.signedOut) tellSignedOut(error.message);
  }
}

function tellSignedOut(sentence) {
  state.signedOut = true;
  state.words = sentence;
  told();
}

/** What is being done just now stands above every view. */
export function told() {
  const words = state.words || (navigator.onLine ? "" : t("offline-no-line"));
  if (byId("line").textContent !== words) byId("line").textContent = words;
  byId("line").classList.toggle("wrong", state.signedOut);
}

/** Shows what has changed, while the list is what is looked at, and leaves the focus where it is. */
export async function renew() {
  told();
  if (byId("main").dataset.view !== "list" || !isOpen()) return;
  let parts;
  try {
    parts = await sections();
  } catch (error) {
    if (isOpen()) throw error;
    return;
  }
  const lists = byId("lists");
  if (lists && !lists.contains(document.activeElement)) lists.replaceChildren(...parts);
}
