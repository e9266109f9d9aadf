"""Links that start something: offered, sent only by a tap, and only to the bot they name."""

import re
import secrets
from collections.abc import AsyncIterator

import httpx
import pytest
from playwright.async_api import Browser, BrowserContext, expect

from tests.webchat_page.conftest import PHONE
from tests.webchat_page.person import Person
from tests.webchat_page.played_bot import PlayedBot
from tests.webchat_page.server import ChatServer

pytestmark = pytest.mark.browser
INVALID = ["", "a" * 65, "a%20b", "a%0A", "a.b", "%3Cb%3E", "%E8%B7%AF", "%00"]
NO_MEMORY_OF_THE_TAB = "Storage.prototype.setItem = () => { throw new DOMException('full') }"


@pytest.fixture
async def visitor(context: BrowserContext, chat_server: ChatServer, bot: PlayedBot) -> Person:
    """Nobody yet: no chat in this browser, and no update left of others."""
    return Person(await context.new_page(), chat_server.url)


@pytest.fixture
async def other_bot(chat_server: ChatServer) -> AsyncIterator[PlayedBot]:
    made = {"username": f"other_{secrets.token_hex(4)}_bot", "name": "另一个"}
    async with httpx.AsyncClient(base_url=chat_server.url, timeout=30) as client:
        token = (await client.post("/test/bots", json=made)).json()["token"]
        client.base_url = httpx.URL(f"{chat_server.url}/bot{token}/")
        yield PlayedBot(client)


async def name_of(bot: PlayedBot) -> str:
    return str((await bot.call("getMe"))["username"])


async def is_offered(person: Person) -> None:
    for part in ("#start-button", "#link-dismiss", "#start-hint", "#composer"):
        await expect(person.page.locator(part)).to_be_visible()
    await expect(person.page).not_to_have_url(re.compile("start="))


async def is_not_offered(person: Person) -> None:
    await person.is_connected()
    await expect(person.page.locator("#composer")).to_be_visible()
    for part in ("#start-button", "#link-dismiss", "#start-hint"):
        await expect(person.page.locator(part)).to_be_hidden()


async def starts(person: Person) -> None:
    await person.page.locator("#start-button").click()
    await person.is_connected()


async def test_new_visitor_starts_with_the_payload(visitor: Person, bot: PlayedBot):
    await visitor.opens("/?start=theme-7")
    await expect(visitor.page.locator("#start-button")).to_be_visible()
    await expect(visitor.page.locator("#composer")).to_be_hidden()
    await expect(visitor.page).to_have_url(visitor.url + "/")
    await bot.nothing_more()
    await starts(visitor)
    await bot.hears("/start theme-7", by=visitor)
    await is_not_offered(visitor)
    await visitor.page.reload()
    await is_not_offered(visitor)
    await bot.nothing_more()


async def test_payload_of_a_new_visitor_survives_a_reload(visitor: Person, bot: PlayedBot):
    payload = "Az09_-" + "x" * 58
    await visitor.opens(f"/?start={payload}")
    await expect(visitor.page.locator("#start-button")).to_be_visible()
    await visitor.page.reload()
    await starts(visitor)
    await bot.hears(f"/start {payload}", by=visitor)


async def test_known_person_is_offered_the_start_above_the_composer(person: Person, bot: PlayedBot, shots):
    chat = await person.chat()
    await person.types("写了一半")
    await person.opens("/?start=street_12")
    await is_offered(person)
    bar = await person.page.locator("#start-button").bounding_box()
    composer = await person.page.locator("#composer").bounding_box()
    assert bar is not None
    assert composer is not None
    assert bar["y"] + bar["height"] <= composer["y"]
    await person.photographs(shots, "deep-link")
    await person.page.reload()
    await is_offered(person)
    await bot.nothing_more()
    await starts(person)
    await bot.hears("/start street_12", by=person)
    assert await person.chat() == chat
    await is_not_offered(person)
    await expect(person.page.locator("#text")).to_have_value("写了一半")
    await person.page.reload()
    await is_not_offered(person)
    await bot.nothing_more()


async def test_talking_on_leaves_the_offer_standing(person: Person, bot: PlayedBot):
    await person.opens("/?start=later")
    await is_offered(person)
    await person.says("先说别的")
    await bot.hears("先说别的", by=person)
    await bot.says(person, "好的")
    await person.sees("好的")
    await is_offered(person)


async def test_link_can_be_left_aside(person: Person, bot: PlayedBot):
    await person.opens("/?start=not-now")
    await person.page.locator("#link-dismiss").click()
    await is_not_offered(person)
    await expect(person.page.locator("#text")).to_be_focused()
    await person.page.reload()
    await is_not_offered(person)
    await bot.nothing_more()


@pytest.mark.parametrize("payload", INVALID)
async def test_invalid_payload_is_ignored(payload: str, person: Person, bot: PlayedBot):
    await person.opens("/?start=good")
    await is_offered(person)
    await person.opens(f"/?start={payload}")
    await is_not_offered(person)
    await expect(person.page).to_have_url(person.url + "/")
    await bot.nothing_more()


async def test_new_visitor_with_an_invalid_payload_just_starts(visitor: Person, bot: PlayedBot):
    await visitor.starts("/?start=a%20b")
    await bot.hears("/start", by=visitor)


async def test_link_that_cannot_be_remembered_stays_in_the_address(visitor: Person, bot: PlayedBot):
    await visitor.page.add_init_script(NO_MEMORY_OF_THE_TAB)
    await visitor.opens("/?start=kept")
    await expect(visitor.page.locator("#start-button")).to_be_visible()
    assert visitor.page.url.endswith("/?start=kept")
    await starts(visitor)
    await bot.hears("/start kept", by=visitor)
    await expect(visitor.page).to_have_url(visitor.url + "/")


async def test_each_person_on_the_phone_may_take_the_link(person: Person, bot: PlayedBot):
    first = await person.chat()
    await person.opens("/?start=shared")
    await is_offered(person)
    await person.opens_chat_as("李四")
    await expect(person.page.locator("#composer")).to_be_hidden()
    await person.chooses_from_menu("聊天 1")
    await is_offered(person)
    await person.chooses_from_menu("李四")
    await starts(person)
    assert (await bot.hears("/start shared", by=person))["from"]["first_name"] == "李四"
    assert await person.chat() != first
    await person.chooses_from_menu("聊天 1")
    await is_not_offered(person)


async def test_link_reaches_only_the_bot_it_names(person: Person, bot: PlayedBot, other_bot: PlayedBot):
    first = await person.chat()
    await person.opens(f"/?start=for-the-other&bot=@{(await name_of(other_bot)).upper()}")
    await expect(person.page.locator("#bot-name")).to_have_text("另一个")
    await expect(person.page.locator("#composer")).to_be_hidden()
    await person.chooses_from_menu("聊天 1")
    await is_not_offered(person)
    await person.page.reload()
    await starts(person)
    await other_bot.hears("/start for-the-other", by=person)
    await person.opens("/?start=for-the-first")
    await is_offered(person)
    assert await person.chat() == first
    await starts(person)
    await bot.hears("/start for-the-first", by=person)


async def test_closing_the_menu_stays_with_the_bot_of_the_link(person: Person, other_bot: PlayedBot):
    await person.opens(f"/?start=stays&bot={await name_of(other_bot)}")
    await expect(person.page.locator("#bot-name")).to_have_text("另一个")
    await person.page.locator("#menu-button").click()
    await expect(person.page.locator("dialog")).to_be_visible()
    await person.page.keyboard.press("Escape")
    await expect(person.page.locator("dialog")).to_have_count(0)
    await starts(person)
    await other_bot.hears("/start stays", by=person)


async def test_link_to_nobody_is_ignored(person: Person, bot: PlayedBot):
    await person.opens("/?start=lost&bot=nobody_bot")
    await is_not_offered(person)
    await expect(person.page).not_to_have_url(re.compile("start="))
    await bot.nothing_more()


async def test_link_waits_until_the_server_names_its_bot(person: Person, bot: PlayedBot):
    await person.page.route("**/api/bots", lambda route: route.abort(), times=1)
    await person.opens("/?start=patience")
    await expect(person.page.locator("#app")).to_have_attribute("data-connection", "offline")
    await is_offered(person)
    await starts(person)
    await bot.hears("/start patience", by=person)


async def test_offline_tap_is_sent_once_when_online_again(person: Person, bot: PlayedBot):
    await person.opens("/?start=once")
    await is_offered(person)
    await person.page.context.set_offline(True)
    await person.page.locator("#start-button").click()
    await expect(person.page.locator("article.pending")).to_contain_text("/start once")
    await person.page.context.set_offline(False)
    await bot.hears("/start once", by=person)
    await expect(person.page.locator("article.pending")).to_have_count(0)
    await bot.nothing_more()


async def test_keyboard_and_screen_reader_find_the_offer(person: Person, bot: PlayedBot):
    await person.opens("/?start=by-keyboard")
    await is_offered(person)
    page = person.page
    await expect(page.get_by_role("status").filter(has_text="链接")).to_be_visible()
    start = page.get_by_role("button", name="开始", exact=True)
    await expect(start).to_have_accessible_description("点“开始”，金点子就知道您是从哪个链接来的。")
    await expect(page.get_by_role("button", name="不用这个链接")).to_be_visible()
    await start.focus()
    await page.keyboard.press("Tab")
    await expect(page.locator("#link-dismiss")).to_be_focused()
    await page.keyboard.press("Tab")
    await page.keyboard.press("Shift+Tab")
    await page.keyboard.press("Shift+Tab")
    await page.keyboard.press("Enter")
    await bot.hears("/start by-keyboard", by=person)
    await expect(page.locator("#text")).to_be_focused()


@pytest.mark.parametrize("width", [320, 360, 1280])
async def test_offer_fits_every_screen(width: int, person: Person, bot: PlayedBot, shots):
    await bot.says(person, "怎么联系您？", reply_markup={"keyboard": [[{"text": "跳过"}]]})
    await person.page.set_viewport_size({"width": width, "height": 640})
    await person.opens("/?start=fits")
    await is_offered(person)
    await expect(person.messages("怎么联系您")).to_be_in_viewport()
    await person.fits_the_screen()
    for target in ("#start-button", "#link-dismiss"):
        box = await person.page.locator(target).bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 44
        assert box["x"] + box["width"] <= width
    await person.photographs(shots, f"deep-link-{width}")


async def test_offer_speaks_the_language_of_the_chat(person: Person, bot: PlayedBot):
    await person.opens("/?start=hello")
    await is_offered(person)
    await person.chooses_from_menu("English")
    await expect(person.page.locator("#start-hint")).to_contain_text("knows which link brought you here")
    await person.page.get_by_role("button", name="Start", exact=True).click()
    await bot.hears("/start hello", by=person)


async def test_without_scripts_the_page_says_so_and_keeps_the_link(browser: Browser, chat_server: ChatServer):
    context = await browser.new_context(viewport=PHONE, java_script_enabled=False)
    page = await context.new_page()
    answer = await page.goto(chat_server.url + "/?start=later")
    assert answer is not None
    plain = await page.request.get(chat_server.url + "/")
    policy = answer.headers["content-security-policy"]
    assert policy == plain.headers["content-security-policy"]
    assert "script-src 'self';" in policy
    assert "unsafe" not in policy
    await expect(page.locator(".noscript").first).to_be_visible()
    assert page.url.endswith("/?start=later")
    await context.close()
