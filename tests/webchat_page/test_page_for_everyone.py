"""Every state of the page keeps to WCAG 2.2 AA as far as a program can tell.

In both languages, light and dark, and in both type sizes.
"""

import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, FilePayload, Locator, expect

from tests.webchat_page.conftest import PHONE
from tests.webchat_page.person import Person
from tests.webchat_page.played_bot import PlayedBot, button
from tests.webchat_page.server import ChatServer

pytestmark = pytest.mark.browser
STRINGS = Path(__file__).parents[2] / "webchat" / "static" / "strings"
LOOKS = [("zh", "light", ""), ("en", "dark", ""), ("zh", "dark", "large"), ("en", "light", "large")]
REFUSAL = {"error": {"code": "made-up", "message": "closed today"}}
RICH = (
    "<b>欢迎</b>来到<i>示例社区</i>，<a href='https://example.org'>说明</a>，"
    "<code>R7</code> /mine <tg-spoiler>x</tg-spoiler>"
)


class Look:
    """One person, looking at every state in one language, colour scheme and type size."""

    def __init__(self, person: Person, language: str, name: str, shots: Path | None) -> None:
        self.person = person
        self.page = person.page
        self.words: dict[str, str] = json.loads((STRINGS / f"{language}.json").read_text("utf-8"))
        self.name = name
        self.shots = shots

    async def is_fine(self, state: str) -> None:
        found = (await Axe().run(self.page)).response["violations"]
        told = [(one["id"], node["html"][:200]) for one in found for node in one["nodes"]]
        assert told == [], state
        await self.person.fits_the_screen()
        await self.person.photographs(self.shots, f"{self.name}-{state}")

    async def opens(self, *keys: str) -> None:
        await self.taps(self.page.locator("#menu-button"))
        for key in keys:
            await self.taps(self.person.option(self.words[key]).first)

    async def taps(self, opener: Locator) -> None:
        """Wait for the sheet that a tap opens: what it shows may have to come first."""
        titles = await self.page.locator("dialog .sheet-title").evaluate_all(
            "all => all.map((one) => one.id)"
        )
        await opener.click()
        for title in titles:
            await expect(self.page.locator(f"#{title}")).to_have_count(0)
        await expect(self.page.locator("dialog")).to_be_visible()

    async def closes(self) -> None:
        await self.page.keyboard.press("Escape")
        await expect(self.page.locator("dialog")).to_have_count(0)


@pytest.fixture(params=LOOKS, ids="-".join)
async def look(
    request: pytest.FixtureRequest, browser: Browser, chat_server: ChatServer, bot: PlayedBot, shots
) -> AsyncIterator[Look]:
    language, scheme, size = request.param
    context = await browser.new_context(
        viewport=PHONE, locale={"zh": "zh-CN", "en": "en-GB"}[language], color_scheme=scheme
    )
    context.set_default_timeout(10_000)
    person = Person(await context.new_page(), chat_server.url)
    await person.opens("/?large=1" if size else "/")
    await expect(person.page.locator("#start-button")).to_be_visible()
    yield Look(person, language, "-".join(request.param).strip("-"), shots)
    assert person.errors == []
    await context.close()


async def test_from_the_empty_page_to_a_conversation(look: Look, bot: PlayedBot):
    person, page = look.person, look.page
    await look.is_fine("empty")
    await page.locator("#start-button").click()
    await bot.hears("/start", by=person)
    await bot.says(person, RICH, parse_mode="HTML")
    rows = [
        [button("城乡融合", "a"), button("绿色生态", "b")],
        [{"text": "说明", "url": "https://example.org"}],
    ]
    await bot.asks(person, "请选一个主题：\n1. 深化改革\n2. 城乡融合\n3. 绿色生态", *rows)
    await person.says("我们小区门口的路灯坏了三天，建议换成太阳能路灯。")
    await person.sees("太阳能")
    await look.is_fine("conversation")
    keyboard = [[{"text": "📱 分享我的号码", "request_contact": True}], [{"text": "跳过"}, {"text": "返回"}]]
    await bot.says(person, "怎么联系您？", reply_markup={"keyboard": keyboard})
    await expect(page.locator("#keyboard")).to_be_visible()
    await look.is_fine("keyboard")
    await look.taps(page.locator(".reply-button").first)
    await look.is_fine("contact")
    await look.closes()
    await person.opens("/?start=theme-7")
    await expect(page.locator("#link-dismiss")).to_be_visible()
    await look.is_fine("start-bar")
    await page.locator("#link-dismiss").click()
    await look.taps(page.locator("article[data-mine=true] .text").last)
    await look.is_fine("message-actions")
    await person.option(look.words["action-edit"]).click()
    await look.is_fine("editing")


async def test_sheets(look: Look, bot: PlayedBot):
    person, page = look.person, look.page
    await look.taps(page.locator("#enter-button"))
    await look.is_fine("enter")
    await look.closes()
    await page.locator("#start-button").click()
    await bot.hears("/start", by=person)
    await bot.call("setMyCommands", commands=[{"command": "mine", "description": "我的建议"}])
    for keys in (
        ("chats-new",),
        ("chat-settings",),
        ("chat-settings", "chat-rename"),
        ("chat-settings", "phones"),
        ("chat-settings", "phones", "phones-link"),
        ("chat-settings", "phones", "phones-passphrase"),
        ("chat-settings", "chat-remove"),
    ):
        await look.opens(*keys)
        await look.is_fine(keys[-1])
        await look.closes()
    await look.taps(page.locator("#menu-button"))
    await look.is_fine("chats")
    await look.closes()
    await page.reload()
    await look.taps(page.locator("#commands-button"))
    await look.is_fine("commands")
    await look.closes()
    await bot.call("deleteMyCommands")
    await page.goto(person.url + "/#link=" + "x" * 43)
    await expect(page.locator("dialog")).to_be_visible()
    await look.is_fine("enter-link")


async def test_files_errors_and_no_connection(look: Look, bot: PlayedBot, png: bytes):
    person, page = look.person, look.page
    await page.locator("#start-button").click()
    await bot.hears("/start", by=person)
    await look.taps(page.locator("#attach-button"))
    await look.is_fine("attach")
    async with page.expect_file_chooser() as choosing:
        await person.option(look.words["attach-photos"]).first.click()
    photo = FilePayload(name="路灯.png", mimeType="image/png", buffer=png)
    await (await choosing.value).set_files([photo])
    await expect(page.locator("dialog.files")).to_be_visible()
    await look.is_fine("files")
    await page.locator("dialog.files .primary").click()
    await expect(page.locator("article[data-message-id] .picture-image")).to_be_visible()
    await page.route("**/messages", lambda route: route.fulfill(status=400, json=REFUSAL), times=1)
    await person.says("再试试")
    await expect(page.locator(".refused")).to_be_visible()
    await look.is_fine("refused")
    await bot.message(by=person)
    await bot.asks(person, "交不交？", [button("提交", "go")])
    await person.taps("提交")
    query = await bot.tapped("go")
    await bot.call("answerCallbackQuery", callback_query_id=query["id"], text="请先写内容", show_alert=True)
    await expect(page.locator("dialog.alert")).to_be_visible()
    await look.is_fine("alert")
    await look.closes()
    await person.taps("提交")
    query = await bot.tapped("go")
    await bot.call("answerCallbackQuery", callback_query_id=query["id"], text="收到")
    await expect(page.locator(".toast")).to_be_visible()
    await look.is_fine("toast")
    await page.context.set_offline(True)
    await person.says("没网时写的")
    await expect(page.locator("article[data-state=waiting]")).to_be_visible()
    await expect(page.locator("#app")).to_have_attribute("data-connection", "offline")
    await look.is_fine("offline")
    await page.context.set_offline(False)
    await bot.hears("没网时写的", by=person)
