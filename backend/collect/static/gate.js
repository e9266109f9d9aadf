// Before anything is shown: what this page is, choosing a passphrase, and opening with it.

import { alarm, button, byId, make, refuse, show } from "./dom.js";
import { enterBy, forgetLink, isSignedIn, link, refresh, SomebodyElse, takeAway } from "./phone.js";
import { askToKeep } from "./room.js";
import { go, view } from "./router.js";
import { sureForm } from "./sure.js";
import { t } from "./speech.js";
import { create, exists, SHORTEST, strength, unlock, Wait, Wrong } from "./vault.js";

function field(id, words, more = {}) {
  const input = make("input", { id, type: "password", required: true, autocomplete: "off", spellcheck: "false", ...more });
  return [make("div", { class: "field" }, make("label", { for: id, text: words }), input), input];
}

view("welcome", () => show("welcome",
  make("h1", { text: t("offline-title") }),
  make("p", { text: t("offline-welcome") }),
  make("p", { class: "card", text: t("offline-need-link") })));

view("unfit", () => show("unfit",
  make("h1", { text: t("offline-title") }),
  make("p", { class: "alert", text: t("offline-unfit") })));

const HINTS = { weak: "offline-strength-weak", fair: "offline-strength-fair", good: "offline-strength-good" };

view("begin", () => {
  const [first, passphrase] = field("passphrase", t("offline-passphrase"), { autocomplete: "new-password", "aria-describedby": "strength rule" });
  const [second, again] = field("again", t("offline-passphrase-again"), { autocomplete: "new-password" });
  const hint = make("p", { id: "strength", class: "hint", role: "status" });
  passphrase.addEventListener("input", () => {
    hint.textContent = passphrase.value ? t(HINTS[strength(passphrase.value)]) : "";
  });
  const known = make("input", { id: "known", type: "checkbox", required: true });
  const form = make("form", { class: "stack", novalidate: true }, first, make("p", { id: "rule", class: "hint", text: t("offline-passphrase-rule", { minimum: SHORTEST }) }), hint, second,
    make("p", { class: "warning", text: t("offline-no-recovery") }),
    make("div", { class: "check" }, known, make("label", { for: "known", text: t("offline-no-recovery-known") })),
    make("button", { class: "main", text: t("offline-begin") }));
  form.addEventListener("submit", (event) => begin(event, passphrase, again, known));
  show("begin", make("h1", { text: t("offline-begin-title") }), make("p", { text: t("offline-begin-lead") }), form);
});

function wrongWith(passphrase, again, known) {
  if ([...passphrase.value].length < SHORTEST) return [passphrase, t("offline-passphrase-short", { minimum: SHORTEST })];
  if (strength(passphrase.value) === "weak") return [passphrase, t("offline-passphrase-weak")];
  if (passphrase.value !== again.value) return [again, t("offline-passphrase-differs")];
  return known.checked ? null : [known, t("offline-no-recovery-unread")];
}

async function begin(event, passphrase, again, known) {
  event.preventDefault();
  const wrong = wrongWith(passphrase, again, known);
  if (wrong) return refuse(wrong[0], wrong[1]);
  await busy(event.target, async () => {
    if (!(await exists())) await create(passphrase.value);
    await askToKeep();
    await enterBySign();
  });
  return undefined;
}

async function busy(form, act) {
  const press = form.querySelector("button");
  press.disabled = true;
  try {
    await act();
  } finally {
    press.disabled = false;
  }
}

/** Uses the link that is in the address, and goes on to the list whatever comes of it. */
async function enterBySign() {
  alarm("");
  try {
    const found = await link();
    if (found && !(await knownToServer())) await enterBy(found);
  } catch (error) {
    if (error instanceof SomebodyElse) alarm(t("offline-somebody-else"), t("offline-close"));
    else if (error.passing) alarm(t("offline-signed-in-later"), t("offline-close"));
    else if (error.status) {
      await forgetLink();
      alarm(error.message, t("offline-close"));
    } else throw error;
  }
  await go("list");
}

/** A phone that is signed in needs no link; one that was signed out uses it. */
async function knownToServer() {
  if (!(await isSignedIn())) return false;
  try {
    await refresh();
    await forgetLink();
    return true;
  } catch (error) {
    if (error.signedOut) return false;
    throw error;
  }
}

view("locked", (words = "") => {
  const [part, passphrase] = field("passphrase", t("offline-passphrase"), { autocomplete: "current-password" });
  const form = make("form", { class: "stack", novalidate: true }, part, make("button", { class: "main", text: t("offline-open") }));
  form.addEventListener("submit", (event) => open(event, passphrase));
  show("locked", make("h1", { text: t("offline-locked") }), make("p", { text: words || t("offline-locked-lead") }), form,
    make("p", { class: "hint", text: t("offline-forgotten") }),
    button(t("offline-wipe"), () => go("wipe"), "plain danger"));
  byId("line").textContent = "";
});

async function open(event, passphrase) {
  event.preventDefault();
  await busy(event.target, async () => {
    try {
      await unlock(passphrase.value);
    } catch (error) {
      if (error instanceof Wait) return refuse(passphrase, t("offline-wait", { seconds: error.seconds }));
      if (error instanceof Wrong) return refuse(passphrase, t("offline-wrong"));
      throw error;
    }
    await askToKeep();
    return enterBySign();
  });
}

/** Asked for in two steps: what waits here and was not sent is lost. */
view("wipe", () => {
  const form = sureForm({ known: t("offline-wipe-known"), unread: t("offline-wipe-unread"), press: t("offline-wipe-now") }, async () => {
    await takeAway();
    alarm("");
    return go("welcome");
  });
  show("wipe", make("h1", { text: t("offline-wipe") }), make("p", { class: "warning", text: t("offline-wipe-lead") }), form,
    button(t("offline-back"), () => go("start")));
});
