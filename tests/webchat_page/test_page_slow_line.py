"""A slow line: few bytes, few requests, and patience."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from playwright.async_api import Browser, BrowserContext, CDPSession, Page, expect

from tests.webchat_page.conftest import PHONE, USUAL_PATIENCE
from tests.webchat_page.person import Person
from tests.webchat_page.played_bot import PlayedBot, button
from tests.webchat_page.server import ChatServer

pytestmark = pytest.mark.browser
MOST_BYTES = 60 * 1024
MOST_REQUESTS = 6
SLOW_2G = {"offline": False, "latency": 2000, "downloadThroughput": 6250, "uploadThroughput": 6250}
PATIENCE = 90_000  # milliseconds; nothing here is measured by the clock


class Wire:
    """What went over the line, headers and compression included."""

    def __init__(self) -> None:
        self.bytes = 0
        self.requests: list[str] = []

    async def watch(self, page: Page) -> CDPSession:
        line = await page.context.new_cdp_session(page)
        line.on("Network.requestWillBeSent", self._sent)
        line.on("Network.loadingFinished", self._finished)
        await line.send("Network.enable")
        return line

    def _sent(self, event: dict[str, Any]) -> None:
        self.requests.append(event["request"]["url"])

    def _finished(self, event: dict[str, Any]) -> None:
        self.bytes += event["encodedDataLength"]


@pytest.fixture
async def fresh(browser: Browser) -> AsyncIterator[BrowserContext]:
    context = await browser.new_context(viewport=PHONE, locale="zh-CN", service_workers="block")
    context.set_default_timeout(PATIENCE)
    yield context
    await context.close()


async def is_still(page: Page) -> None:
    await page.wait_for_load_state("networkidle")


async def test_first_screen_is_small(fresh: BrowserContext, chat_server: ChatServer):
    person, wire = Person(await fresh.new_page(), chat_server.url), Wire()
    await wire.watch(person.page)
    await person.opens()
    await expect(person.page.locator("#start-button")).to_be_visible()
    assert 0 < wire.bytes < MOST_BYTES
    assert len([url for url in wire.requests if not url.startswith("data:")]) <= MOST_REQUESTS
    await is_still(person.page)
    assert wire.bytes < MOST_BYTES


async def test_opened_again_only_the_page_itself_is_asked_for(fresh: BrowserContext, chat_server: ChatServer):
    person, wire = Person(await fresh.new_page(), chat_server.url), Wire()
    await person.opens()
    await expect(person.page.locator("#start-button")).to_be_visible()
    await is_still(person.page)
    await wire.watch(person.page)
    await person.page.reload()
    await expect(person.page.locator("#start-button")).to_be_visible()
    assert 0 < wire.bytes < 4096


async def test_a_whole_conversation_on_slow_2g(
    fresh: BrowserContext, chat_server: ChatServer, bot: PlayedBot
):
    person, wire = Person(await fresh.new_page(), chat_server.url), Wire()
    expect.set_options(timeout=PATIENCE)
    try:
        line = await wire.watch(person.page)
        await line.send("Network.emulateNetworkConditions", SLOW_2G)
        await person.opens()
        await person.page.locator("#start-button").click()
        await expect(person.page.locator("#app")).to_have_attribute("data-connection", "connected")
        await bot.hears("/start", by=person)
        await person.says("路灯坏了")
        await person.says("三天了")
        await bot.hears("路灯坏了", by=person)
        await bot.hears("三天了", by=person)
        await bot.asks(person, "请选", [button("绿色生态", "t6")])
        await person.taps("绿色生态")
        query = await bot.tapped("t6")
        await bot.call("answerCallbackQuery", callback_query_id=query["id"], text="已选")
        await expect(person.page.locator(".toast")).to_have_text("已选")
        await expect(person.page.locator("article.pending")).to_have_count(0)
        await person.sees("三天了")
        await bot.nothing_more()
    finally:
        expect.set_options(timeout=USUAL_PATIENCE)
    assert person.errors == []
