"""Reading, typing, tapping, editing, and nothing sent twice."""

import pytest
from playwright.async_api import expect

from tests.webchat_page.person import Person
from tests.webchat_page.played_bot import PlayedBot, button

pytestmark = pytest.mark.browser


async def test_type_send_and_read_the_answer(person: Person, bot: PlayedBot):
    await person.says("小区路灯坏了 💡")
    await bot.hears("小区路灯坏了 💡", by=person)
    await bot.says(person, "<b>收到</b>，谢谢 💡<i>您</i>", parse_mode="HTML")
    await person.sees("小区路灯坏了")
    answer = person.messages("收到")
    await expect(answer.locator("b")).to_have_text("收到")
    await expect(answer.locator("i")).to_have_text("您")
    await expect(answer).to_have_attribute("data-mine", "false")
    await expect(person.page.locator("#text")).to_have_value("")


async def test_tapped_button_is_busy_until_the_answer_comes_as_a_toast(person: Person, bot: PlayedBot):
    await bot.asks(person, "选一个主题", [button("城乡融合", "t5"), button("绿色生态", "t6")])
    await person.taps("绿色生态")
    query = await bot.tapped("t6")
    await expect(person.button("绿色生态")).to_have_attribute("aria-busy", "true")
    await bot.call("answerCallbackQuery", callback_query_id=query["id"], text="已选绿色生态")
    await expect(person.page.locator(".toast")).to_have_text("已选绿色生态")
    await expect(person.button("绿色生态")).not_to_have_attribute("aria-busy", "true")


async def test_alert_stays_until_it_is_closed(person: Person, bot: PlayedBot):
    await bot.asks(person, "交不交？", [button("提交", "go")])
    await person.taps("提交")
    query = await bot.tapped("go")
    await bot.call("answerCallbackQuery", callback_query_id=query["id"], text="请先写内容", show_alert=True)
    box = person.page.locator("dialog.alert")
    await expect(box).to_contain_text("请先写内容")
    await person.page.keyboard.press("Escape")
    await expect(box).to_have_count(0)


async def test_bot_edits_and_deletes_what_it_said(person: Person, bot: PlayedBot):
    asked = await bot.asks(person, "第一步", [button("下一步", "next")])
    at = {"chat_id": await person.chat(), "message_id": asked["message_id"]}
    await bot.call("editMessageText", **at, text="第二步")
    await person.sees("第二步")
    await expect(person.button("下一步")).to_have_count(0)
    await bot.call("deleteMessage", **at)
    await person.sees("第二步", times=0)


async def test_button_that_is_gone_says_so(person: Person, bot: PlayedBot):
    asked = await bot.asks(person, "还在吗", [button("旧按钮", "old")])
    await expect(person.button("旧按钮")).to_be_visible()
    await person.page.route("**/events*", lambda route: route.abort())
    await person.page.evaluate("window.dispatchEvent(new Event('offline'))")
    at = {"chat_id": await person.chat(), "message_id": asked["message_id"]}
    await bot.call("editMessageText", **at, text="不在了")
    await person.taps("旧按钮")
    await expect(person.page.locator(".toast")).to_contain_text("没有成功")
    await person.page.unroute("**/events*")
    await person.sees("不在了")


async def test_own_message_is_edited(person: Person, bot: PlayedBot):
    await person.says("路灯坏了三天")
    await bot.hears("路灯坏了三天", by=person)
    await person.edits("路灯坏了三天", "路灯坏了五天")
    edited = await bot.update("edited_message")
    assert edited["text"] == "路灯坏了五天"
    await expect(person.messages("路灯坏了五天").locator(".edited")).to_have_text("已编辑")


async def test_reply_keyboard_and_contact(person: Person, bot: PlayedBot):
    rows = [[{"text": "分享我的号码", "request_contact": True}], [{"text": "跳过"}]]
    await bot.says(person, "怎么联系您？", reply_markup={"keyboard": rows})
    await person.page.locator(".reply-button", has_text="分享我的号码").click()
    field = person.page.locator("dialog #asked")
    await expect(field).to_have_attribute("type", "tel")
    await person.fits_the_screen()
    await field.fill("不知道")
    await person.page.locator("dialog .primary").click()
    await expect(person.page.locator("dialog .hint")).to_contain_text("只用数字")
    await field.fill("138 0000 0000")
    await person.page.locator("dialog .primary").click()
    contact = (await bot.message(by=person))["contact"]
    assert contact["phone_number"].endswith("13800000000")
    assert contact["user_id"] == await person.chat()
    await expect(person.page.locator("article[data-mine=true] .contact")).to_contain_text("13800000000")
    await person.page.locator("#keyboard-button").click()
    await expect(person.page.locator("#keyboard")).to_be_hidden()
    await person.page.locator("#keyboard-button").click()
    await person.page.locator(".reply-button", has_text="跳过").click()
    await bot.hears("跳过", by=person)


async def test_one_time_keyboard_goes_with_its_first_use(person: Person, bot: PlayedBot):
    keyboard = {
        "keyboard": [[{"text": "跳过"}]],
        "one_time_keyboard": True,
        "input_field_placeholder": "写点什么",
    }
    await bot.says(person, "还有吗？", reply_markup=keyboard)
    await expect(person.page.locator("#text")).to_have_attribute("placeholder", "写点什么")
    await person.page.locator(".reply-button", has_text="跳过").click()
    await bot.hears("跳过", by=person)
    await expect(person.page.locator("#keyboard")).to_be_hidden()


async def test_commands_menu(person: Person, bot: PlayedBot):
    await bot.call("setMyCommands", commands=[{"command": "mine", "description": "我的建议"}])
    await person.page.reload()
    await person.page.locator("#commands-button").click()
    await person.option("我的建议").click()
    await bot.hears("/mine", by=person)
    await bot.call("deleteMyCommands")


async def test_long_text_goes_in_parts_at_paragraphs(person: Person, bot: PlayedBot):
    paragraphs = [f"第{number}段。" + "改" * 1990 for number in range(5)]
    await person.says("\n\n".join(paragraphs))
    parts = [(await bot.message(by=person))["text"] for _ in range(3)]
    assert "\n\n".join(parts) == "\n\n".join(paragraphs)
    assert [part.count("段。") for part in parts] == [2, 2, 1]


async def test_unbroken_long_text_never_cuts_a_character_in_two(person: Person, bot: PlayedBot):
    text = "a" + "💡" * 3000
    await person.says(text)
    parts = [(await bot.message(by=person))["text"] for _ in range(2)]
    assert "".join(parts) == text


async def test_offline_text_is_sent_once_when_online_again(person: Person, bot: PlayedBot):
    await person.page.context.set_offline(True)
    await person.says("没网时写的")
    pending = person.page.locator("article.pending")
    await expect(pending).to_have_attribute("data-state", "waiting")
    await expect(person.page.locator("#app")).to_have_attribute("data-connection", "offline")
    await person.page.context.set_offline(False)
    await bot.hears("没网时写的", by=person)
    await expect(pending).to_have_count(0)
    await person.sees("没网时写的")
    await person.is_connected()
    await bot.nothing_more()


async def test_lost_answer_does_not_double_the_text(person: Person, bot: PlayedBot):
    async def lose_the_answer(route):
        await route.fetch()
        await route.abort()

    await person.page.route("**/messages", lose_the_answer, times=1)
    await person.says("答复丢了")
    await bot.hears("答复丢了", by=person)
    await person.sees("答复丢了")
    await expect(person.page.locator("article.pending")).to_have_count(0)
    await person.says("下一条")
    await bot.hears("下一条", by=person)
    await bot.nothing_more()


async def test_refused_text_shows_the_reason_and_can_be_tried_again(person: Person, bot: PlayedBot):
    refusal = {"error": {"code": "made-up", "message": "现在不收"}}
    await person.page.route("**/messages", lambda route: route.fulfill(status=400, json=refusal), times=1)
    await person.says("再试试")
    await expect(person.page.locator("article.pending")).to_contain_text("没有发出：现在不收")
    await person.page.locator("article.pending button", has_text="再试一次").click()
    await bot.hears("再试试", by=person)
    await person.sees("再试试")


async def test_keyboard_alone_is_enough(person: Person, bot: PlayedBot):
    keys = person.page.keyboard
    await person.page.locator("#text").focus()
    await keys.type("只用键盘")
    await keys.press("Enter")
    await bot.hears("只用键盘", by=person)
    await bot.asks(person, "好吗", [button("好的", "yes")])
    await person.button("好的").wait_for()
    for _ in range(4):
        await keys.press("Shift+Tab")
        if await person.page.evaluate("document.activeElement.classList.contains('inline-button')"):
            break
    await keys.press("Enter")
    query = await bot.tapped("yes")
    await bot.call("answerCallbackQuery", callback_query_id=query["id"])
    for _ in range(3):
        await keys.press("Shift+Tab")
        if "只用键盘" in await person.page.evaluate("document.activeElement.ariaLabel || ''"):
            break
    await keys.press("Enter")
    await keys.press("Enter")
    await expect(person.page.locator("#text")).to_be_focused()
    await keys.press("End")
    await keys.type("也行")
    await keys.press("Enter")
    assert (await bot.update("edited_message"))["text"] == "只用键盘也行"


async def test_new_messages_button_when_reading_further_up(person: Person, bot: PlayedBot):
    for number in range(30):
        await bot.says(person, f"第 {number} 条\n\n\n")
    await person.sees("第 29 条")
    await person.page.locator("#messages").evaluate("element => { element.scrollTop = 0 }")
    await bot.says(person, "最后一条")
    await person.page.locator("#new-messages").click()
    await expect(person.messages("最后一条")).to_be_in_viewport()
    await expect(person.page.locator("#new-messages")).to_be_hidden()
