"""A restart in the middle: an entry goes on for the same person, a villager's answer gets into no draft."""

from pathlib import Path

from chat import Chat
from databases import new_database_url
from living import Living, living
from steps import SAID
from test_behalf import appointed, current, newest, says_who
from test_returned_to_officer import WHY, returned, row
from test_visits_chat import asked, visit_of


def moved(chat: Chat, house: Living) -> None:
    chat.db, chat.http.base_url = house.house.db, house.webchat


async def test_an_entry_goes_on_for_the_same_person(tmp_path: Path, postgresql: str | None) -> None:
    url = await new_database_url(postgresql, tmp_path) if postgresql else ""
    async with living(tmp_path, database_url=url) as before:
        chat = await appointed(before)
        await chat.says("/behalf")
        await chat.taps("代录：")
        await says_who(chat, "张三", "13800001111")
    async with living(tmp_path, database_url=url) as after:
        moved(chat, after)
        await chat.taps("产业发展")
        await chat.sees("代张三录入 · 第1位")
        await chat.taps("其他")
        await chat.says(SAID)
        await chat.taps("完成")
        await chat.taps("跳过")
        await chat.taps("发送")
        first = await newest(chat)
        sent = await chat.window()
    async with living(tmp_path, database_url=url) as again:
        moved(chat, again)
        await chat.taps("下一位", on=sent)
        await chat.taps("下一位", on=sent)
        draft = await current(chat)
        assert (draft.name, draft.theme, draft.subject_id == first.person_id) == (None, first.theme, False)
    await chat.close()


async def test_an_answer_typed_after_a_restart_is_the_villagers(
    tmp_path: Path, postgresql: str | None
) -> None:
    url = await new_database_url(postgresql, tmp_path) if postgresql else ""
    async with living(tmp_path, database_url=url) as before:
        chat = await appointed(before)
        sent, told = await asked(before, chat)
        await chat.says("/behalf")
        await chat.taps("代录：")
        await says_who(chat, "王五")
        await chat.taps("打开", on=told)
        await chat.taps("记下本人的回答")
    async with living(tmp_path, database_url=url) as after:
        moved(chat, after)
        await chat.says("示例路口东侧，靠近学校的那一边。")
        await chat.receives("已交给办理单位")
        assert (await visit_of(chat, sent)).outcome == "answered"
        draft = await current(chat)
        assert (draft.name, draft.text) == ("王五", "")
    await chat.close()


async def test_what_was_returned_is_put_right_over_two_restarts(
    tmp_path: Path, postgresql: str | None
) -> None:
    url = await new_database_url(postgresql, tmp_path) if postgresql else ""
    async with living(tmp_path, database_url=url) as before:
        chat = await appointed(before)
        sent = await returned(before, chat)
        await chat.taps("修改后重新提交")
    async with living(tmp_path, database_url=url) as after:
        moved(chat, after)
        await chat.says("在示例路口的东北角。")
        await chat.sees(WHY, sent.number, "东北角")
        shown = await chat.window()
    async with living(tmp_path, database_url=url) as again:
        moved(chat, again)
        await chat.taps("用新内容重新提交", on=shown)
        await chat.receives("已重新提交", sent.number)
        now = await row(chat, sent)
        assert (now.state, now.text) == ("registered", f"{sent.text}\n在示例路口的东北角。")
        assert (await visit_of(chat, sent)).outcome == "corrected"
    await chat.close()
