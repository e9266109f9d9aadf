"""By keyboard alone and by ear: a whole conversation, focus always in sight, news said once."""

import pytest
from playwright.async_api import Page, expect

from tests.webchat_page.person import Person, becomes
from tests.webchat_page.played_bot import PlayedBot, button

pytestmark = pytest.mark.browser
FOCUS = """() => {
    const element = document.activeElement, style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    return {
        lost: element === document.body,
        outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
        inside: box.bottom > 0 && box.top < innerHeight, text: element.textContent, id: element.id,
    };
}"""
LISTEN = """() => {
    window.said = [];
    new MutationObserver((changes) => {
        const added = changes.flatMap((change) => [...change.addedNodes]);
        window.said.push(...added.map((node) => node.textContent));
    }).observe(document.getElementById("heard"), {childList: true});
}"""
ZOOMED = [(320, 256), (320, 640), (640, 370)]


async def focus_is_seen(page: Page) -> dict[str, str]:
    found = await page.evaluate(FOCUS)
    assert not found["lost"]
    assert found["outlined"], found
    assert found["inside"], found
    return dict(found)


async def goes_to(page: Page, text: str, key: str = "Shift+Tab", *, most: int = 12) -> None:
    """Press until something with this text or id has the focus; it must be seen all the way."""
    for _ in range(most):
        await page.keyboard.press(key)
        found = await focus_is_seen(page)
        if text in (found["id"], found["text"]):
            return
    raise AssertionError(f"{text} is not reached by {key}")


async def test_whole_conversation_by_keyboard(context, chat_server, bot: PlayedBot):
    person = Person(await context.new_page(), chat_server.url)
    page, keys = person.page, person.page.keyboard
    await person.opens()
    await expect(page.locator("#start-button")).to_be_visible()
    await goes_to(page, "start-button", "Tab")
    await keys.press("Enter")
    await person.is_connected()
    await bot.hears("/start", by=person)
    await expect(page.locator("#text")).to_be_focused()
    asked = await bot.asks(person, "请选一个主题", [button("城乡融合", "a"), button("绿色生态", "b")])
    await expect(person.button("绿色生态")).to_be_visible()
    await goes_to(page, "绿色生态")
    await keys.press("Enter")
    query = await bot.tapped("b")
    at = {"chat_id": await person.chat(), "message_id": asked["message_id"]}
    markup = {"inline_keyboard": [[button("写好了", "done")]]}
    await bot.call("editMessageText", **at, text="请写您的建议", reply_markup=markup)
    await bot.call("answerCallbackQuery", callback_query_id=query["id"])
    await expect(person.button("写好了")).to_be_focused()
    await goes_to(page, "text", "Tab")
    await keys.type("路灯坏了")
    await keys.press("Enter")
    await bot.hears("路灯坏了", by=person)
    await bot.call("deleteMessage", **at)
    await person.sees("请写您的建议", times=0)
    await focus_is_seen(page)
    rows = [[{"text": "分享我的号码", "request_contact": True}], [{"text": "跳过"}]]
    await bot.says(person, "怎么联系您？", reply_markup={"keyboard": rows, "one_time_keyboard": True})
    await expect(page.locator("#keyboard")).to_be_visible()
    await goes_to(page, "分享我的号码", "Tab")
    await keys.press("Enter")
    await expect(page.locator("#asked")).to_be_focused()
    await keys.type("abc")
    await keys.press("Enter")
    await expect(page.locator("#asked")).to_have_attribute("aria-invalid", "true")
    await expect(page.locator("#asked")).to_be_focused()
    await page.locator("#asked").fill("13800000000")
    await keys.press("Enter")
    assert (await bot.message(by=person))["contact"]["phone_number"].endswith("13800000000")
    await focus_is_seen(page)
    assert person.errors == []


async def test_sheets_give_the_focus_back(person: Person):
    page, keys = person.page, person.page.keyboard
    for opener in ("attach-button", "menu-button"):
        await page.locator(f"#{opener}").focus()
        await keys.press("Enter")
        await expect(page.locator("dialog")).to_be_visible()
        for _ in range(12):
            await keys.press("Tab")
            assert await page.evaluate(
                "document.activeElement === document.body || !!document.activeElement.closest('dialog')"
            )
        await keys.press("Escape")
        await expect(page.locator(f"#{opener}")).to_be_focused()


async def test_button_that_vanishes_with_the_focus_hands_it_on(person: Person, bot: PlayedBot):
    asked = await bot.asks(person, "选", [button("甲", "a")])
    await person.button("甲").focus()
    at = {"chat_id": await person.chat(), "message_id": asked["message_id"]}
    await bot.call("deleteMessage", **at)
    await expect(page_list(person)).to_be_focused()
    refusal = {"error": {"code": "made-up", "message": "现在不收"}}
    await person.page.route("**/messages", lambda route: route.fulfill(status=400, json=refusal), times=1)
    await person.says("不收的")
    await person.page.locator("article.pending button", has_text="不发了").focus()
    await person.page.keyboard.press("Enter")
    await expect(person.page.locator("#text")).to_be_focused()
    await bot.says(person, "按", reply_markup={"keyboard": [[{"text": "好"}]]})
    await person.page.locator(".reply-button", has_text="好").focus()
    await bot.says(person, "不用了", reply_markup={"remove_keyboard": True})
    await expect(person.page.locator("#keyboard")).to_be_hidden()
    await expect(person.page.locator("#text")).to_be_focused()


def page_list(person: Person):
    return person.page.locator("#messages")


async def test_news_is_said_once_and_politely(person: Person, bot: PlayedBot):
    page = person.page
    await page.evaluate(LISTEN)
    heard = page.locator("#heard")
    await expect(heard).to_have_attribute("aria-live", "polite")
    await person.says("路灯坏了")
    await bot.hears("路灯坏了", by=person)
    asked = await bot.asks(person, "收到，请选", [button("甲", "a"), button("乙", "b")])
    await person.sees("收到，请选")
    at = {"chat_id": await person.chat(), "message_id": asked["message_id"]}
    markup = {"inline_keyboard": [[button("✓ 甲", "a")]]}
    await bot.call("editMessageReplyMarkup", **at, reply_markup=markup)
    await expect(person.button("✓ 甲")).to_be_visible()
    await bot.call("editMessageText", **at, text="选好了")
    await person.sees("选好了")
    await becomes(page, "window.said", ["金点子: 收到，请选 有 2 个按钮。", "金点子: 选好了"])
    await person.page.reload()
    await person.sees("选好了")
    await expect(page.locator("#heard")).to_be_empty()
    assert await page.locator("#messages").get_attribute("aria-live") == "off"


@pytest.mark.parametrize(("width", "height"), ZOOMED)
async def test_zoomed_in_it_reflows_and_stays_usable(width: int, height: int, person: Person, bot: PlayedBot):
    await person.page.set_viewport_size({"width": width, "height": height})
    for count in (1, 2):
        if count == 2:
            await person.page.locator("#large-button").click()
        await bot.asks(
            person, "请选一个主题", [button("深化改革与超大城市治理", "a"), button("绿色生态", "b")]
        )
        await expect(person.button("绿色生态")).to_have_count(count)
        await person.fits_the_screen()
        await person.button("绿色生态").last.scroll_into_view_if_needed()
        await expect(person.button("绿色生态").last).to_be_in_viewport()
        await person.says("写得下")
        await bot.hears("写得下", by=person)


async def test_nothing_moves_for_those_who_asked_for_it(person: Person, bot: PlayedBot):
    await person.page.emulate_media(reduced_motion="reduce")
    await bot.asks(person, "选", [button("甲", "a")])
    await person.taps("甲")
    await expect(person.button("甲")).to_have_attribute("aria-busy", "true")
    assert await person.page.evaluate("document.getAnimations().length") == 0
    await person.page.emulate_media(reduced_motion="no-preference")
    await becomes(person.page, "document.getAnimations().length > 0", wanted=True)
    await bot.tapped("a")


@pytest.mark.parametrize("size", [44, 56])
async def test_targets_are_large_enough_in_both_type_sizes(size: int, person: Person, bot: PlayedBot):
    if size > 44:
        await person.page.locator("#large-button").click()
    await bot.asks(person, "选", [button("甲", "a"), button("乙", "b")])
    await bot.says(person, "按", reply_markup={"keyboard": [[{"text": "好"}]]})
    await expect(person.page.locator(".reply-button")).to_be_visible()
    targets = await person.page.locator("button:visible:not(.actions), textarea:visible").all()
    assert len(targets) > 7
    for target in targets:
        box = await target.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= size, await target.evaluate("one => one.outerHTML")
    reach = """element => {
        const box = element.getBoundingClientRect(), x = box.x + box.width / 2, y = box.y + box.height / 2;
        const hit = (right, down) => document.elementFromPoint(x + right, y + down);
        return hit(0, -20) === element && hit(-20, 0) === element;
    }"""
    assert await person.page.locator(".actions").last.evaluate(reach)
