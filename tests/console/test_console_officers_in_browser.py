"""Officers, contact points and events in a real browser: by keyboard and label, on a phone, for everyone."""

from pathlib import Path

import pytest
from console_browser import is_for_everyone
from console_house import House
from playwright.async_api import Browser, Page, expect
from test_console_in_browser import at_desk

from tests.e2e.conftest import browser, shots

__all__ = ["browser", "shots"]
pytestmark = pytest.mark.browser


async def filled(page: Page, **said: str) -> None:
    """Fill what was labelled so, and send the form by the keyboard alone."""
    for label, words in said.items():
        await page.get_by_label(label, exact=True).last.fill(words)
    async with page.expect_navigation():
        await page.keyboard.press("Enter")


async def test_the_pages_of_officers_points_and_events(
    house: House, browser: Browser, shots: Path | None
) -> None:
    async with at_desk(browser, house) as (page, url):
        await page.goto(f"{url}/points")
        await page.locator("#unit").select_option(await house.unit("transport"))
        await filled(page, 区县="示例区", 地址="示例路 1 号", 名称="示例社区便民服务站")
        await expect(page.get_by_role("status")).to_contain_text("联系点已设立")
        async with page.expect_navigation():
            await page.get_by_role("button", name="新建入口").click()
        await is_for_everyone(page, shots, "p01-point")
        await page.goto(f"{url}/points")
        await is_for_everyone(page, shots, "p02-points")

        await page.goto(f"{url}/events")
        await page.get_by_label("领导接访下访").check()
        await page.locator("#unit").select_option(await house.unit("transport"))
        await page.get_by_label("第一天").fill("2024-08-01")
        await filled(page, 名称="示例社区广场接访")
        await expect(page.get_by_role("status")).to_contain_text("场次已建好")
        await is_for_everyone(page, shots, "p03-event")
        await page.goto(f"{url}/events")
        await is_for_everyone(page, shots, "p04-events")

        await page.goto(f"{url}/officers")
        await page.locator("#unit").select_option(await house.unit("transport"))
        await page.locator("#point").select_option("1")
        await filled(page, 姓名="李四")
        await expect(page.get_by_role("status")).to_contain_text("只显示这一次")
        await is_for_everyone(page, shots, "p05-invitation")
        await page.goto(f"{url}/officers/1")
        await is_for_everyone(page, shots, "p06-officer")
        await page.goto(f"{url}/officers")
        await is_for_everyone(page, shots, "p07-officers")
