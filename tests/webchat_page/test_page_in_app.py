"""Inside the browser of another app: another agent, no memory, no workers, no clipboard, no downloads."""

from collections.abc import AsyncIterator

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, FilePayload, expect

from tests.webchat_page.conftest import PHONE
from tests.webchat_page.person import Person
from tests.webchat_page.played_bot import PlayedBot, button
from tests.webchat_page.server import ChatServer

pytestmark = pytest.mark.browser
AGENT = (
    "Mozilla/5.0 (Linux; Android 14; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 "
    "Chrome/126.0 Mobile Safari/537.36 XWEB/1260059 MicroMessenger/8.0.50 Language/zh_CN"
)
POOR = """
    const forbidden = {get: () => { throw new DOMException("no storage", "SecurityError"); }};
    for (const name of ["localStorage", "sessionStorage"]) Object.defineProperty(window, name, forbidden);
    for (const name of ["serviceWorker", "clipboard"]) delete Navigator.prototype[name];
    delete window.Notification;
    window.open = () => null;
"""


@pytest.fixture
async def inside(browser: Browser, chat_server: ChatServer, bot: PlayedBot) -> AsyncIterator[Person]:
    context = await browser.new_context(viewport=PHONE, locale="zh-CN", user_agent=AGENT)
    context.set_default_timeout(10_000)
    await context.add_init_script(POOR)
    person = Person(await context.new_page(), chat_server.url)
    await person.starts()
    await bot.hears("/start", by=person)
    yield person
    assert person.errors == []
    await context.close()


async def test_conversation_works_without_any_memory(inside: Person, bot: PlayedBot, png: bytes):
    await inside.says("路灯坏了")
    await bot.hears("路灯坏了", by=inside)
    await bot.asks(inside, "请选", [button("绿色生态", "t6")])
    await inside.taps("绿色生态")
    await bot.tapped("t6")
    await inside.attaches("照片", FilePayload(name="路灯.png", mimeType="image/png", buffer=png))
    assert "photo" in await bot.message(by=inside)
    await inside.page.locator("#large-button").click()
    await inside.fits_the_screen()


async def test_it_says_what_is_forgotten_and_how_to_keep_it(
    inside: Person, bot: PlayedBot, browser: Browser, shots
):
    await inside.says("要留下的")
    await bot.hears("要留下的", by=inside)
    await expect(inside.page.locator("#memory")).to_contain_text("关掉页面就回不来了")
    await inside.photographs(shots, "no-memory")
    assert (await Axe().run(inside.page)).response["violations"] == []
    await inside.page.locator("#memory-button").click()
    await inside.option("私密链接").click()
    link = await inside.page.locator("dialog .address").inner_text()
    await inside.page.locator("dialog .primary").click()
    await expect(inside.page.locator(".toast")).to_contain_text("没能复制")
    context = await browser.new_context(viewport=PHONE, locale="zh-CN")
    outside = Person(await context.new_page(), inside.url)
    await outside.opens(link.removeprefix(inside.url))
    await outside.page.locator("dialog .primary").click()
    await outside.sees("要留下的")
    await expect(outside.page.locator("#memory")).to_be_hidden()
    await context.close()


async def test_what_cannot_be_downloaded_says_so(inside: Person, bot: PlayedBot):
    sending = {"chat_id": await inside.chat()}
    await bot.client.post("sendDocument", data=sending, files={"document": ("答复.pdf", b"%PDF-1.4")})
    await inside.page.locator(".document").click()
    await expect(inside.page.locator("dialog.alert")).to_contain_text("用私密链接在手机浏览器里打开")


async def test_app_is_named_among_the_devices(inside: Person):
    await inside.chooses_from_menu("这个聊天", "另一部手机")
    await expect(inside.page.locator(".device")).to_contain_text("Android · 微信")
