// Photos of an entry: of the matter, and of a consent signed on paper.

import { alarm, button, make } from "./dom.js";
import { dropPhoto, photoBytes } from "./entries.js";
import { add, asPicture, Unreadable } from "./photos.js";
import { isFull } from "./room.js";
import { ownPhotos } from "./rules.js";
import { t } from "./speech.js";

export function photoPart(form) {
  const [most, paper] = [form.campaign.photos, form.entry.consent === "paper"];
  if (!most && !paper && !form.entry.photos.length) return null;
  const list = make("ul", { class: "photos" });
  form.entry.photos.forEach((photo, place) => list.append(shown(form, photo, place + 1)));
  return make("fieldset", {}, make("legend", { text: t("offline-photos") }), make("p", { id: "photos-hint", class: "hint", text: t(most ? "offline-photos-hint" : "offline-paper-hint", { most }) }), list,
    paper ? chooser(form, "paper", t("offline-photo-paper"), true) : null,
    most || ownPhotos(form.entry).length ? chooser(form, "photos", t("offline-photo-add"), false) : null);
}

function chooser(form, id, words, paper) {
  const input = make("input", { id, type: "file", accept: "image/*", multiple: !paper, "aria-describedby": "photos-hint" });
  input.addEventListener("change", () => take(form, id, [...input.files], paper));
  return make("div", { class: "field" }, make("label", { for: id, text: words }), input);
}

async function take(form, id, files, paper) {
  alarm("");
  for (const file of files) {
    if (!paper && ownPhotos(form.entry).length >= form.campaign.photos) {
      alarm(t("offline-photos-most", { most: form.campaign.photos }), t("offline-close"));
      break;
    }
    try {
      await add(form.entry, file, paper);
    } catch (error) {
      if (error instanceof Unreadable) alarm(t("offline-photo-unreadable"), t("offline-close"));
      else if (!isFull(error)) throw error;
      break;
    }
  }
  await form.save();
  form.draw(id);
}

function shown(form, photo, place) {
  const words = t(photo.paper ? "offline-photo-is-paper" : "offline-photo-is", { place });
  const image = make("img", { alt: words, width: 96, height: 96 });
  photoBytes(photo).then((bytes) => {
    if (!bytes) return;
    image.addEventListener("load", () => URL.revokeObjectURL(image.src), { once: true });
    image.src = asPicture(bytes);
  }).catch((error) => console.info("not shown:", error.name));
  const remove = button(t("offline-photo-remove"), async () => {
    form.entry.photos = form.entry.photos.filter((one) => one !== photo);
    await form.save();
    await dropPhoto(photo);
    form.draw("photos");
  }, "plain", { "aria-label": `${t("offline-photo-remove")} ${words}` });
  return make("li", {}, image, make("span", { text: words }), remove);
}
