"""A dropped connection: each thing goes out once, in order, and the page says what waits and what went."""

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import BrowserContext, FilePayload, expect

from tests.webchat_page.cutting_proxy import CuttingProxy, cutting
from tests.webchat_page.person import Person
from tests.webchat_page.played_bot import PlayedBot
from tests.webchat_page.server import ChatServer

pytestmark = pytest.mark.browser
LINES = [f"第 {number} 句" for number in range(1, 6)]


@pytest.fixture
async def proxy(chat_server: ChatServer) -> AsyncIterator[CuttingProxy]:
    async with cutting(chat_server.port) as line:
        yield line


@pytest.fixture
async def far(proxy: CuttingProxy, context: BrowserContext, bot: PlayedBot) -> Person:
    """A person whose line loses answers."""
    person = Person(await context.new_page(), proxy.url)
    await person.starts()
    await bot.hears("/start", by=person)
    return person


def status(person: Person):
    return person.page.locator("#status")


async def nothing_waits(person: Person) -> None:
    await expect(person.page.locator("article.pending")).to_have_count(0)


async def test_no_network_for_a_while(person: Person, bot: PlayedBot, shots):
    await person.page.context.set_offline(True)
    await expect(status(person)).to_have_text("连不上，正在重试…")
    for line in LINES:
        await person.says(line)
    await expect(status(person)).to_have_text("连不上，5 条还没发出，连上后自动发送")
    await expect(person.page.locator("article.pending").first).to_contain_text("连上网后自动发送")
    await person.photographs(shots, "unsent")
    await person.page.context.set_offline(False)
    await expect(status(person)).to_have_text("已连接，5 条都已发出")
    for line in LINES:
        await bot.hears(line, by=person)
    await nothing_waits(person)
    for line in LINES:
        await person.sees(line)
    await expect(person.page.locator("article[data-mine=true] .sent")).to_have_count(len(LINES) + 1)
    await bot.nothing_more()
    await expect(status(person)).to_have_text("", timeout=10_000)


async def test_lost_answers_send_each_text_once_and_in_order(
    far: Person, proxy: CuttingProxy, bot: PlayedBot
):
    proxy.answers_to_lose = 4
    for line in LINES:
        await far.says(line)
    for line in LINES:
        await bot.hears(line, by=far)
    await nothing_waits(far)
    for line in LINES:
        await far.sees(line)
    assert proxy.answers_to_lose == 0
    assert proxy.taken > 0
    await bot.nothing_more()
    shown = await far.page.locator("article[data-mine=true] .text").all_inner_texts()
    assert shown == ["/start", *LINES]


async def test_lost_answer_to_an_upload(far: Person, proxy: CuttingProxy, bot: PlayedBot, png: bytes):
    proxy.answers_to_lose = 2
    await far.attaches(
        "照片", FilePayload(name="路灯.png", mimeType="image/png", buffer=png), caption="就是这盏"
    )
    assert (await bot.message(by=far))["caption"] == "就是这盏"
    await nothing_waits(far)
    await far.says("下一条")
    await bot.hears("下一条", by=far)
    await bot.nothing_more()
    await far.sees("就是这盏")
    assert proxy.taken > 0


async def test_lost_answer_to_a_contact(far: Person, proxy: CuttingProxy, bot: PlayedBot):
    rows = [[{"text": "分享我的号码", "request_contact": True}]]
    await bot.says(far, "怎么联系您？", reply_markup={"keyboard": rows})
    await far.page.locator(".reply-button").click()
    proxy.answers_to_lose = 1
    await far.page.locator("#asked").fill("13800000000")
    await far.page.locator("dialog .primary").click()
    assert (await bot.message(by=far))["contact"]["phone_number"] == "13800000000"
    await nothing_waits(far)
    await expect(far.page.locator(".contact")).to_have_count(1)
    await bot.nothing_more()


async def test_two_windows_of_one_chat_send_what_waits_once(person: Person, bot: PlayedBot):
    await person.page.route("**/messages", lambda route: route.abort())
    for line in LINES:
        await person.says(line)
    await expect(person.page.locator("article.pending")).to_have_count(5)
    other = Person(await person.page.context.new_page(), person.url)
    await person.page.unroute("**/messages")
    await other.opens()
    heard = [(await bot.message(by=person))["text"] for _ in LINES]
    assert heard == LINES
    await nothing_waits(person)
    await nothing_waits(other)
    await bot.nothing_more()


async def test_text_held_back_by_the_server_says_when(person: Person, bot: PlayedBot):
    refusal = {"error": {"code": "too-many-requests", "message": "请求太多，请在 2 秒后再试。"}}
    await person.page.route(
        "**/messages",
        lambda route: route.fulfill(status=429, json=refusal, headers={"Retry-After": "2"}),
        times=1,
    )
    await person.says("慢一点")
    await expect(person.page.locator("article.pending")).to_contain_text("请在 2 秒后再试")
    await bot.hears("慢一点", by=person)
    await nothing_waits(person)
