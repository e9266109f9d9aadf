"""A person in front of the page."""

from pathlib import Path

from playwright.async_api import FilePayload, Locator, Page, expect


async def becomes(page: Page, script: str, wanted: object) -> None:
    """Ask again and again, for what the browser does in its own time."""
    found: object = None
    for _ in range(100):
        found = await page.evaluate(script)
        if found == wanted:
            return
        await page.wait_for_timeout(100)
    assert found == wanted


class Person:
    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.url = url
        self.errors: list[str] = []
        page.on("pageerror", lambda error: self.errors.append(str(error)))

    async def opens(self, path: str = "/") -> None:
        await self.page.goto(self.url + path)

    async def starts(self, path: str = "/") -> None:
        await self.opens(path)
        await self.page.locator("#start-button").click()
        await self.is_connected()

    async def is_connected(self) -> None:
        await expect(self.page.locator("#app")).to_have_attribute(
            "data-connection", "connected", timeout=15_000
        )

    async def chat(self) -> int:
        return int(await self.page.locator("#app").get_attribute("data-chat") or 0)

    def messages(self, text: str | None = None) -> Locator:
        found = self.page.locator("article.message[data-message-id]")
        return found if text is None else found.filter(has_text=text)

    async def types(self, text: str) -> None:
        await self.page.locator("#text").fill(text)

    async def says(self, text: str) -> None:
        await self.types(text)
        await self.page.locator("#send").click()

    async def sees(self, text: str, times: int = 1) -> None:
        await expect(self.messages(text)).to_have_count(times)

    def button(self, text: str) -> Locator:
        return self.page.locator(".inline-button", has_text=text)

    async def taps(self, text: str) -> None:
        await self.button(text).click()

    def option(self, text: str) -> Locator:
        return self.page.locator("dialog .option", has_text=text)

    async def chooses_from_menu(self, *options: str) -> None:
        await self.page.locator("#menu-button").click()
        for option in options:
            await self.option(option).click()

    async def opens_chat_as(self, name: str) -> None:
        await self.chooses_from_menu("新聊天")
        await self.page.locator("#new-name").fill(name)
        await self.page.locator("dialog .primary").click()
        await expect(self.page.locator("#person-name")).to_have_text(name)

    async def attaches(self, kind: str, *files: FilePayload, caption: str = "") -> None:
        await self.page.locator("#attach-button").click()
        async with self.page.expect_file_chooser() as choosing:
            await self.option(kind).click()
        await (await choosing.value).set_files(list(files))
        await self.page.locator("#caption").fill(caption)
        await self.page.locator("dialog.files .primary").click()

    async def edits(self, old: str, new: str) -> None:
        await self.messages(old).locator(".text").click()
        await self.option("修改").click()
        await self.says(new)

    async def fits_the_screen(self) -> None:
        widths = (
            "[document.documentElement.scrollWidth, innerWidth, messages.scrollWidth - messages.clientWidth]"
        )
        page_width, screen, overflow = await self.page.evaluate(widths)
        assert page_width <= screen
        assert overflow <= 0

    async def photographs(self, folder: Path | None, name: str) -> None:
        if folder is not None:
            await self.page.screenshot(path=folder / f"{name}.png", animations="disabled")
