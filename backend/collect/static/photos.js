// Photos are drawn anew on the phone: small enough for a poor line, and without what the camera wrote into them.

import { keepPhoto } from "./entries.js";

const LONGEST_SIDE = 2560;
const QUALITY = 0.82;
const JPEG = "image/jpeg";

export class Unreadable extends Error {}

function scaled(width, height) {
  const share = Math.min(1, LONGEST_SIDE / Math.max(width, height));
  return [Math.max(1, Math.round(width * share)), Math.max(1, Math.round(height * share))];
}

/** The picture as JPEG, with its longer side no longer than 2560 pixels, turned as it was taken. */
export async function shrunk(file) {
  let picture;
  try {
    picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  } catch (error) {
    throw new Unreadable(error.message);
  }
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = scaled(picture.width, picture.height);
  const pen = canvas.getContext("2d");
  pen.fillStyle = "#ffffff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const blob = await new Promise((resolve) => canvas.toBlob(resolve, JPEG, QUALITY));
  if (!blob) throw new Unreadable("no picture");
  return blob.arrayBuffer();
}

export async function sha256(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Puts a photo into an entry: its bytes are on the disk, sealed, before the entry names it. */
export async function add(entry, file, paper) {
  const bytes = await shrunk(file);
  const photo = { id: crypto.randomUUID(), sha256: await sha256(bytes), size: bytes.byteLength, paper };
  await keepPhoto(entry, photo, bytes);
  entry.photos.push(photo);
  return photo;
}

export const asPicture = (bytes) => URL.createObjectURL(new Blob([bytes], { type: JPEG }));
