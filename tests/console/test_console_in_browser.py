"""The screening queue in a real browser, by keyboard."""

from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager

import pytest
from console_browser import served
from console_house import CLERK, PASSWORD, House
from playwright.async_api import Browser, Page, expect

from tests.e2e.conftest import browser
from tests.e2e.screens import DESKTOP, complaints_of, nothing_wrong

__all__ = ["browser"]
pytestmark = pytest.mark.browser


@asynccontextmanager
async def at_desk(browser: Browser, house: House) -> AsyncIterator[tuple[Page, str]]:
    async with served(house) as url:
        context = await browser.new_context(viewport=DESKTOP, locale="zh-CN", timezone_id="Asia/Shanghai")
        context.set_default_timeout(20_000)
        page = await context.new_page()
        complaints = await complaints_of(page)
        await page.goto(url)
        await page.get_by_label("账号").fill(CLERK)
        await page.get_by_label("密码").fill(PASSWORD)
        await leads_on(page, page.get_by_label("密码").press("Enter"))
        await expect(page.get_by_role("heading", level=1)).to_have_text("建议")
        yield page, url
        nothing_wrong(complaints)
        await context.close()


async def leads_on(page: Page, pressing: Awaitable[None]) -> None:
    """Wait for the page that a key leads to, with its scripts: only then are keys listened to."""
    async with page.expect_navigation():
        await pressing


async def test_the_queue_by_keyboard(house: House, browser: Browser) -> None:
    first, second = await house.suggest(), await house.suggest(text="公交站都该有座椅。")
    async with at_desk(browser, house) as (page, url):
        await page.goto(f"{url}/screening")
        await page.keyboard.press("?")
        await expect(page.get_by_role("dialog")).to_be_visible()
        await page.keyboard.press("Escape")
        await expect(page.get_by_role("dialog")).to_be_hidden()
        await leads_on(page, page.keyboard.press("j"))
        await expect(page.get_by_role("heading", level=1)).to_have_text(second.number)
        await leads_on(page, page.keyboard.press("k"))
        await expect(page.get_by_role("heading", level=1)).to_have_text(first.number)
        await page.keyboard.press("r")
        reason = page.get_by_label("要补正什么")
        await expect(reason).to_be_focused()
        await page.keyboard.type("jk请写明路口？")
        await expect(reason).to_have_value("jk请写明路口？")
        await page.keyboard.press("Tab")
        await leads_on(page, page.keyboard.press("Enter"))
        await expect(page.get_by_role("status")).to_contain_text("已办：退回补正")
        await expect(page.get_by_role("heading", level=1)).to_have_text(second.number)


async def test_the_keys_can_be_switched_off(house: House, browser: Browser) -> None:
    first, _ = await house.suggest(), await house.suggest()
    async with at_desk(browser, house) as (page, url):
        await page.goto(f"{url}/screening")
        await page.get_by_role("button", name="快捷键").click()
        await page.get_by_label("在这个浏览器里停用快捷键").check()
        await page.get_by_role("button", name="关闭").click()
        for _ in range(2):
            await page.keyboard.press("j")
            await page.keyboard.press("?")
            await expect(page.get_by_role("heading", level=1)).to_have_text(first.number)
            await expect(page.get_by_role("dialog")).to_have_count(0)
            await page.reload()
