"""The head of every page leaves a phone's screen to the page, in usual type and in type of twice the size."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from axe_playwright_python.async_playwright import Axe
from console_browser import RULES, served
from console_house import CLERK, House
from playwright.async_api import Browser, Page, async_playwright, expect
from sqlalchemy import select, update

from backend import clock
from backend.console.session import COOKIE
from backend.i18n import LANGUAGES, label
from backend.notices.model import Kind, Notice
from backend.staff.model import Staff
from tests.e2e.conftest import CHROMIUM, browser, shots
from tests.e2e.screens import PHONE, complaints_of, fits, nothing_wrong, photograph

__all__ = ["browser", "shots"]
pytestmark = pytest.mark.browser

TALLEST = 64
USUAL, LARGE = 16, 32
MANY = 120
TARGETS = """() => [...document.querySelectorAll("header a, header button, header summary")]
    .filter((each) => each.checkVisibility() && !each.closest(".unseen"))
    .map((each) => [each.textContent.trim(), each.getBoundingClientRect()])
    .map(([words, box]) => [words, Math.round(box.width), Math.round(box.height)])"""


@pytest.fixture(params=[USUAL, LARGE], ids=["usual", "large"])
async def typed(request: pytest.FixtureRequest, browser: Browser) -> AsyncIterator[tuple[int, Browser]]:
    """A browser in which people have chosen the size of the type, as they do in its settings."""
    if request.param == USUAL:
        yield USUAL, browser
        return
    async with async_playwright() as playwright:
        large = await playwright.chromium.launch(
            executable_path=shutil.which("chromium") or shutil.which("chromium-browser"),
            args=[*CHROMIUM, f"--blink-settings=defaultFontSize={LARGE}"],
        )
        yield LARGE, large
        await large.close()


@pytest.fixture
async def noticed(house: House) -> House:
    """More notices than two figures say."""
    one = await house.suggest()
    async with house.db.begin() as session:
        clerk = (await session.scalars(select(Staff.id).where(Staff.login == CLERK))).one()
        row = {"staff_id": clerk, "suggestion_id": one.id, "kind": Kind.FORWARDED, "at": clock.now()}
        session.add_all(Notice(**row, once=f"day:{number}") for number in range(MANY))
    return house


async def test_the_folded_head_is_one_line(
    noticed: House, typed: tuple[int, Browser], shots: Path | None
) -> None:
    size, chromium = typed
    async with served(noticed) as url, noticed.at_desk(CLERK) as clerk:
        context = await chromium.new_context(viewport=PHONE)
        page = await context.new_page()
        complaints = await complaints_of(page)
        for language in LANGUAGES:
            await context.clear_cookies()
            await looks(page, f"{url}/sign-in?language={language}", language, size, shots)
            token = clerk.cookies[COOKIE]
            await context.add_cookies([{"name": COOKIE, "value": token, "url": url}])
            async with noticed.db.begin() as session:
                await session.execute(update(Staff).values(language=language))
            for place in ("suggestions", "officers"):
                await looks(page, f"{url}/{place}", language, size, shots)
                await unfolds(page, language, f"head-{place}-{language}-{size}", shots)
        nothing_wrong(complaints)
        await context.close()


async def looks(page: Page, address: str, language: str, size: int, shots: Path | None) -> None:
    await page.goto(address)
    assert await page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") == size
    await photograph(page, shots, f"head-{address.rpartition('/')[2].partition('?')[0]}-{language}-{size}")
    head = await page.locator("header.top").bounding_box()
    assert head
    assert head["height"] <= TALLEST, await page.evaluate(TARGETS)
    await is_for_everyone(page)


async def unfolds(page: Page, language: str, name: str, shots: Path | None) -> None:
    """Everything that was in the head is in the menu, and the line with the menu stays where it was."""
    folded = await page.locator(".menu > summary").bounding_box()
    await page.locator(".menu > summary").focus()
    await page.keyboard.press("Enter")
    assert await page.locator(".menu > summary").bounding_box() == folded
    menu = page.locator(".menu")
    for key in ("console-notices", "points", "console-ledger"):
        await expect(menu.get_by_role("link", name=label(language, key))).to_be_visible()
    for key in ("console-sign-out", f"console-language-{'en' if language == 'zh-CN' else 'zh-CN'}"):
        await expect(menu.get_by_role("button", name=label(language, key))).to_be_visible()
    await expect(menu.get_by_role("link", name=CLERK)).to_be_visible()
    await photograph(page, shots, f"{name}-open")
    await is_for_everyone(page)


async def is_for_everyone(page: Page) -> None:
    await fits(page)
    for words, width, height in await page.evaluate(TARGETS):
        assert min(width, height) >= 44, words
    found = await Axe().run(page, options=RULES)
    assert found.violations_count == 0, found.generate_report()
