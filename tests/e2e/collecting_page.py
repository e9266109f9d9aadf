"""An officer with the offline collection page open on a phone."""

import io
from pathlib import Path
from typing import Any

from axe_playwright_python.async_playwright import Axe
from PIL import Image
from playwright.async_api import BrowserContext, FilePayload, Locator, Page, expect

from tests.collect.collect_house import photo
from tests.e2e.screens import complaints_of, fits, photograph

PASSPHRASE = "水渠 春耕 遮阳棚 2024"
PATIENCE = 30_000
ADD = """async ({ name, text, photo }) => {
  const at = document.querySelector("script[type=module]").src.replace("app.js", "");
  const entries = await import(at + "entries.js");
  const photos = await import(at + "photos.js");
  const entry = entries.blank({ campaign: "city-2024", theme: "megacity", topic: "t16" });
  Object.assign(entry, { name, text, identity: "resident", consent: "spoken", agreed_at: Date.now() });
  await entries.save(entry);
  const bytes = Uint8Array.from(atob(photo), (letter) => letter.charCodeAt(0));
  await photos.add(entry, new File([bytes], "IMG.jpg", { type: "image/jpeg" }), false);
  await entries.queue(entry);
}"""
RAW = """async () => {
  const db = await new Promise((resolve) => {
    const request = indexedDB.open("jindianzi-collect");
    request.onsuccess = () => resolve(request.result);
  });
  const told = [];
  const words = (value) => {
    if (value instanceof ArrayBuffer) return new TextDecoder().decode(value);
    if (ArrayBuffer.isView(value)) return new TextDecoder().decode(value);
    if (value && typeof value === "object") return Object.values(value).map(words).join(" ");
    return String(value);
  };
  for (const name of db.objectStoreNames) {
    const store = db.transaction(name).objectStore(name);
    const rows = await new Promise((resolve) => {
      const request = store.getAll();
      request.onsuccess = () => resolve(request.result);
    });
    told.push(...rows.map((row) => words(row)));
  }
  db.close();
  return told.join("\\n");
}"""


def with_place(seed: str) -> FilePayload:
    """Draw a photo as cameras write them, with the place where it was taken."""
    content = io.BytesIO()
    picture = Image.open(io.BytesIO(photo(seed))).convert("RGB").resize((3000, 1500))
    picture.save(content, "JPEG", exif=b"Exif\x00\x00" + b"SECRETPLACE" * 3, quality=60)
    return {"name": "IMG_示例.jpg", "mimeType": "image/jpeg", "buffer": content.getvalue()}


class Collector:
    def __init__(self, page: Page, complaints: list[str], shots: Path | None) -> None:
        self.page, self.complaints, self.shots = page, complaints, shots

    @classmethod
    async def on(cls, context: BrowserContext, address: str, shots: Path | None) -> "Collector":
        page = await context.new_page()
        collector = cls(page, await complaints_of(page), shots)
        await page.goto(address)
        return collector

    async def is_at(self, view: str) -> None:
        await expect(self.page.locator("#main")).to_have_attribute("data-view", view, timeout=PATIENCE)

    async def begins(self, passphrase: str = PASSPHRASE) -> None:
        await self.is_at("begin")
        await self.page.locator("#passphrase").fill(passphrase)
        await self.page.locator("#again").fill(passphrase)
        await self.page.locator("#known").check()
        await self.page.locator("form .main").click()
        await self.is_at("list")

    async def unlocks(self, passphrase: str = PASSPHRASE) -> None:
        await self.is_at("locked")
        await self.page.locator("#passphrase").fill(passphrase)
        await self.page.locator("form .main").click()
        await self.is_at("list")

    async def is_kept(self) -> None:
        """Wait until the page's own worker has everything."""
        await self.page.evaluate("navigator.serviceWorker.ready.then(() => true)")

    async def writes(self, name: str, text: str, *photos: FilePayload) -> None:
        """Fill the form that is shown; what it keeps from the person before stays."""
        await self.is_at("form")
        if not await self.page.locator("#theme").input_value():
            await self.page.locator("#theme").select_option("megacity")
            await self.page.locator("#topic").select_option("t16")
        await self.page.locator("#text").fill(text)
        await self.page.locator("#identity").select_option("resident")
        await self.page.locator("#name").fill(name)
        await self.page.locator("#consent-spoken").check()
        if photos:
            await self.page.locator("#photos").set_input_files(list(photos))
            await expect(self.page.locator(".photos img")).to_have_count(len(photos))

    async def adds(self, **entry: str) -> None:
        """Save an entry as the form does, without typing it."""
        await self.page.evaluate(ADD, entry)

    def rows(self, state: str) -> Locator:
        return self.page.locator(f"section.{state} li")

    async def has(self, **counts: int) -> None:
        for state, count in counts.items():
            await expect(self.rows(state)).to_have_count(count, timeout=PATIENCE * 3)

    async def raw(self) -> str:
        """Return all that lies in the browser's database, as anyone who opens the phone reads it."""
        found: str = await self.page.evaluate(RAW)
        return found

    async def stage(self, name: str) -> None:
        """Look at the page as it stands: it fits the phone, and axe finds nothing wrong."""
        found: list[dict[str, Any]] = (await Axe().run(self.page)).response["violations"]
        assert [(one["id"], node["html"][:160]) for one in found for node in one["nodes"]] == [], name
        await fits(self.page)
        await photograph(self.page, self.shots, name, whole=True)
