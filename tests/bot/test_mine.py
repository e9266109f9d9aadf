"""My suggestions: found again, followed, added to, taken back; nobody else's are ever shown."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from chat import Chat
from databases import new_database_url
from living import Living, living
from sqlalchemy import select
from steps import SAID, draft_of, picture, to_the_preview, to_the_text

from backend.handling import actions as handling
from backend.handling import queries as units
from backend.handling import screening
from backend.people.queries import in_chat
from backend.suggestions.model import Attachment, Suggestion, SuggestionState, Supplement
from backend.suggestions.queries import Sight

OFFICE = Sight(None, everything=True)


async def sends_one(chat: Chat) -> str:
    await to_the_preview(chat)
    await chat.taps("发送")
    return await chat.number_shown()


async def of(chat: Chat, number: str) -> Suggestion:
    async with chat.db.read() as session:
        return (await session.scalars(select(Suggestion).where(Suggestion.number == number))).one()


async def code_of(chat: Chat, number: str) -> str:
    return chat.db.keys.code((await of(chat, number)).draft_id)


async def forward(chat: Chat, number: str) -> None:
    async with chat.db.read() as session:
        unit = (await units.units(session))[1]
    await handling.forward(chat.db, number=number, unit_id=unit.id, staff_id=1)


@pytest.fixture
async def neighbour(house: Living) -> AsyncIterator[Chat]:
    chat = await Chat.open(house, name="李四")
    yield chat
    await chat.close()


async def test_the_list_shows_number_state_time_and_how_it_begins(citizen: Chat) -> None:
    number = await sends_one(citizen)
    await citizen.taps("我的建议")
    await citizen.sees("我的建议", number, "已登记", "还剩 15 天", SAID[:10])
    await citizen.taps(number)
    await citizen.sees(number, SAID[:10], "办理经过", "已登记", "为什么是这一天", "15 天")


async def test_nobody_has_sent_anything_yet(citizen: Chat) -> None:
    await citizen.says("/mine")
    await citizen.sees("还没有提交过建议")
    await citizen.taps("上一步")
    await citizen.sees("怎样的建议是好建议")
    await citizen.taps("我的建议")
    await citizen.sees("还没有提交过建议")


async def test_in_the_middle_of_a_draft_nothing_is_lost(citizen: Chat) -> None:
    await to_the_text(citizen)
    await citizen.says(SAID)
    await citizen.says("/mine")
    await citizen.says("这句话说错了地方，可是很长很长很长很长。")
    await citizen.sees("刚才那句没有记下来")
    assert (await draft_of(citizen)).text == SAID
    await citizen.taps("上一步")
    await citizen.sees("建议内容", "现在 12 字")


async def test_pages_turn_and_a_typed_number_opens(citizen: Chat) -> None:
    numbers = [await sends_one(citizen) for _ in range(7)]
    await citizen.says("/mine")
    await citizen.sees("第 1 页，共 2 页", numbers[6])
    await citizen.sees_none(numbers[0])
    await citizen.taps("下一页")
    await citizen.sees("第 2 页", numbers[0])
    await citizen.taps("前一页")
    await citizen.says(numbers[0].lower())
    await citizen.sees(numbers[0], "办理经过")
    await citizen.taps("回到列表")
    await citizen.sees("第 1 页，共 2 页")


async def test_another_persons_number_is_never_shown(citizen: Chat, neighbour: Chat) -> None:
    number = await sends_one(neighbour)
    mine = await sends_one(citizen)
    await citizen.says("/mine")
    window = await citizen.sees(mine)
    await citizen.sees_none(number)
    await citizen.says(number)
    await citizen.sees("刚才那句没有记下来")
    window = await citizen.window()
    button = next(b for row in window["buttons"] for b in row if mine in b["text"])
    await citizen.taps_data(window, button["data"].replace(mine, number))
    assert not any(number in message["text"] for message in await citizen.messages() if not message["mine"])


async def test_a_supplement_of_words_and_files_is_kept_at_once(citizen: Chat) -> None:
    number = await sends_one(citizen)
    await citizen.taps("我的建议")
    await citizen.taps(number)
    await citizen.taps("补充")
    await citizen.says("东门那盏也坏了。")
    await citizen.sees(f"已补充到 {number}", "已补充 1 条")
    await citizen.sends_files(("路灯.png", picture()), caption="就是这盏")
    await citizen.sees("《路灯.png》已补充", "已补充 2 条")
    one = await of(citizen, number)
    async with citizen.db.read() as session:
        added = (await session.scalars(select(Supplement).where(Supplement.suggestion_id == one.id))).all()
        files = (await session.scalars(select(Attachment).where(Attachment.suggestion_id == one.id))).all()
    assert [each.text for each in added] == ["东门那盏也坏了。", "就是这盏"]
    assert [(file.name, file.supplement_id) for file in files] == [("路灯.png", added[1].id)]
    await citizen.sends_files(("x.exe", b"MZ"), caption="夜里很暗")
    await citizen.sees("只收这些格式", "附言的文字已经保存", "已补充 3 条")
    await citizen.says("完成")
    await citizen.sees("补充好了", "东门那盏也坏了。", "夜里很暗", "附件 1 个")


async def test_withdrawn_before_forwarding_with_a_reason(citizen: Chat) -> None:
    number = await sends_one(citizen)
    await citizen.taps("我的建议")
    await citizen.taps(number)
    await citizen.taps("撤回")
    await citizen.sees("不能恢复")
    await citizen.taps("回到这条建议")
    assert (await of(citizen, number)).state == SuggestionState.REGISTERED
    await citizen.taps("撤回")
    await citizen.says("已经修好了。")
    await citizen.sees("已经修好了。")
    await citizen.taps("确定撤回")
    await citizen.sees(f"{number} 已撤回", "原因：已经修好了。")
    assert (await of(citizen, number)).state == SuggestionState.WITHDRAWN
    assert not any(word in button for button in await citizen.buttons() for word in ("撤回", "补充"))


async def test_an_old_button_after_forwarding_says_what_to_do_instead(citizen: Chat) -> None:
    number = await sends_one(citizen)
    await citizen.taps("我的建议")
    await citizen.taps(number)
    await citizen.taps("撤回")
    await forward(citizen, number)
    await citizen.taps("确定撤回")
    await citizen.sees("不能再撤回", "补充")
    await citizen.taps("回到这条建议")
    await citizen.sees("办理中", "转给")
    assert not any("撤回" in button for button in await citizen.buttons())


async def test_a_diversion_is_objected_to_once(citizen: Chat) -> None:
    number = await sends_one(citizen)
    reason = {"reason": "这是投诉。", "staff_id": 1}
    await screening.divert(citizen.db, number=number, place="complaint", **reason)
    await citizen.says("/mine")
    await citizen.taps(number)
    await citizen.sees("已分流", "求决、申诉、检举", "网上投诉", "原因：这是投诉。")
    await citizen.taps("提出异议")
    assert not any("提交异议" in button for button in await citizen.buttons())
    await citizen.says("这就是建议。")
    await citizen.says("不是投诉。")
    await citizen.taps("提交异议")
    await citizen.sees("异议已提交", "这就是建议。\n不是投诉。")
    assert not any("提出异议" in button for button in await citizen.buttons())


async def test_a_returned_one_is_corrected_and_sent_again(citizen: Chat) -> None:
    number = await sends_one(citizen)
    await screening.return_for_correction(citizen.db, number=number, reason="请写明地点。", staff_id=1)
    await citizen.says("/mine")
    await citizen.sees("等您修改")
    await citizen.taps(number)
    await citizen.taps("修改后重新提交")
    await citizen.sees(number, "退回补正", "请写明地点。", "请检查一遍")
    await citizen.sends_files(("东门.png", picture()))
    await citizen.taps("改内容")
    await citizen.taps("删掉重写")
    await citizen.says("示例社区东门的路灯坏了。")
    await citizen.says("/start")
    await citizen.sees(number, "请写明地点。", "示例社区东门的路灯坏了。")
    await citizen.taps("接着")
    await citizen.taps("完成")
    await citizen.sees("请写明地点。", "示例社区东门的路灯坏了。", "东门")
    await citizen.taps("用新内容重新提交")
    await citizen.sees("已重新提交", "示例社区东门的路灯坏了。")
    one = await of(citizen, number)
    assert (one.state, one.text) == (SuggestionState.REGISTERED, "示例社区东门的路灯坏了。")


async def test_found_by_number_and_code_from_another_chat_and_followed_there(
    citizen: Chat, neighbour: Chat
) -> None:
    number = await sends_one(citizen)
    code = await code_of(citizen, number)
    await neighbour.says("/mine")
    await neighbour.taps("凭编号和查询码查询")
    await neighbour.says(number.lower())
    await neighbour.sees(f"编号是 {number}")
    await neighbour.says("abcdefg0")
    await neighbour.sees("没有数字 0、1")
    await neighbour.says(f"{code[:4]} {code[4:]}".lower())
    await neighbour.sees(number, "已登记", "办理经过")
    await neighbour.sees_none(SAID[:6], "张三")
    await neighbour.taps("在这里也通知我")
    await neighbour.sees("也会在这个聊天里通知您")
    await forward(citizen, number)
    await neighbour.receives("已转给", number)
    await neighbour.says("/mine")
    await neighbour.sees("支持或关注", number, "办理中")
    await neighbour.sees_none(SAID[:6])


async def test_wrong_ten_times_slows_down(citizen: Chat, neighbour: Chat) -> None:
    number = await sends_one(citizen)
    await neighbour.says("/mine")
    await neighbour.taps("凭编号和查询码查询")
    for _ in range(40):  # the first waits are over before a slow machine has said the next
        await neighbour.says(f"{number} ABCDEFGH")
        if "试的次数太多" in (await neighbour.window())["text"]:
            break
    await neighbour.sees("试的次数太多", "秒再试")
    await citizen.says("/mine")
    await citizen.taps(number)
    await citizen.sees("已登记")


async def test_in_english(house: Living) -> None:
    chat = await Chat.open(house, name="Zhang San", language="en")
    await chat.says("/mine")
    await chat.sees("My suggestions", "not sent a suggestion yet")
    await chat.taps("Look up by number")
    await chat.sees("no figures 0 and 1")
    await chat.says("/help")
    await chat.sees("number and the query code in one message")
    await chat.close()


async def test_old_windows_and_a_supplement_outlive_a_restart(tmp_path: Path, postgresql: str | None) -> None:
    url = await new_database_url(postgresql, tmp_path) if postgresql else ""
    async with living(tmp_path, database_url=url) as before:
        chat = await Chat.open(before)
        number = await sends_one(chat)
        await chat.taps("我的建议")
        await chat.taps(number)
        old = await chat.window()
        await chat.taps("补充")
        await chat.says("第一句补充。")
    async with living(tmp_path, database_url=url) as after:
        chat.db, chat.http.base_url = after.house.db, after.webchat
        await chat.says("第二句补充，说得长一些，好像一条新的建议。")
        await chat.sees(f"已补充到 {number}", "已补充 2 条")
        await chat.taps("完成")
        await chat.sees("第二句补充")
    async with living(tmp_path, database_url=url) as again:
        chat.db, chat.http.base_url = again.house.db, again.webchat
        await chat.taps("撤回", on=old)
        await chat.receives(f"撤回 {number}？")
        async with chat.db.read() as session:
            person = await in_chat(session, "webchat", chat.id)
        assert person.adding_to is None
    await chat.close()
