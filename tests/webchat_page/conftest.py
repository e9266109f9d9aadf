"""A real chat server as a process, a bot played over plain HTTP, and Chromium."""

import io
import os
import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import httpx
import pytest
from PIL import Image
from playwright.async_api import Browser, BrowserContext, async_playwright, expect

from tests.webchat_page.person import Person
from tests.webchat_page.played_bot import PlayedBot
from tests.webchat_page.server import ChatServer

CHROMIUM = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
PHONE = {"width": 360, "height": 740}
USUAL_PATIENCE = 20_000  # milliseconds

expect.set_options(timeout=USUAL_PATIENCE)


@pytest.fixture(scope="session")
def chat_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ChatServer]:
    server = ChatServer(tmp_path_factory.mktemp("webchat-page"))
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="session")
async def browser() -> AsyncIterator[Browser]:
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        if os.environ.get("CI") == "true":
            pytest.fail("CI needs Chromium for the tests of the page")
        pytest.skip("no Chromium on this machine: the page is not tested here")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=program, args=CHROMIUM)
        yield browser
        await browser.close()


@pytest.fixture
async def bot(chat_server: ChatServer) -> AsyncIterator[PlayedBot]:
    async with httpx.AsyncClient(base_url=chat_server.bot_url, timeout=30) as client:
        played = PlayedBot(client)
        await played.forget_old_updates()
        yield played


@pytest.fixture
async def context(browser: Browser) -> AsyncIterator[BrowserContext]:
    context = await browser.new_context(viewport=PHONE, locale="zh-CN", accept_downloads=True)
    context.set_default_timeout(10_000)
    yield context
    await context.close()


@pytest.fixture
async def person(context: BrowserContext, chat_server: ChatServer, bot: PlayedBot) -> AsyncIterator[Person]:
    """Begin a chat with the bot in a fresh browser profile."""
    person = Person(await context.new_page(), chat_server.url)
    await person.starts()
    await bot.hears("/start", by=person)
    yield person
    assert person.errors == []


@pytest.fixture
def shots() -> Path | None:
    """Where pictures of the page go, when JINDIANZI_SHOTS names a folder."""
    return Path(os.environ["JINDIANZI_SHOTS"]) if "JINDIANZI_SHOTS" in os.environ else None


@pytest.fixture(scope="session")
def png() -> bytes:
    """Draw a small picture."""
    file = io.BytesIO()
    Image.new("RGB", (320, 240), "#2f6f4f").save(file, "PNG")
    return file.getvalue()
