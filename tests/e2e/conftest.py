"""Chromium, and the demonstration as a process of its own."""

import os
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, async_playwright, expect

from tests.e2e.collecting_house import collected, collecting, collector, officer
from tests.e2e.demo_process import Demo

__all__ = ["browser", "collected", "collecting", "collector", "demo", "officer", "shots"]

CHROMIUM = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]

expect.set_options(timeout=20_000)


@pytest.fixture(scope="session")
async def browser() -> AsyncIterator[Browser]:
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        if os.environ.get("CI") == "true":
            pytest.fail("CI needs Chromium for the story in the browser")
        pytest.skip("no Chromium on this machine: the story is not told here")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=program, args=CHROMIUM)
        yield browser
        await browser.close()


@pytest.fixture(scope="session")
async def demo(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Demo]:
    running = Demo(tmp_path_factory.mktemp("demo"))
    await running.start()
    yield running
    await running.end()


@pytest.fixture
def shots() -> Path | None:
    """Where pictures of the stages go, when JINDIANZI_SHOTS names a folder."""
    if "JINDIANZI_SHOTS" not in os.environ:
        return None
    folder = Path(os.environ["JINDIANZI_SHOTS"])
    folder.mkdir(parents=True, exist_ok=True)
    return folder
