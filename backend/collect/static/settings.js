// The passphrase, the room on this phone, what was taken along, and taking everything off it.

import { alarm, button, make, show } from "./dom.js";
import { offered, refresh } from "./phone.js";
import { roomInWords } from "./room.js";
import { go, view } from "./router.js";
import { moment, t } from "./speech.js";
import { change, SHORTEST, strength, Wait, Wrong } from "./vault.js";

function password(id, words, autocomplete) {
  const input = make("input", { id, type: "password", autocomplete, spellcheck: "false" });
  return [make("div", { class: "field" }, make("label", { for: id, text: words }), input), input];
}

view("settings", async () => {
  const { at, campaigns } = await offered();
  show("settings", make("h1", { text: t("offline-settings") }),
    make("section", { class: "card" }, make("h2", { text: t("offline-taken") }),
      make("p", { id: "taken", text: at ? t("offline-taken-at", { moment: moment(at), count: campaigns.length }) : t("offline-nothing-yet") }),
      button(t("offline-refresh"), fetchAnew)),
    make("section", { class: "card" }, make("h2", { text: t("offline-room-title") }), make("p", { text: await roomInWords() })),
    passphraseForm(),
    make("section", { class: "card" }, make("h2", { text: t("offline-wipe") }), make("p", { text: t("offline-wipe-when") }), button(t("offline-wipe"), () => go("wipe"), "second danger")),
    button(t("offline-back"), () => go("list"), "second", { id: "back" }));
});

async function fetchAnew() {
  try {
    await refresh();
    alarm("");
    await go("settings");
  } catch (error) {
    if (!error.passing && !error.status) throw error;
    alarm(error.status ? error.message : t("offline-no-line"), t("offline-close"));
  }
}

function passphraseForm() {
  const [first, old] = password("old", t("offline-passphrase-old"), "current-password");
  const [second, next] = password("next", t("offline-passphrase-new"), "new-password");
  const [third, again] = password("again", t("offline-passphrase-again"), "new-password");
  const form = make("form", { class: "stack", novalidate: true }, first, second, third, make("button", { class: "second", text: t("offline-passphrase-change") }));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const sentence = await changed(old.value, next.value, again.value);
    alarm(sentence, t("offline-close"));
    if (sentence === t("offline-passphrase-changed")) form.reset();
  });
  return make("section", { class: "card" }, make("h2", { text: t("offline-passphrase-change") }), make("p", { class: "hint", text: t("offline-no-recovery") }), form);
}

async function changed(old, next, again) {
  if ([...next].length < SHORTEST) return t("offline-passphrase-short", { minimum: SHORTEST });
  if (strength(next) === "weak") return t("offline-passphrase-weak");
  if (next !== again) return t("offline-passphrase-differs");
  try {
    await change(old, next);
  } catch (error) {
    if (error instanceof Wait) return t("offline-wait", { seconds: error.seconds });
    if (error instanceof Wrong) return t("offline-wrong");
    throw error;
  }
  return t("offline-passphrase-changed");
}
