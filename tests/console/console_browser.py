"""The console of a house, served to a real browser, and what every page of it must keep to."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from axe_playwright_python.async_playwright import Axe
from console_house import House
from playwright.async_api import Page

from jindianzi.servers import listen, serve
from tests.e2e.screens import DESKTOP, PHONE, fits, photograph

RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
    "preload": False,
}
OPEN_ALL = "for (const part of document.querySelectorAll('details')) part.open = true"


@asynccontextmanager
async def served(house: House) -> AsyncIterator[str]:
    bound, started = listen("127.0.0.1", 0), asyncio.Event()
    running = asyncio.create_task(serve(house.app, bound, started))
    await started.wait()
    yield f"http://127.0.0.1:{bound.getsockname()[1]}"
    running.cancel()
    with suppress(asyncio.CancelledError):
        await running


async def is_for_everyone(page: Page, folder: Path | None, name: str) -> None:
    """Look at a page as it comes and with every part of it open, on a desktop and on a phone."""
    for screen in (DESKTOP, PHONE):
        await page.set_viewport_size(screen)
        await fits(page)
        await photograph(page, folder, f"{name}-{screen['width']}", whole=True)
    await page.evaluate(OPEN_ALL)
    for screen in (PHONE, DESKTOP):
        await page.set_viewport_size(screen)
        await fits(page)
        await photograph(page, folder, f"{name}-{screen['width']}-open", whole=True)
        found = await Axe().run(page, options=RULES)
        assert found.violations_count == 0, found.generate_report()
