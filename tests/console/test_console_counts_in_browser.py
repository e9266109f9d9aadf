"""Requests to officers and quotas in a real browser: on a desk and a phone, for everyone, without scripts."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from console_browser import is_for_everyone
from console_house import House
from playwright.async_api import Browser, expect
from quotas_house import RURAL, field
from test_console_in_browser import at_desk

from backend import clock
from backend.dates import today
from tests.e2e.conftest import browser, shots
from tests.e2e.screens import PHONE

__all__ = ["browser", "shots"]
pytestmark = pytest.mark.browser


class Hands:
    at = datetime(2024, 8, 1, 4, tzinfo=UTC)


async def test_asking_and_counting_on_a_phone(house: House, browser: Browser, shots: Path | None) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(clock, "now", lambda: Hands.at)
        on = await field(house.db, Hands)
        await on.entered("A", RURAL)
    async with at_desk(browser, house) as (page, url):
        await page.goto(f"{url}/quotas?share=district")
        await is_for_everyone(page, shots, "c01-quotas")
        await page.goto(f"{url}/calls/new")
        await page.set_viewport_size(PHONE)
        await page.get_by_label("标题").fill("乡村道路")
        await page.get_by_label("征集要求").fill("请走访村民。")
        await page.get_by_text("城乡融合", exact=True).click()
        await page.get_by_label("精准发力推动乡村全面振兴").check()
        await page.get_by_label("截止日期").fill(f"{today() + timedelta(days=9):%Y-%m-%d}")
        async with page.expect_navigation():
            await page.get_by_role("button", name="看看有谁").click()
        await expect(page.get_by_role("status")).to_contain_text("符合条件的共 3 人")
        await is_for_everyone(page, shots, "c02-call-form")
        async with page.expect_navigation():
            await page.get_by_role("button", name="发送给 3 人").click()
        await expect(page.get_by_role("status")).to_contain_text("已发送")
        await is_for_everyone(page, shots, "c03-call")
        await page.goto(f"{url}/calls")
        await is_for_everyone(page, shots, "c04-calls")
