// Notes of the browser while the page is out of sight: only after a tap on the choice, and never with what was said.

import { t } from "./i18n.js";
import { toast } from "./sheet.js";
import { notifying, setNotifying } from "./store.js";

const ICON = "/static/icon-192.png";

export const canNotify = () => "Notification" in window && window.isSecureContext;
export const notifies = () => canNotify() && notifying() && Notification.permission === "granted";

export async function switchNotifying() {
  if (notifies()) {
    setNotifying(false);
    return toast(t("notify-is-off"));
  }
  const answer = await Notification.requestPermission();
  setNotifying(answer === "granted");
  return toast(t(answer === "granted" ? "notify-is-on" : "notify-forbidden"));
}

/** Phones show notes of a worker only; where there is none, the window shows its own. */
export async function notify({ chat, bot }) {
  if (!document.hidden || !notifies()) return;
  const options = { body: t("notify-new", { bot: bot.name }), tag: `chat-${chat}`, renotify: true, icon: ICON };
  try {
    const worker = navigator.serviceWorker && (await navigator.serviceWorker.getRegistration());
    if (worker && worker.active) return await worker.showNotification(bot.name, options);
    const note = new Notification(bot.name, options);
    note.onclick = () => window.focus();
  } catch (error) {
    console.info("no note shown:", error.name);
  }
}
