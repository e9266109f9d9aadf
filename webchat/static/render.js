// One message → one element. See the top of app.js for the classes and data attributes.

import { icon, make } from "./dom.js";
import { rich } from "./entities.js";
import { clock, t } from "./i18n.js";

const DOTS = "M6 12h.01M12 12h.01M18 12h.01";

/** What a message is in a few words, for quotes and labels. */
export function gist(message, length = 60) {
  const words = message.text || (message.file && message.file.name) || t(message.kind);
  const characters = [...words.replace(/\s+/g, " ")];
  return characters.length > length ? `${characters.slice(0, length).join("")}…` : characters.join("");
}

function quote(message, scene) {
  if (!message.reply_to) return null;
  const original = scene.find(message.reply_to);
  if (!original) return null;
  return make("button", {
    type: "button", class: "quote", text: gist(original), on: { click: () => scene.jump(original.id) },
  });
}

function contact({ contact: card }) {
  if (!card) return null;
  return make("div", { class: "contact" },
    make("span", { class: "contact-name", text: card.first_name }),
    make("span", { class: "contact-number", text: card.phone_number }));
}

function meta(message, scene) {
  const time = make("time", { datetime: new Date(message.date * 1000).toISOString(), text: clock(message.date) });
  const edited = message.edited ? make("span", { class: "edited", text: t("edited") }) : null;
  const sent = message.mine ? make("span", { class: "sent", title: t("sent") }, make("span", { text: "✓", "aria-hidden": "true" }), make("span", { class: "hidden-visually", text: t("sent") })) : null;
  const actions = make("button", {
    type: "button", class: "actions", "aria-label": `${t("message-actions")} ${gist(message)}`, "aria-haspopup": "dialog",
    on: { click: () => scene.actions(message) },
  }, icon(DOTS));
  return make("div", { class: "meta" }, edited, time, sent, actions);
}

function inlineButton(button, message, scene) {
  if (button.url !== undefined && button.url !== null) return scene.urlButton(button);
  const element = make("button", { type: "button", class: "inline-button", text: button.text });
  element.addEventListener("click", () => {
    if (button.copy) scene.copy(button.copy);
    else scene.tap(message, button, element);
  });
  return element;
}

function buttons(message, scene) {
  if (!message.buttons || !message.buttons.length) return null;
  const rows = message.buttons.map((row) => make("div", { class: "button-row" },
    ...row.map((button) => inlineButton(button, message, scene))));
  return make("div", { class: "buttons" }, ...rows);
}

function who(mine, scene) {
  return make("span", { class: "hidden-visually", text: `${mine ? t("you") : scene.botName}: ` });
}

function opensActions(event) {
  const selected = window.getSelection();
  return !event.target.closest("a, button, .spoiler, audio, video") && (!selected || selected.isCollapsed);
}

export function messageElement(message, scene) {
  const bubble = make("div", { class: "bubble" }, who(message.mine, scene), quote(message, scene));
  bubble.append(...[scene.media.element(message), contact(message)].filter(Boolean));
  if (message.text) {
    const onCommand = message.mine ? null : scene.say;
    bubble.append(make("div", { class: "text", dir: "auto" }, ...rich(message.text, message.entities, onCommand)));
  }
  bubble.append(meta(message, scene));
  if (message.mine) bubble.addEventListener("click", (event) => opensActions(event) && scene.actions(message));
  return make("article", {
    class: message.mine ? "message mine" : "message",
    data: { messageId: message.id, kind: message.kind, mine: String(Boolean(message.mine)) },
  }, bubble, buttons(message, scene));
}

function pendingFiles(item) {
  if (!item.files) return null;
  const names = item.files.map((file) => make("li", { text: file.name }));
  return make("ul", { class: "pending-files" }, ...names);
}

function pendingNote(item, scene) {
  if (item.state === "refused") {
    return make("div", { class: "pending-note refused", role: "alert" },
      make("span", { text: t("refused", { reason: item.error }) }),
      make("button", { type: "button", class: "small", text: t("retry"), on: { click: () => scene.outbox.retry(item) } }),
      make("button", { type: "button", class: "small", text: t("discard"), on: { click: () => scene.outbox.discard(item) } }));
  }
  const note = make("div", { class: "pending-note" },
    make("span", { class: "pending-words", text: item.state === "waiting" ? item.slow || t("waiting") : t("sending") }));
  if (item.files) {
    const progress = make("progress", { max: 1, value: item.progress || 0, "aria-label": t("sending") });
    const cancel = make("button", { type: "button", class: "small", text: t("upload-cancel"), on: { click: () => scene.outbox.discard(item) } });
    note.append(progress, cancel);
  }
  return note;
}

/** What is on its way: shown at once, below all messages. */
export function pendingElement(item, scene) {
  const bubble = make("div", { class: "bubble" }, pendingFiles(item));
  const words = item.text || item.caption;
  if (words) bubble.append(make("div", { class: "text", dir: "auto", text: words }));
  bubble.append(pendingNote(item, scene));
  return make("article", { class: "message mine pending", data: { clientId: item.client_id, state: item.state, mine: "true" } }, bubble);
}
