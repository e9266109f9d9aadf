"""A member of staff at the console."""

import re
from pathlib import Path
from typing import Self

from playwright.async_api import Browser, Locator, Page, ViewportSize, expect

from backend.i18n import label
from tests.e2e.demo_process import Account
from tests.e2e.screens import DESKTOP, NARROWEST_TABLE, PHONE, complaints_of, fits, nothing_wrong, photograph


class Staff:
    """Reads in one language; what is pressed and filled in is named by the keys of its sentences."""

    def __init__(
        self, page: Page, url: str, complaints: list[str], shots: Path | None, language: str = "zh-CN"
    ) -> None:
        self.page, self.url, self.complaints, self.shots = page, url, complaints, shots
        self.language = language

    @classmethod
    async def at(
        cls,
        browser: Browser,
        url: str,
        *,
        screen: ViewportSize = DESKTOP,
        shots: Path | None = None,
        language: str = "zh-CN",
    ) -> Self:
        context = await browser.new_context(viewport=screen, locale="zh-CN", timezone_id="Asia/Shanghai")
        context.set_default_timeout(20_000)
        page = await context.new_page()
        return cls(page, url, await complaints_of(page), shots, language)

    def t(self, key: str, **blanks: str | int) -> str:
        return label(self.language, key, **blanks)

    async def leaves(self, *, but: tuple[str, ...] = ()) -> None:
        nothing_wrong(self.complaints, but=but)
        await self.page.context.close()

    async def signs_in(self, account: Account, *, home: str = "console-desk") -> None:
        await self.page.goto(f"{self.url}/sign-in?language={self.language}")
        await self.page.get_by_label(self.t("console-login")).fill(account.login)
        await self.page.get_by_label(self.t("console-password")).fill(account.password)
        await self.presses("console-sign-in")
        await expect(self.page).not_to_have_url(re.compile("/sign-in"))
        mine = self.page.locator(f"button[lang={self.language}]")
        if await mine.count():  # read otherwise so far
            await self.unfolds()
            await self.follows(mine.locator("visible=true"))
        await self.is_at(self.t(home))

    async def is_at(self, heading: str) -> None:
        await expect(self.page.get_by_role("heading", level=1)).to_have_text(heading)

    async def unfolds(self) -> None:
        """Open the menu, in which the head is folded up on a phone."""
        menu = self.page.locator(".menu > summary")
        if await menu.is_visible():
            await menu.click()

    async def goes_to(self, place: str) -> None:
        """Take the main navigation."""
        await self.unfolds()
        places = self.page.get_by_role("navigation", name=self.t("console-nav"))
        await self.follows(places.get_by_role("link", name=re.compile(rf"^{self.t(place)}(\s|$)")))

    async def follows(self, link: Locator) -> None:
        """Take a link or press a button that leads to a page, and wait until that page is there."""
        async with self.page.expect_navigation():
            await link.click()

    async def presses(self, key: str, within: Locator | None = None) -> None:
        """Send a form, and wait for the page that answers."""
        await self.follows((within or self.page).get_by_role("button", name=self.t(key), exact=True))

    async def does(self, verb: str, **fields: str) -> None:
        """Open the form of a verb, fill in its fields, and send it."""
        form = self.page.locator(f"#do-{verb}")
        if await form.get_attribute("open") is None:
            await form.locator("summary").first.click()
        for name, words in fields.items():
            await form.locator(f"[name={name}]").fill(words)
        await self.presses(f"console-send-{verb}", form)

    async def is_told_next(self, step: str) -> None:
        """Check that what is to be done next stands on the first screen."""
        await expect(self.page.locator(".next")).to_have_text(self.t(f"console-next-{step}"))
        await expect(self.page.locator(".next")).to_be_in_viewport()

    async def opens(self, number: str) -> None:
        await self.page.goto(f"{self.url}/suggestions?show=all")
        await self.follows(self.page.get_by_role("link", name=number))
        await self.is_at(number)

    async def reads(self, *words: str) -> None:
        for word in words:
            await expect(self.page.locator("main")).to_contain_text(word)

    async def forwards_to(self, unit: str) -> None:
        await self.page.get_by_label(self.t("console-forward-unit")).select_option(label=unit)
        await self.presses("console-forward-do")

    async def writes_reply(self, outcome: str, text: str, reason: str) -> None:
        await self.page.get_by_role("radio", name=re.compile(f"^{outcome}")).check()
        await self.page.get_by_role("textbox", name=self.t("console-reply-text"), exact=True).fill(text)
        await self.page.get_by_role("textbox", name=self.t("console-reply-reason"), exact=True).fill(reason)

    async def replies(self, outcome: str, text: str, reason: str) -> None:
        await self.writes_reply(outcome, text, reason)
        await self.presses("console-reply-do")

    async def downloads(self, name: str) -> tuple[str, bytes]:
        """Return the name offered for saving, and the bytes."""
        async with self.page.expect_download() as downloading:
            await self.page.get_by_role("link", name=name).click()
        download = await downloading.value
        return download.suggested_filename, (await download.path()).read_bytes()

    async def stage(self, name: str) -> None:
        """Look at the page on a desktop, on the narrowest screen with a table, and on a phone."""
        seen = self.page.viewport_size
        for screen in (DESKTOP, NARROWEST_TABLE, PHONE):
            await self.page.set_viewport_size(screen)
            await fits(self.page)
            await photograph(self.page, self.shots, f"{name}-{screen['width']}", whole=True)
        await self.page.set_viewport_size(seen or DESKTOP)
