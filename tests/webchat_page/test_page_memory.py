"""Everything is found again: after a reload, after a restart of the server, in every chat."""

import signal

import pytest
from playwright.async_api import expect

from tests.webchat_page.person import Person, becomes
from tests.webchat_page.played_bot import PlayedBot, button

pytestmark = pytest.mark.browser


async def test_reload_finds_everything(person: Person, bot: PlayedBot):
    await person.says("重载前说的")
    await bot.hears("重载前说的", by=person)
    await bot.asks(person, "请选", [button("甲", "a")])
    await bot.says(person, "键盘", reply_markup={"keyboard": [[{"text": "快捷"}]]})
    await person.sees("键盘")
    await person.types("还没发的草稿")
    await person.page.reload()
    for text in ("重载前说的", "请选", "键盘"):
        await person.sees(text)
    await expect(person.page.locator("#text")).to_have_value("还没发的草稿")
    await expect(person.page.locator(".reply-button")).to_have_text("快捷")
    await person.taps("甲")
    await bot.tapped("a")


async def test_text_not_sent_yet_survives_a_reload(person: Person, bot: PlayedBot):
    await person.page.route("**/messages", lambda route: route.abort())
    await person.says("先记着")
    await expect(person.page.locator("article.pending")).to_contain_text("先记着")
    await person.page.unroute("**/messages")
    await person.page.reload()
    await bot.hears("先记着", by=person)
    await person.sees("先记着")
    await expect(person.page.locator("article.pending")).to_have_count(0)


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
async def test_restart_of_the_server_loses_nothing(how, person: Person, bot: PlayedBot, chat_server):
    await person.says("重启前")
    await bot.hears("重启前", by=person)
    chat_server.stop(how)
    try:
        await expect(person.page.locator("#app")).to_have_attribute("data-connection", "offline")
        await person.says("停机时写的")
        await expect(person.page.locator("article.pending")).to_have_attribute("data-state", "waiting")
    finally:
        chat_server.start()
    await bot.hears("停机时写的", by=person)
    await person.is_connected()
    await bot.says(person, "重启后")
    for text in ("重启前", "停机时写的", "重启后"):
        await person.sees(text)


async def test_older_messages_load_while_scrolling_up(person: Person, bot: PlayedBot):
    for number in range(70):
        await bot.says(person, f"第 {number:02} 条")
    await person.page.reload()
    await person.sees("第 69 条")
    await person.sees("第 00 条", times=0)
    await person.page.locator("#messages").evaluate("element => { element.scrollTop = 0 }")
    await person.sees("第 00 条")
    shown = await person.messages("条").locator(".text").all_inner_texts()
    assert shown == [f"第 {number:02} 条" for number in range(70)]


async def test_two_people_on_one_phone(person: Person, bot: PlayedBot):
    first = await person.chat()
    await person.says("我是第一个人")
    await bot.hears("我是第一个人", by=person)
    await person.opens_chat_as("李四")
    await person.page.locator("#start-button").click()
    assert await person.chat() != first
    start = await bot.hears("/start", by=person)
    assert start["from"]["first_name"] == "李四"
    await person.sees("我是第一个人", times=0)
    await person.types("李四的草稿")
    await person.chooses_from_menu("聊天 1")
    await person.sees("我是第一个人")
    await expect(person.page.locator("#text")).to_have_value("")
    await person.chooses_from_menu("李四")
    await expect(person.page.locator("#text")).to_have_value("李四的草稿")
    await person.page.reload()
    await expect(person.page.locator("#person-name")).to_have_text("李四")


async def test_rename_and_remove_from_this_device(person: Person, bot: PlayedBot):
    await person.chooses_from_menu("这个聊天", "改称呼")
    await person.page.locator("dialog #asked").fill("张三")
    await person.page.locator("dialog .primary").click()
    await expect(person.page.locator("#person-name")).to_have_text("张三")
    await person.says("换了名字")
    assert (await bot.hears("换了名字", by=person))["from"]["first_name"] == "张三"
    await person.chooses_from_menu("这个聊天", "移除", "移除")
    await expect(person.page.locator("#start-button")).to_be_visible()
    await becomes(person.page, "localStorage.getItem('jindianzi.chats')", "[]")


async def test_blocking_stops_the_bot(person: Person, bot: PlayedBot):
    await person.chooses_from_menu("这个聊天", "不再接收消息")
    member = await bot.update("my_chat_member")
    assert member["new_chat_member"]["status"] == "kicked"
    refused = await bot.client.post("sendMessage", json={"chat_id": await person.chat(), "text": "在吗"})
    assert refused.status_code == 403
    await person.chooses_from_menu("这个聊天", "重新接收消息")
    assert (await bot.update("my_chat_member"))["new_chat_member"]["status"] == "member"
