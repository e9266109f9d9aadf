"""Officers in the chat: asked for suggestions, reading it, writing for it at once, and how far they are."""

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest
from chat import Chat
from living import Living
from officers_house import in_office
from sqlalchemy import select, update
from steps import SAID, draft_of

from backend import clock
from backend.calls import actions, queries
from backend.calls.model import Asked
from backend.calls.queries import Picked
from backend.dates import today
from backend.ledger.intake import Letter
from backend.officers.model import Officer
from backend.people.model import Person
from backend.people.queries import in_chat
from backend.proxy import filing
from backend.proxy.model import ConsentForm, Entry, EntryWay
from backend.suggestions.queries import Sight

OFFICE = Sight(None, everything=True)


async def person_of(chat: Chat) -> Person:
    async with chat.db.read() as session:
        person = await in_chat(session, "webchat", chat.id)
        assert person
        return person


@pytest.fixture
async def officer(house: Living) -> AsyncIterator[Chat]:
    """A chat of an officer of the housing department, in a district that no other test has."""
    chat = await Chat.open(house, name="李四")
    await chat.says("/start")
    held = await in_office(house.house.db, await person_of(chat), unit="housing")
    async with chat.db.begin() as session:
        mine = update(Officer).where(Officer.id == held.id)
        await session.execute(mine.values(district=f"示例区{chat.id}"))
    yield chat
    async with chat.db.begin() as session:
        await session.execute(update(Officer).where(Officer.id == held.id).values(ended_at=clock.now()))
    await chat.close()


async def officer_of(chat: Chat) -> Officer:
    person = await person_of(chat)
    async with chat.db.read() as session:
        return (await session.scalars(select(Officer).where(Officer.person_id == person.id))).one()


async def asked(chat: Chat, *, title: str, **said: Any) -> int:
    held = await officer_of(chat)
    whole: dict[str, Any] = {
        "campaign": "city-2024",
        "words": "请走访村民，收集道路建议。",
        "topics": ["urban-rural/t22"],
        "due_on": today() + timedelta(days=9),
        "picked": Picked(district=held.district),
        "sight": OFFICE,
        "staff_id": held.appointed_by,
        "once": f"{title}-{chat.id}",
    }
    return await actions.make(chat.db, title=title, **{**whole, **said})


async def one(chat: Chat, table: Any, **where: Any) -> Any:
    async with chat.db.read() as session:
        return (await session.scalars(select(table).filter_by(**where))).one()


async def test_a_request_comes_is_read_and_answered_for_somebody_else(officer: Chat) -> None:
    call = await asked(officer, title="乡村道路")
    told = await officer.receives("征集办请您围绕“乡村道路”征集建议", "还有")
    assert (await one(officer, Asked, call_id=call)).read_at is None
    await officer.taps("打开征集", on=told)
    window = await officer.sees("乡村道路", "请走访村民", "城乡融合", "怎样写好", "您已提交 0 件")
    assert (await one(officer, Asked, call_id=call)).read_at is not None
    await officer.taps("为别人代录")
    draft = await draft_of(officer)
    assert (draft.theme, draft.topic, draft.step, draft.consent) == ("urban-rural", "t22", "consent", None)
    assert draft.subject_id not in {None, draft.person_id}
    assert (await one(officer, Entry, draft_id=draft.id)).call_id == call
    await officer.sees("按“乡村道路”填写")
    await officer.taps("为别人代录", on=window)  # the same button once more
    assert (await draft_of(officer)).id == draft.id


async def test_ones_own_suggestion_counts_for_the_request(officer: Chat) -> None:
    call = await asked(officer, title="路灯", topics=["urban-rural/t22", "megacity/other"])
    await officer.receives("围绕“路灯”征集建议")
    await officer.says("/calls")
    await officer.sees("共 1 项")
    assert any("🆕 路灯" in words for words in await officer.buttons())
    await officer.taps("路灯")
    await officer.taps("写我自己的建议")
    await officer.sees("您自己的建议写哪个议题")
    await officer.taps("超大城市治理")
    await officer.says(SAID)
    await officer.taps("完成")
    if any("同意" in button for button in await officer.buttons()):
        await officer.taps("同意，继续")
    await officer.taps("市民")
    await officer.says("李四")
    await officer.says("13800001111")
    await officer.taps("跳过")
    await officer.taps("发送")
    await officer.number_shown()
    await officer.says("/calls")
    assert not any("🆕" in words for words in await officer.buttons())
    await officer.taps("路灯")
    await officer.sees("您已提交 1 件")
    async with officer.db.read() as session:
        found = await queries.reach(session, [call])
    assert found[call] == (1, 1, 1, 1)


async def test_what_is_over_is_shown_without_a_way_to_write(officer: Chat) -> None:
    call = await asked(officer, title="已结束的")
    told = await officer.receives("已结束的")
    await officer.taps("打开征集", on=told)
    window = await officer.window()
    await actions.close(officer.db, call_id=call, sight=OFFICE)
    await officer.taps("为别人代录", on=window)
    await officer.receives("这项征集已经结束")
    await officer.says("/calls")
    await officer.sees("现在没有向您征集的内容")
    await officer.taps("打开征集", on=told)
    await officer.sees("不再收新的建议")
    assert not any("代录" in words for words in await officer.buttons())


async def test_nobody_else_opens_a_request_or_reads_figures(officer: Chat, citizen: Chat) -> None:
    call = await asked(officer, title="别人的")
    await citizen.says("/start")
    for command in ("/calls", "/quota"):
        await citizen.says(command)
        await citizen.receives("您现在不是信息员")
    await citizen.taps_data(await citizen.window(), f"call:{call}")
    await citizen.sees_none("请走访村民")
    assert (await one(officer, Asked, call_id=call)).read_at is None


async def test_whose_term_ends_in_the_middle_is_shown_no_more(officer: Chat) -> None:
    call = await asked(officer, title="半途")
    await officer.receives("围绕“半途”征集建议")
    await officer.says("/calls")
    await officer.taps("半途")
    window = await officer.window()
    held = await officer_of(officer)
    async with officer.db.begin() as session:
        here = update(Officer).where(Officer.id == held.id)
        await session.execute(here.values(ended_at=clock.now()))
    await officer.taps("为别人代录", on=window)
    await officer.sees_none("请走访村民")
    async with officer.db.read() as session:
        assert (await session.scalars(select(Entry).where(Entry.call_id == call))).all() == []


async def test_the_figures_are_counted_when_they_are_asked_for(officer: Chat) -> None:
    held = await officer_of(officer)
    await officer.says("/quota")
    window = await officer.sees("本单位", "镇街、部门上报不少于2篇")
    before = int(window["text"].split("/2")[0].rsplit("：", 1)[1])
    await filing.file(
        officer.db,
        person_id=held.person_id or 0,
        letter=Letter(
            campaign="city-2024",
            channel="webchat",
            theme="urban-rural",
            topic="t22",
            text="示例建议。",
            name="张三",
            told_by=filing.CHANNEL,
        ),
        consent=filing.Consent(ConsentForm.SPOKEN, clock.now()),
        once="one",
        way=EntryWay.OFFLINE,
    )
    await officer.taps("重新统计")
    await officer.sees(f"：{before + 1}/2", "其中您 1")
    await officer.says("随便说说")
    await officer.sees("没有保存")


async def test_several_requests_stay_apart(officer: Chat) -> None:
    await asked(officer, title="第一项")
    await asked(officer, title="第二项", topics=["megacity/t16", "megacity/other"])
    for title in ("第一项", "第二项"):
        await officer.receives(f"围绕“{title}”征集建议")
    await officer.says("/calls")
    await officer.sees("共 2 项")
    await officer.taps("第二项")
    await officer.taps("为别人代录")
    await officer.sees("要为别人代录哪个议题的建议", "第二项")
    await officer.taps("上一步")
    await officer.taps("所有征集")
    await officer.taps("第一项")
    await officer.sees("第一项", "城乡融合")
    await officer.says("路灯坏了。")
    await officer.sees("没有保存")
