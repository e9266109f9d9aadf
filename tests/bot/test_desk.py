"""Staff in the chat: linked by a link from the console, and then a desk that nobody else has."""

from collections.abc import AsyncIterator

import pytest
from chat import Chat
from living import Living
from passwords import CHEAP
from sqlalchemy import select
from steps import SAID, to_the_preview

from backend.db import Database
from backend.handling import actions as handling
from backend.handling.model import Unit
from backend.questions.model import Question
from backend.staff import accounts, actions, linking
from backend.staff.model import Role, Staff
from backend.suggestions.model import Suggestion

WHERE = "具体是哪一个路口？"


@pytest.fixture(autouse=True)
def _cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(actions, "HASHER", CHEAP)


async def unit(db: Database, key: str) -> int:
    async with db.read() as session:
        return (await session.scalars(select(Unit.id).where(Unit.key == key))).one()


async def made(house: Living, login: str, role: Role, key: str = "") -> int:
    db = house.house.db
    unit_id = await unit(db, key) if key else None
    await actions.appoint(db, login=login, password="not-used-here", role=role, unit_id=unit_id)
    async with db.read() as session:
        return (await session.scalars(select(Staff.id).where(Staff.login == login))).one()


async def sent(house: Living, chat: Chat, key: str) -> str:
    await to_the_preview(chat)
    await chat.taps("发送")
    number = await chat.number_shown()
    await handling.forward(house.house.db, number=number, unit_id=await unit(chat.db, key), staff_id=1)
    await chat.receives("已转给", number)
    return number


async def stored(chat: Chat, number: str) -> Suggestion:
    async with chat.db.read() as session:
        return (await session.scalars(select(Suggestion).where(Suggestion.number == number))).one()


async def links(chat: Chat, staff_id: int) -> None:
    await chat.says(f"/start staff-{await linking.offer(chat.db, staff_id=staff_id)}")


@pytest.fixture
async def handler(house: Living) -> AsyncIterator[Chat]:
    """A chat of a handler of the cultural department, who has nothing to do before a test gives it."""
    chat = await Chat.open(house, name="李四")
    yield chat
    await chat.close()


async def test_nobody_else_has_a_desk(house: Living, citizen: Chat) -> None:
    await citizen.says("/start")
    await citizen.says("/desk")
    await citizen.sees("没有这个命令")
    await citizen.says("/start staff-GUESSGUESS22")
    await citizen.sees("链接已过期")
    await citizen.taps_data(await citizen.window(), "desk:CQ2024-000001")
    await citizen.sees_none("待办")


async def test_a_handler_signs_and_asks_and_reads_the_answer(
    house: Living, citizen: Chat, handler: Chat
) -> None:
    staff = await made(house, "chat-culture", Role.HANDLER, "culture-tourism")
    number = await sent(house, citizen, "culture-tourism")
    await links(handler, staff)
    await handler.sees("已绑定账号 chat-culture", "待办", number, SAID[:6])
    await handler.taps(number)
    await handler.sees(number, "产业发展", SAID, "还剩")
    await handler.taps("签收")
    await handler.sees("已签收")
    assert (await stored(citizen, number)).state == "signed"
    assert not any("签收" in words for words in await handler.buttons())
    await handler.taps("问建议人")
    await handler.says(WHERE)
    await handler.sees(WHERE, "点“发出问题”才会")
    await handler.taps("发出问题")
    await handler.sees("已发给建议人", "等建议人回答")
    asked = await citizen.receives("有一个问题", number)
    await citizen.taps("回答", on=asked)
    await citizen.says("示例路口东侧。")
    window = await handler.window()
    await citizen.taps("答完了")
    await handler.receives("建议人回答了问题", number)
    await handler.taps("提问和回答", on=window)
    await handler.receives(WHERE, "示例路口东侧。")


async def test_another_unit_s_suggestion_is_nothing(house: Living, citizen: Chat, handler: Chat) -> None:
    staff = await made(house, "chat-finance", Role.HANDLER, "finance")
    number = await sent(house, citizen, "big-data")
    await links(handler, staff)
    await handler.sees("没有待办")
    await handler.says(number)
    await handler.sees("没有保存")
    await handler.taps_data(await handler.window(), f"desk:{number}")
    await handler.sees_none(SAID)


async def test_every_step_asks_anew_who_this_is(house: Living, citizen: Chat, handler: Chat) -> None:
    staff = await made(house, "chat-soon-gone", Role.HANDLER, "finance")
    boss = await made(house, "chat-boss", Role.ADMINISTRATOR)
    number = await sent(house, citizen, "finance")
    await links(handler, staff)
    await handler.taps(number)
    window = await handler.window()
    await handler.taps("问建议人")
    await handler.says(WHERE)
    asking = await handler.window()
    db = house.house.db
    await accounts.change_role(db, staff_id=staff, role=Role.LEADER, unit_id=None, actor_id=boss)
    await handler.taps("发出问题", on=asking)
    await accounts.suspend(db, staff_id=staff, actor_id=boss)
    await handler.taps("签收", on=window)
    await handler.says("/desk")
    await handler.sees("没有这个命令")
    assert (await stored(citizen, number)).state == "forwarded"
    async with citizen.db.read() as session:
        assert (await session.scalars(select(Question).where(Question.staff_id == staff))).all() == []


async def test_unlinked_from_the_chat_there_is_no_desk(house: Living, handler: Chat) -> None:
    await links(handler, await made(house, "chat-leaving", Role.UNIT_LEAD, "finance"))
    await handler.taps("解除绑定")
    await handler.sees("已解除绑定")
    await handler.says("/desk")
    await handler.sees("没有这个命令")


async def test_an_administrator_is_linked_and_sees_no_suggestion(house: Living, handler: Chat) -> None:
    await links(handler, await made(house, "chat-admin", Role.ADMINISTRATOR))
    await handler.sees("已绑定账号 chat-admin")
    await handler.says("/desk")
    await handler.sees("您的账号不能这样操作")
