"""Officers in the chat: invited by a link, at an event, and reading out for a villager; nobody else may."""

from collections.abc import AsyncIterator
from datetime import date, timedelta

import pytest
from chat import Chat
from living import Living
from sqlalchemy import select, update
from steps import to_the_preview

from backend.dates import today
from backend.db import Database
from backend.handling.model import Unit
from backend.occasions import actions as occasions
from backend.occasions.actions import Told
from backend.occasions.model import OccasionKind
from backend.officers import actions, reminding
from backend.officers.model import Officer, OfficerKind
from backend.officers.terms import By, Terms
from backend.people.queries import in_chat
from backend.staff.model import Role, Staff
from backend.suggestions.model import Suggestion, Support
from bot.handlers.officer import COMMANDS


async def office(db: Database) -> By:
    async with db.begin() as session:
        clerk = await session.scalar(select(Staff).where(Staff.login == "appoints"))
        if clerk is None:
            clerk = Staff(login="appoints", password_hash="-", role=Role.CLERK, language="zh-CN")
            session.add(clerk)
            await session.flush()
        return By(clerk.id)


async def invitation(chat: Chat, *, until: date | None = None) -> tuple[Officer, str]:
    async with chat.db.read() as session:
        unit_id = (await session.scalars(select(Unit.id).where(Unit.key == "transport"))).one()
    terms = Terms(name="李四", kind=OfficerKind.INFORMATION, unit_id=unit_id, until=until)
    officer, token = await actions.appoint(
        chat.db, terms=terms, by=await office(chat.db), once=f"form-{chat.id}"
    )
    return officer, f"/start {actions.PREFIX}{token}"


@pytest.fixture
async def officer(house: Living) -> AsyncIterator[Chat]:
    """A chat of somebody who has accepted an appointment."""
    chat = await Chat.open(house, name="李四")
    _, link = await invitation(chat)
    await chat.says(link)
    await chat.taps("是我")
    yield chat
    await chat.close()


async def appointment(chat: Chat) -> Officer:
    async with chat.db.read() as session:
        person = await in_chat(session, "webchat", chat.id)
        assert person
        return (await session.scalars(select(Officer).where(Officer.person_id == person.id))).one()


async def test_an_invitation_is_shown_and_accepted_once(house: Living, citizen: Chat) -> None:
    until = today() + timedelta(days=200)
    _, link = await invitation(citizen, until=until)
    await citizen.says(link)
    shown = await citizen.sees("聘任邀请", "交通", "信息员", f"{until.year}年{until.month}月{until.day}日")
    await citizen.says("好的")
    await citizen.sees("请点按钮")
    await citizen.taps("是我")
    await citizen.sees("您已接受聘任", "信息员", "交通")
    await citizen.taps("是我", on=shown)
    await citizen.says(link)
    await citizen.sees("已经接受过")
    other = await Chat.open(house, name="王五")
    await other.says(link)
    await other.sees("已被别人接受")
    await other.says("/officer")
    await other.sees("不是信息员")
    await other.close()
    assert (await appointment(citizen)).until == until


async def test_not_me_changes_nothing_and_the_right_person_still_can(house: Living, citizen: Chat) -> None:
    officer, link = await invitation(citizen)
    other = await Chat.open(house, name="王五")
    await other.says(link)
    await other.taps("不是我")
    await other.sees("什么都没有改变")
    await other.close()
    await citizen.says(link)
    await citizen.taps("是我")
    assert (await appointment(citizen)).id == officer.id


async def test_an_ended_or_unknown_invitation_says_so_and_lets_one_in(citizen: Chat) -> None:
    officer, link = await invitation(citizen)
    await citizen.says(link)
    window = await citizen.window()
    await actions.end(citizen.db, officer_id=officer.id, by=await office(citizen.db))
    await citizen.taps("是我", on=window)
    await citizen.sees("已经结束", "怎样的建议是好建议")
    await citizen.says(f"/start o-{'A' * actions.TOKEN_LENGTH}")
    await citizen.sees("邀请无效", "怎样的建议是好建议")


async def test_the_menu_is_found_from_the_start_and_lost_with_the_office(
    house: Living, officer: Chat, citizen: Chat
) -> None:
    await citizen.says("/start")
    assert not any("信息员" in words for words in await citizen.buttons())
    await officer.says("/start")
    await officer.taps("信息员")
    menu = await officer.sees("单位：", "交通")
    mine = await appointment(officer)
    await actions.end(officer.db, officer_id=mine.id, by=await office(officer.db))
    await officer.receives("聘任已结束")
    await officer.taps("替人查询", on=menu)
    await officer.sees_none("替人查询")
    await officer.says("/officer")
    await officer.sees("不是信息员")
    await officer.says("/start")
    assert not any("信息员" in words for words in await officer.buttons())


async def test_the_event_of_today_is_chosen_and_kept(officer: Chat) -> None:
    mine = await appointment(officer)
    title = f"示例社区第{officer.id}场"
    told = Told(mine.unit_id, OccasionKind.STALL, title, today(), today())
    held = await occasions.add(officer.db, campaign="city-2024", told=told, by=await office(officer.db))
    await officer.taps("今天的场次")
    await officer.taps(title)
    await officer.sees(f"现在的场次：{title}")
    assert (await appointment(officer)).occasion_id == held.id
    await officer.taps("今天的场次")
    await officer.taps("不在任何场次")
    await officer.sees_none("现在的场次")
    await officer.taps("今天的场次")
    await occasions.end(officer.db, occasion_id=held.id, by=await office(officer.db))
    await officer.taps(title)
    await officer.sees("请另选一场")
    assert (await appointment(officer)).occasion_id is None


async def sent(chat: Chat) -> tuple[str, str]:
    await to_the_preview(chat)
    await chat.taps("发送")
    number = await chat.number_shown()
    async with chat.db.read() as session:
        row = (await session.scalars(select(Suggestion).where(Suggestion.number == number))).one()
    return number, chat.db.keys.code_told(row.draft_id, row.code_hash)


async def test_a_villagers_code_is_read_out_and_nobody_follows(officer: Chat, citizen: Chat) -> None:
    number, code = await sent(citizen)
    await officer.taps("替人查询")
    await officer.says(number)
    await officer.sees("查询码")
    await officer.says("WRONG222")
    await officer.sees_none("建议收到了")
    await officer.says(code.lower())
    window = await officer.sees(number, "建议收到了", "最迟")
    assert "路灯" not in window["text"]
    async with officer.db.read() as session:
        person = await in_chat(session, "webchat", officer.id)
        assert person
        assert await session.scalar(select(Support).where(Support.person_id == person.id)) is None
    await officer.taps("打印条")
    await officer.sees("打印条在上面")
    pdf, picture = [message for message in await officer.messages() if message["file"]]
    assert (pdf["file"]["name"], picture["kind"]) == (f"查询条-{number}.pdf", "photo")


async def test_the_slips_code_asks_for_the_query_code_alone(officer: Chat, citizen: Chat) -> None:
    number, code = await sent(citizen)
    await officer.says(f"/start n-{number}")
    await officer.sees(number, "查询码")
    await officer.says(code)
    await officer.sees(number, "建议收到了")
    await citizen.says(f"/start n-{number}")
    await citizen.says(code)
    await citizen.sees(number, "路灯")


async def test_what_somebody_else_entered_gives_no_slip(officer: Chat, citizen: Chat) -> None:
    number, _ = await sent(citizen)
    await officer.taps("替人查询")
    await officer.says(number)
    await officer.taps_data(await officer.window(), f"officer_slip:{number}.WRONG222")
    assert not any(message["file"] for message in await officer.messages())


async def test_an_end_that_comes_is_told_with_a_way_to_the_menu(officer: Chat) -> None:
    mine = await appointment(officer)
    async with officer.db.begin() as session:
        soon = update(Officer).where(Officer.id == mine.id)
        await session.execute(soon.values(until=today() + timedelta(days=2)))
    await reminding.remind(officer.db)
    told = await officer.receives("还有2天到期")
    await officer.taps("信息员", on=told)
    await officer.sees("有效期至")


async def test_whoever_is_no_officer_is_told_so(citizen: Chat) -> None:
    await citizen.says("/start")
    for command in COMMANDS:
        await citizen.says(f"/{command}")
        await citizen.receives("您现在不是信息员")
        await citizen.sees_none("代录")
        await citizen.says("/start")
