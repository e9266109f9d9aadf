"""A citizen with the web chat open on a phone."""

from io import BytesIO
from pathlib import Path
from typing import Self

from PIL import Image
from playwright.async_api import Browser, FilePayload, Locator, Page, ViewportSize, expect

from tests.e2e.screens import PHONE, complaints_of, fits, nothing_wrong, photograph
from tests.webchat_page.person import Person

PATIENCE_MILLISECONDS = 20_000


def photo(name: str) -> FilePayload:
    content = BytesIO()
    Image.new("RGB", (480, 360), "darkorange").save(content, "PNG")
    return {"name": name, "mimeType": "image/png", "buffer": content.getvalue()}


def document(name: str, words: str) -> FilePayload:
    return {"name": name, "mimeType": "text/plain", "buffer": words.encode()}


class Citizen(Person):
    def __init__(self, page: Page, url: str, complaints: list[str], shots: Path | None) -> None:
        super().__init__(page, url)
        self.complaints, self.shots = complaints, shots

    @classmethod
    async def at(
        cls, browser: Browser, url: str, *, language: str, shots: Path | None, screen: ViewportSize = PHONE
    ) -> Self:
        context = await browser.new_context(viewport=screen, locale=language, timezone_id="Asia/Shanghai")
        context.set_default_timeout(PATIENCE_MILLISECONDS)
        page = await context.new_page()
        return cls(page, url, await complaints_of(page), shots)

    async def is_connected(self) -> None:
        app = self.page.locator("#app")
        await expect(app).to_have_attribute("data-connection", "connected", timeout=PATIENCE_MILLISECONDS)

    async def leaves(self, *, but: tuple[str, ...] = ()) -> None:
        nothing_wrong(self.complaints + self.errors, but=but)
        await self.page.context.close()

    def newest(self, *words: str) -> Locator:
        """Find the newest message that has all these words."""
        found = self.messages()
        for word in words:
            found = found.filter(has_text=word)
        return found.last

    async def is_asked(self, *words: str) -> None:
        """Wait until the window that asks now, the newest with buttons, shows all these words."""
        asking = self.page.locator("article[data-mine=false]", has=self.page.locator(".inline-button")).last
        for word in words:
            await expect(asking).to_contain_text(word, timeout=PATIENCE_MILLISECONDS)
        await expect(self.page.locator("article.pending")).to_have_count(0)

    async def reads(self, *words: str) -> None:
        """Wait until one message shows all these words."""
        await expect(self.newest(*words)).to_be_visible(timeout=PATIENCE_MILLISECONDS)

    async def stage(self, name: str) -> None:
        """Look at the page as it stands: it fits the phone, and a picture is taken."""
        await fits(self.page)
        await self.fits_the_screen()
        await photograph(self.page, self.shots, name)

    async def sent_codes(self, words: str) -> list[str]:
        """Return what the newest message with these words sets off as code: number and query code."""
        return await self.newest(words).locator("code").all_inner_texts()
