// Start and wiring of the page.
//
// Stable hooks for tests: #main[data-view=welcome|begin|locked|wipe|list|form|damaged|settings|unfit], #lists section.<state>
// li[data-id], #line (what is being done), #alerts, #update, #new #send #settings #lock.

import "./form.js";
import "./gate.js";
import "./settings.js";
import { button, byId } from "./dom.js";
import { renew, told } from "./list.js";
import { token } from "./phone.js";
import { go, settle, view } from "./router.js";
import { listen, run, state } from "./sending.js";
import { LANGUAGES, speak, spoken, t } from "./speech.js";
import { exists, isOpen, lock } from "./vault.js";

const IDLE = 5 * 60 * 1000;
const LOOK_EVERY = 15000;
const ACTS = ["pointerdown", "keydown", "input", "touchstart"];
/** Views of one entry: in another language the list is shown. */
const OF_ONE = ["form", "damaged"];
let acted = Date.now();

function showLanguage() {
  const next = LANGUAGES[(LANGUAGES.indexOf(spoken()) + 1) % LANGUAGES.length];
  document.documentElement.lang = spoken();
  document.title = t("offline-title");
  byId("brand").textContent = t("offline-title");
  const press = byId("language");
  press.textContent = t("offline-other-language");
  press.lang = next;
  press.onclick = async () => {
    const here = byId("main").dataset.view;
    await settle();
    speak(next);
    showLanguage();
    await go(OF_ONE.includes(here) ? "list" : here);
  };
}

/** Locks after five minutes in which nothing was done or seen; what is on its way just now is let out first. */
async function lockWhenIdle() {
  if (!isOpen() || state.busy || Date.now() - acted < IDLE) return;
  await settle();
  lock();
  await go("locked", t("offline-locked-idle"));
}

function watchIdleness() {
  for (const act of ACTS) window.addEventListener(act, () => { acted = Date.now(); }, { passive: true, capture: true });
  setInterval(lockWhenIdle, LOOK_EVERY);
  document.addEventListener("visibilitychange", () => (document.hidden ? settleQuietly() : lockWhenIdle()));
  window.addEventListener("pagehide", settleQuietly);
}

/** Saves what is typed, and stays where it is. */
async function settleQuietly() {
  if (isOpen()) window.dispatchEvent(new Event("save-now"));
}

function offerUpdate(waiting) {
  if (!waiting || byId("update").childElementCount) return;
  const use = button(t("offline-update"), async () => {
    await settle();
    waiting.postMessage("use");
  }, "second", { id: "use" });
  byId("update").append(use);
}

async function keepPage() {
  const workers = navigator.serviceWorker;
  if (!workers) return;
  const known = Boolean(workers.controller);
  workers.addEventListener("controllerchange", () => known && window.location.reload());
  workers.addEventListener("message", () => isOpen() && run());
  const registration = await workers.register("worker.js");
  offerUpdate(registration.waiting);
  registration.addEventListener("updatefound", () => {
    const coming = registration.installing;
    coming.addEventListener("statechange", () => coming.state === "installed" && workers.controller && offerUpdate(coming));
  });
  window.addEventListener("offline", () => registration.sync && registration.sync.register("send").catch((error) => console.info("no sync:", error.name)));
}

view("start", async () => {
  if (!(window.isSecureContext && window.indexedDB && crypto.subtle)) return go("unfit");
  if (isOpen()) return go("list");
  if (await exists()) return go("locked");
  return go(token() ? "begin" : "welcome");
});

async function begin() {
  showLanguage();
  listen(renew);
  window.addEventListener("online", told);
  window.addEventListener("offline", told);
  watchIdleness();
  window.addEventListener("hashchange", () => token() && !isOpen() && go("start"));
  await go("start");
  await keepPage().catch((error) => console.info("the page is not kept:", error.name));
}

begin();
