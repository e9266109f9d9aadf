"""A villager's entry is erased while the officer is in it: nothing said for one gets to another (R22)."""

from pathlib import Path

import pytest
from chat import Chat
from databases import new_database_url
from living import Living, living
from steps import SAID, picture
from test_behalf import appointed, begins, current, person_of, says_who
from test_behalf_restart import moved

from backend.db import Database
from backend.mydata import actions as mydata
from backend.people.model import Person
from backend.proxy import aside

MEANT = "这句话是替张三说的，与李四无关。"


@pytest.fixture
async def officer(officer: Chat) -> Chat:
    await begins_two(officer)
    return officer


async def begins_two(chat: Chat) -> None:
    """An entry for 李四 lies beside that for 张三, which the officer is in; both ask for the theme."""
    await begins(chat)
    await says_who(chat, "李四")
    await begins(chat)
    await says_who(chat, "张三")


async def erased(db: Database, chat: Chat) -> None:
    draft = await current(chat)
    assert (draft.name, bool(draft.subject_id)) == ("张三", True)
    await mydata.forget(db, person_id=draft.subject_id or 0, update=0)


async def untouched(chat: Chat) -> None:
    draft = await current(chat)
    assert (draft.name, draft.theme, draft.text, draft.parts) == ("李四", None, "", [])


async def test_words_go_to_no_other_entry_and_it_is_said(house: Living, officer: Chat) -> None:
    await erased(house.house.db, officer)
    await officer.says(MEANT)
    await officer.sees("按本人的要求删除", "刚才那句没有记下来", "代录")
    await untouched(officer)
    await officer.says(MEANT)
    await officer.sees("刚才那句没有记下来")
    await officer.sees_none("按本人的要求删除")
    await untouched(officer)
    await officer.taps("李四")
    await officer.taps("产业发展")
    await officer.taps("其他")
    await officer.says(SAID)
    assert (await current(officer)).text == SAID


async def test_a_tap_and_a_photo_go_to_no_other_entry(house: Living, officer: Chat) -> None:
    shown = await officer.window()
    await erased(house.house.db, officer)
    await officer.taps("产业发展", on=shown)
    await officer.sees("按本人的要求删除", "接着录")
    await officer.sends_files(("示例路口.png", picture()))
    await officer.taps("产业发展", on=shown)
    await untouched(officer)


async def test_a_command_is_carried_out_and_words_after_it_go_nowhere(house: Living, officer: Chat) -> None:
    await erased(house.house.db, officer)
    await officer.says("/visits")
    await officer.sees("按本人的要求删除")
    await officer.says(MEANT)
    await untouched(officer)


async def test_it_is_known_after_a_restart(tmp_path: Path, postgresql: str | None) -> None:
    url = await new_database_url(postgresql, tmp_path) if postgresql else ""
    async with living(tmp_path, database_url=url) as before:
        chat = await appointed(before)
        await begins_two(chat)
        await erased(before.house.db, chat)
    async with living(tmp_path, database_url=url) as after:
        moved(chat, after)
        await chat.says(MEANT)
        await chat.sees("按本人的要求删除", "刚才那句没有记下来")
        await untouched(chat)
    async with living(tmp_path, database_url=url) as again:
        moved(chat, again)
        await chat.says(MEANT)
        await untouched(chat)
    await chat.close()


async def test_who_is_in_another_entry_is_not_stopped(house: Living, officer: Chat) -> None:
    gone = (await current(officer)).subject_id
    await officer.says("/behalf")
    await officer.taps("李四")
    await mydata.forget(house.house.db, person_id=gone or 0, update=0)
    await officer.taps("产业发展")
    draft = await current(officer)
    assert (draft.name, bool(draft.theme)) == ("李四", True)


async def test_the_same_inbox_entry_again_is_stopped_again_and_the_next_is_not(
    house: Living, officer: Chat
) -> None:
    await erased(house.house.db, officer)

    async def met(inbox_id: int) -> bool:
        person: Person = await person_of(officer)
        return await aside.is_met(house.house.db, person, inbox_id=inbox_id)

    assert [await met(7), await met(7), await met(8), await met(7)] == [True, True, False, True]
