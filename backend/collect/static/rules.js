// What an entry needs before it may wait for the line; the server looks at everything once more.

import { t } from "./speech.js";

export const LINES = ["name", "contact", "work_unit", "school", "address"];
export const OTHER = "other";

/** Characters as the server counts them. */
export const length = (text) => [...text.normalize("NFC").replace(/\r\n/g, "\n").trim()].length;

const audienceOf = (campaign, entry) => campaign.audiences.find((one) => one.id === entry.identity);

export function limitOf(campaign, entry) {
  const audience = audienceOf(campaign, entry);
  return (audience && audience.maximum) || campaign.maximum;
}

export function requiredOf(campaign, entry) {
  const audience = audienceOf(campaign, entry);
  return ["name", "contact", ...campaign.required, ...(audience ? audience.also : [])];
}

export const themeOf = (campaign, entry) => campaign.themes.find((one) => one.id === entry.theme);

const isAsked = (campaign, list) => campaign[list].length > 1;

/** Pairs of a field's id and a sentence, in the order of the form. */
export function faultsOf(campaign, entry) {
  const faults = [];
  const need = (id, sentence) => faults.push([id, t(sentence)]);
  if (!themeOf(campaign, entry)) need("theme", "offline-need-theme");
  else if (!entry.topic) need("topic", "offline-need-topic");
  if (isAsked(campaign, "scopes") && !entry.scope) need("scope", "offline-need-scope");
  if (isAsked(campaign, "receiving_units") && !entry.receiving_unit) need("receiving_unit", "offline-need-receiving_unit");
  const [now, most] = [length(entry.text), limitOf(campaign, entry)];
  if (!now) need("text", "offline-need-text");
  if (now > most) faults.push(["text", t("offline-count-over", { now, most, over: now - most })]);
  if (isAsked(campaign, "audiences") && !entry.identity) need("identity", "offline-need-identity");
  if (!/\p{L}/u.test(entry.name)) need("name", "offline-need-name");
  return [...faults, ...consentFaults(campaign, entry)];
}

/** Photos of the matter; a consent signed on paper is none of them. */
export const ownPhotos = (entry) => entry.photos.filter((photo) => !photo.paper);

function consentFaults(campaign, entry) {
  const paper = entry.photos.some((photo) => photo.paper);
  if (!entry.consent) return [["consent-spoken", t("offline-need-consent")]];
  if (entry.consent === "paper" && !paper) return [["paper", t("offline-need-paper")]];
  if (ownPhotos(entry).length > campaign.photos) return [["photos", t("offline-photos-most", { most: campaign.photos })]];
  return [];
}
