"""Installed: the page opens without a network, keeps nothing people say, and can be taken back."""

import os
import signal
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest
from playwright.async_api import Browser, BrowserContext, Page, expect

from tests.webchat_page.conftest import PHONE
from tests.webchat_page.person import Person, becomes
from tests.webchat_page.played_bot import PlayedBot
from tests.webchat_page.server import ChatServer

pytestmark = pytest.mark.browser
KEPT = """async () => {
    const found = [];
    for (const name of await caches.keys()) {
        const requests = await (await caches.open(name)).keys();
        found.push(...requests.map((request) => new URL(request.url).pathname));
    }
    return found;
}"""
CONTROLLED = """() => navigator.serviceWorker.ready.then(() => navigator.serviceWorker.controller
    || new Promise((done) => navigator.serviceWorker.addEventListener("controllerchange", done)))"""
HIDDEN = "Object.defineProperty(document, 'hidden', {configurable: true, get: () => true})"
NOTES = """async () => (await (await navigator.serviceWorker.ready).getNotifications())
    .map((note) => [note.title, note.body])"""

ALLOWS = """() => {
    Notification.requestPermission = () => { window.asked = true; return Promise.resolve("granted"); };
}"""
CLOSE_NOTES = """async () => {
    const worker = await navigator.serviceWorker.ready;
    for (const note of await worker.getNotifications()) note.close();
}"""


async def worker_is_ready(page: Page) -> None:
    await page.evaluate(f"({CONTROLLED})().then(() => true)")


async def test_manifest_makes_the_page_installable(person: Person):
    page = person.page
    address = await page.locator("link[rel=manifest]").get_attribute("href")
    for language, lang in (("zh-CN", "zh-Hans"), ("en-GB,en", "en")):
        answer = await page.request.get(person.url + str(address), headers={"Accept-Language": language})
        manifest = await answer.json()
        assert manifest["lang"] == lang
    assert (manifest["name"], manifest["display"], manifest["start_url"]) == ("金点子", "standalone", "/")
    purposes = {(icon["sizes"], icon["purpose"]) for icon in manifest["icons"] if "purpose" in icon}
    assert purposes == {(size, kind) for size in ("192x192", "512x512") for kind in ("any", "maskable")}
    for icon in manifest["icons"]:
        drawn = "src => { const i = new Image(); i.src = src; return i.decode().then(() => i.naturalWidth) }"
        width = await page.evaluate(drawn, icon["src"])
        assert icon["sizes"] in {"any", f"{width}x{width}"}
    line = await page.context.new_cdp_session(page)
    await worker_is_ready(page)
    wrong = (await line.send("Page.getInstallabilityErrors"))["installabilityErrors"]
    assert [one["errorId"] for one in wrong if one["errorId"] != "in-incognito"] == []


async def test_page_opens_without_a_network_and_sends_what_was_written(person: Person, bot: PlayedBot):
    await worker_is_ready(person.page)
    await person.says("说过的话")
    await bot.hears("说过的话", by=person)
    await person.sees("说过的话")
    kept = await person.page.evaluate(KEPT)
    assert "/" in kept
    assert [path for path in kept if path != "/" and not path.startswith("/static/")] == []
    await person.page.context.set_offline(True)
    await person.page.reload()
    await expect(person.page.locator("#app")).to_have_attribute("data-connection", "offline")
    await person.says("没网也写得下")
    await expect(person.page.locator("article.pending")).to_contain_text("没网也写得下")
    await person.page.context.set_offline(False)
    await bot.hears("没网也写得下", by=person)
    await person.sees("说过的话")
    await bot.nothing_more()


@pytest.fixture
async def own(tmp_path: Path, browser: Browser) -> AsyncIterator[tuple[ChatServer, BrowserContext]]:
    """A server of one's own, to start again in another way."""
    server = ChatServer(tmp_path)
    server.start()
    context = await browser.new_context(viewport=PHONE, locale="zh-CN")
    context.set_default_timeout(10_000)
    yield server, context
    await context.close()
    server.stop()


async def test_worker_is_taken_away_by_a_setting(
    own: tuple[ChatServer, BrowserContext], monkeypatch: pytest.MonkeyPatch
):
    server, context = own
    page = await context.new_page()
    await page.goto(server.url)
    await worker_is_ready(page)
    assert await page.evaluate(KEPT)
    server.stop(signal.SIGTERM)
    monkeypatch.setitem(os.environ, "JINDIANZI_WEBCHAT_PAGE_WORKER", "false")
    server.start()
    await page.reload()
    await expect(page.locator("#start-button")).to_be_visible()
    gone = "() => navigator.serviceWorker.getRegistrations().then((all) => all.length)"
    await becomes(page, gone, 0)
    await becomes(page, KEPT, [])


async def test_worker_is_asked_for_again_and_changes_with_the_page(chat_server: ChatServer):
    async with httpx.AsyncClient(base_url=chat_server.url) as http:
        worker = await http.get("/worker.js")
        assert worker.headers["cache-control"] == "no-cache"
        page = (await http.get("/")).text
        version = page.split("/static/page-")[1].split(".")[0]
        assert f'"page-{version}"' in worker.text
        assert "FILES]" not in worker.text.replace("[FILES]", "")


async def test_note_is_asked_for_by_a_tap_and_tells_nothing(person: Person, bot: PlayedBot):
    page = person.page
    await worker_is_ready(page)
    await page.evaluate(ALLOWS)
    assert await page.evaluate("window.asked") is None
    await page.context.grant_permissions(["notifications"], origin=person.url)
    await person.chooses_from_menu("有新消息时通知我")
    await becomes(page, "window.asked", wanted=True)
    await expect(page.locator(".toast")).to_contain_text("会通知您")
    await bot.says(person, "看着的时候")
    await person.sees("看着的时候")
    assert await page.evaluate(NOTES) == []
    await page.evaluate(HIDDEN)
    await bot.says(person, "张三的私事")
    await person.sees("张三的私事")
    await becomes(page, NOTES, [["金点子", "金点子有新消息"]])
    await person.chooses_from_menu("不再通知我")
    await page.evaluate(CLOSE_NOTES)
    await becomes(page, NOTES, [])
    await bot.says(person, "不再通知之后")
    await person.sees("不再通知之后")
    assert await page.evaluate(NOTES) == []


async def test_no_notes_where_the_browser_has_none(person: Person):
    await person.page.evaluate("delete window.Notification")
    await person.page.locator("#menu-button").click()
    await expect(person.option("新聊天")).to_be_visible()
    await expect(person.option("通知我")).to_have_count(0)


async def test_forbidden_notes_say_so(person: Person):
    await person.page.evaluate("(Notification.requestPermission = () => Promise.resolve('denied'), 0)")
    await person.chooses_from_menu("有新消息时通知我")
    await expect(person.page.locator(".toast")).to_contain_text("不允许通知")
    await person.page.locator("#menu-button").click()
    await expect(person.option("有新消息时通知我")).to_be_visible()


async def test_browser_that_can_install_is_offered_it(person: Person):
    offer = """() => {
        const event = new Event("beforeinstallprompt", {cancelable: true});
        event.prompt = () => { window.prompted = true; return Promise.resolve(); };
        window.dispatchEvent(event);
        return event.defaultPrevented;
    }"""
    await worker_is_ready(person.page)
    assert await person.page.evaluate(offer)
    await person.chooses_from_menu("放到手机桌面")
    await becomes(person.page, "window.prompted", wanted=True)
    await person.page.locator("#menu-button").click()
    await expect(person.option("放到手机桌面")).to_have_count(0)
