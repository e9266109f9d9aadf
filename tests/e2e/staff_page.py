"""A member of staff at the console."""

from pathlib import Path
from typing import Self

from playwright.async_api import Browser, Page, ViewportSize, expect

from tests.e2e.demo_process import Account
from tests.e2e.screens import DESKTOP, NARROWEST_TABLE, PHONE, complaints_of, fits, nothing_wrong, photograph


class Staff:
    def __init__(self, page: Page, url: str, complaints: list[str], shots: Path | None) -> None:
        self.page, self.url, self.complaints, self.shots = page, url, complaints, shots

    @classmethod
    async def at(
        cls, browser: Browser, url: str, *, screen: ViewportSize = DESKTOP, shots: Path | None = None
    ) -> Self:
        context = await browser.new_context(viewport=screen, locale="zh-CN", timezone_id="Asia/Shanghai")
        context.set_default_timeout(10_000)
        page = await context.new_page()
        return cls(page, url, await complaints_of(page), shots)

    async def leaves(self, *, but: tuple[str, ...] = ()) -> None:
        nothing_wrong(self.complaints, but=but)
        await self.page.context.close()

    async def signs_in(self, account: Account) -> None:
        await self.page.goto(self.url)
        await self.page.get_by_label("账号").fill(account.login)
        await self.page.get_by_label("密码").fill(account.password)
        await self.page.get_by_role("button", name="登录").click()
        await expect(self.page.get_by_role("heading", level=1)).to_be_visible()
        if await (chinese := self.page.locator("button[lang=zh-CN]")).count():  # somebody read it in English
            await chinese.click()
        await expect(self.page.get_by_role("heading", level=1)).to_have_text("建议")

    async def opens(self, number: str) -> None:
        await self.page.goto(f"{self.url}/suggestions")
        await self.page.get_by_role("link", name=number).click()
        await expect(self.page.get_by_role("heading", level=1)).to_have_text(number)

    async def reads(self, *words: str) -> None:
        for word in words:
            await expect(self.page.locator("main")).to_contain_text(word)

    async def forwards_to(self, unit: str) -> None:
        await self.page.get_by_label("承办单位").select_option(label=unit)
        await self.page.get_by_role("button", name="转给该单位").click()

    async def replies(self, outcome: str, text: str, reason: str) -> None:
        await self.page.get_by_role("radio", name=outcome).check()
        await self.page.get_by_label("答复内容").fill(text)
        await self.page.get_by_label("理由", exact=True).fill(reason)
        await self.page.get_by_role("button", name="发出答复").click()

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
