// One entry: written for one person, saved at every pause, finished once everything is there.

import { alarm, button, byId, make, show } from "./dom.js";
import * as entries from "./entries.js";
import { choices, consentPart, fieldsOf, line, matterPart } from "./fields.js";
import { offered } from "./phone.js";
import { photoPart } from "./pictures.js";
import { isFull } from "./room.js";
import { beforeLeaving, go, view } from "./router.js";
import { faultsOf, length, limitOf } from "./rules.js";
import { run } from "./sending.js";
import { t } from "./speech.js";

const PAUSE = 400;

class Form {
  constructor(entry, offer) {
    this.entry = entry;
    this.offer = offer;
    this.timer = null;
  }

  get campaign() {
    return this.offer.campaigns.find((one) => one.id === this.entry.campaign) || this.offer.campaigns[0];
  }

  /** Takes what was said, and saves it when the person pauses. */
  said(name, value, redraw = false) {
    this.entry[name] = value;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), PAUSE);
    if (redraw) this.draw(name);
  }

  async save() {
    clearTimeout(this.timer);
    if (this.entry.state !== "draft") return;
    try {
      if (await entries.save(this.entry)) this.showSaved();
      else alarm(t("offline-moved-on"), t("offline-close"));
    } catch (error) {
      if (!isFull(error)) throw error;
    }
  }

  showSaved() {
    const note = byId("saved");
    if (note) note.textContent = t("offline-saved");
  }

  draw(focusOn = "") {
    this.entry.campaign = this.campaign.id;
    show("form", make("h1", { text: this.entry.name ? t("offline-for", { name: this.entry.name }) : t("offline-new") }), this.refusal(),
      make("form", { id: "entry", class: "stack", novalidate: true, on: { submit: (event) => this.finish(event) } },
        matterPart(this), this.textPart(), this.personPart(), consentPart(this), photoPart(this), choices(this, "occasion"), choices(this, "call"),
        make("p", { id: "saved", class: "hint", role: "status" }),
        make("button", { id: "next", class: "main", text: t("offline-next-person") }),
        button(t("offline-finish"), (event) => this.finish(event, true), "second", { id: "finish" }),
        button(t("offline-back-kept"), () => go("list"), "second", { id: "back" }),
        button(t("offline-delete"), () => this.remove(), "plain danger", { id: "delete" })));
    this.counted();
    if (focusOn && byId(focusOn)) byId(focusOn).focus();
  }

  refusal() {
    return this.entry.refusal ? make("p", { class: "alert", role: "alert" }, make("b", { text: t("offline-because") }), make("span", { text: this.entry.refusal })) : null;
  }

  textPart() {
    const area = make("textarea", { id: "text", rows: 8, required: true, "aria-describedby": "count twin" });
    area.value = this.entry.text;
    area.addEventListener("input", () => {
      this.said("text", area.value);
      this.counted();
    });
    area.addEventListener("change", () => this.warnOfTwin());
    return make("div", { class: "field" }, make("label", { for: "text", text: t("offline-text") }), area,
      make("p", { id: "count", class: "hint" }), make("p", { id: "twin", class: "warning", role: "status" }));
  }

  counted() {
    const [now, most] = [length(this.entry.text), limitOf(this.campaign, this.entry)];
    const count = byId("count");
    count.textContent = now > most ? t("offline-count-over", { now, most, over: now - most }) : t("offline-count", { now, most });
    count.classList.toggle("wrong", now > most);
  }

  async warnOfTwin() {
    const twin = await entries.twinOf(this.entry);
    const note = byId("twin");
    if (note) note.textContent = twin ? t("offline-twin", { name: twin.name || t("offline-nameless") }) : "";
  }

  personPart() {
    const asked = fieldsOf(this.campaign, this.entry);
    return make("fieldset", {}, make("legend", { text: t("offline-person") }),
      choices(this, "identity"), asked.map((name) => line(this, name)));
  }

  async finish(event, done = false) {
    event.preventDefault();
    if (this.entry.state !== "draft") return undefined;
    const faults = faultsOf(this.campaign, this.entry);
    if (faults.length) return this.tell(faults);
    alarm("");
    clearTimeout(this.timer);
    try {
      if (!(await entries.queue(this.entry))) return this.movedOn();
    } catch (error) {
      this.entry.state = "draft";
      if (isFull(error)) return undefined;
      throw error;
    }
    run().catch((error) => console.warn("not sent:", error.name));
    return done ? go("list") : go("form", null, this.entry);
  }

  /** Another window of this page has sent it meanwhile. */
  async movedOn() {
    await go("list");
    alarm(t("offline-moved-on"), t("offline-close"));
  }

  /** What is missing, all at once, each leading to its field. */
  tell(faults) {
    for (const marked of document.querySelectorAll("[aria-invalid]")) marked.removeAttribute("aria-invalid");
    const items = faults.map(([id, words]) => make("li", {}, make("a", { href: `#${id}`, text: words, on: { click: (event) => { event.preventDefault(); byId(id).focus(); } } })));
    for (const [id] of faults) byId(id).setAttribute("aria-invalid", "true");
    alarm("");
    byId("alerts").append(make("div", { class: "alert summary" }, make("h2", { text: t("offline-faults", { count: faults.length }) }), make("ul", {}, items)));
    byId(faults[0][0]).focus();
  }

  async remove() {
    if (!window.confirm(t("offline-delete-sure"))) return;
    clearTimeout(this.timer);
    beforeLeaving(async () => {});
    this.entry.state = "gone";
    await entries.remove(this.entry);
    await go("list");
  }
}

let current = null;
window.addEventListener("save-now", () => current && current.save());

/** An entry by its id, or a new one that keeps what is the same for all who sit here. */
view("form", async (id = null, before = null) => {
  const offer = await offered();
  const found = id ? await entries.find(id) : { ...entries.blank(before || await lastOne()), occasion: (before && before.occasion) || offer.occasion || "" };
  if (!found || !offer.campaigns.length) return go("list");
  if (found.state === "refused") found.state = "draft";
  if (found.state !== "draft") return go("list");
  current = new Form(found, offer);
  beforeLeaving(async () => {
    const leaving = current;
    current = null;
    alarm("");
    if (worthKeeping(leaving.entry)) await leaving.save();
  });
  return current.draw();
});

const worthKeeping = (entry) => Boolean(entry.text.trim() || entry.name.trim() || entry.photos.length);

async function lastOne() {
  const known = (await entries.list()).filter((entry) => entry.state !== "damaged");
  return known.length ? known[known.length - 1] : {};
}
