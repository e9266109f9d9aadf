// An entry that no longer opens: it is told in its own row, holds up none of the others, and can be thrown away.

import { alarm, button, make, show } from "./dom.js";
import { find, remove } from "./entries.js";
import { go, view } from "./router.js";
import { moment, t } from "./speech.js";
import { sureForm } from "./sure.js";

/** What is known of it stands outside the seal, and may be damaged as well. */
function title({ changed }) {
  const known = Number.isFinite(changed) && !Number.isNaN(new Date(changed).getTime());
  return known ? t("offline-damaged-of", { moment: moment(changed) }) : t("offline-damaged-undated");
}

function told({ was, tried }) {
  if (was === "sent") return t("offline-damaged-sent");
  return t(tried ? "offline-damaged-tried" : "offline-damaged-unsent");
}

export function damagedRow(entry) {
  const words = t("offline-throw-away");
  return [make("strong", { text: title(entry) }), make("p", { class: "reason", text: told(entry) }),
    button(words, () => go("damaged", entry.id), "second danger", { "aria-label": `${words} ${title(entry)}` })];
}

view("damaged", async (id) => {
  const entry = await find(id);
  if (!entry || entry.state !== "damaged") return go("list");
  const form = sureForm({ known: t("offline-throw-away-known"), unread: t("offline-throw-away-unread"), press: t("offline-throw-away-now") }, async () => {
    await remove(entry);
    alarm("");
    return go("list");
  });
  return show("damaged", make("h1", { text: t("offline-throw-away-title") }),
    make("div", { class: "stack" }, make("strong", { text: title(entry) }), make("p", { class: "reason", text: told(entry) }),
      make("p", { class: "warning", text: t("offline-throw-away-lead") }), form,
      button(t("offline-back"), () => { alarm(""); go("list"); }, "second", { id: "back" })));
});
