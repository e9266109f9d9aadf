// The questions of the form, as the campaign asks them.

import { make } from "./dom.js";
import { LINES, OTHER, requiredOf, themeOf } from "./rules.js";
import { said, spoken, t } from "./speech.js";

const WORDS = {
  campaign: "offline-campaign", theme: "offline-theme", topic: "offline-topic", scope: "offline-scope", receiving_unit: "offline-receiving_unit",
  identity: "offline-identity", occasion: "offline-occasion", call: "offline-call", name: "offline-name", contact: "offline-contact",
  work_unit: "offline-work_unit", school: "offline-school", address: "offline-address",
};
const LISTS = { scope: "scopes", receiving_unit: "receiving_units", identity: "audiences", occasion: "occasions", call: "calls" };
const OPTIONAL = ["occasion", "call"];

function select(form, name, options, redraw = false) {
  const field = make("select", { id: name }, make("option", { value: "", text: t(OPTIONAL.includes(name) ? "offline-choose-none" : "offline-choose") }),
    options.map(([value, text]) => make("option", { value, text })));
  field.value = String(form.entry[name] || "");
  if (field.selectedIndex < 0) field.value = form.entry[name] = "";  // kept from before, and offered no more
  field.addEventListener("change", () => form.said(name, field.value, redraw));
  return make("div", { class: "field" }, make("label", { for: name, text: t(WORDS[name]) }), field);
}

const named = (one) => [String(one.id), one.name ? said(one.name) : one.title];

/** A list of one is no question, but what is optional is asked as soon as there is one. */
export function choices(form, name) {
  const among = form.campaign[LISTS[name]];
  if (among.length < (OPTIONAL.includes(name) ? 1 : 2)) {
    if (!OPTIONAL.includes(name)) form.entry[name] = "";  // kept from before, and not asked here
    return null;
  }
  return select(form, name, among.map(named), name === "identity");
}

export function matterPart(form) {
  const { campaigns } = form.offer;
  const theme = themeOf(form.campaign, form.entry);
  const topics = theme ? [...theme.topics.filter((one) => one.id !== OTHER).map(named), [OTHER, t("offline-topic-other")]] : [];
  return make("fieldset", {}, make("legend", { text: t("offline-matter") }),
    campaigns.length > 1 ? select(form, "campaign", campaigns.map((one) => [one.id, said(one.title)]), true) : null,
    select(form, "theme", form.campaign.themes.map(named), true),
    theme ? select(form, "topic", topics) : null,
    choices(form, "scope"), choices(form, "receiving_unit"));
}

export const fieldsOf = (campaign, entry) => LINES.filter((name) => requiredOf(campaign, entry).includes(name));

export function line(form, name) {
  const more = name === "contact" ? { inputmode: "tel", "aria-describedby": "contact-hint" } : {};
  const input = make("input", { id: name, autocomplete: "off", required: name === "name", maxlength: 200, ...more });
  input.value = form.entry[name] || "";
  input.addEventListener("input", () => form.said(name, input.value));
  const hint = name === "contact" ? make("p", { id: "contact-hint", class: "hint", text: t("offline-contact-hint") }) : null;
  return make("div", { class: "field" }, make("label", { for: name, text: t(WORDS[name]) }), hint, input);
}

function consentChoice(form, value, words) {
  const id = `consent-${value}`;
  const radio = make("input", { id, type: "radio", name: "consent", value, checked: form.entry.consent === value });
  radio.addEventListener("change", () => {
    form.entry.agreed_at = Date.now();
    form.said("consent", value, true);
    document.getElementById(id).focus();
  });
  return make("div", { class: "check" }, radio, make("label", { for: id, text: words }));
}

/** How the person agreed (R49); the wording is there to be read out. */
export function consentPart(form) {
  const wording = form.campaign.privacy[spoken()] || said(form.campaign.privacy);
  return make("fieldset", {}, make("legend", { text: t("offline-consent") }),
    make("details", {}, make("summary", { text: t("offline-consent-read") }), make("p", { class: "wording", text: wording })),
    consentChoice(form, "spoken", t("offline-consent-spoken")), consentChoice(form, "paper", t("offline-consent-paper")));
}
