"""Word is brought to somebody without a chat: due first, with what to say, and what came of it."""

from datetime import timedelta
from typing import Any

from chat import Chat
from living import Living
from sqlalchemy import select, update
from test_asked import OFFICE
from test_behalf import appointed, enters, person_of

from backend.dates import today
from backend.handling import actions as handling
from backend.handling import queries as units
from backend.push.model import Push
from backend.questions import actions as questions
from backend.questions.model import AnswerPart, Question
from backend.ratings.model import Rating
from backend.replies.model import Told
from backend.suggestions.model import Event, EventKind, Suggestion
from backend.visits.model import Visit

REPLY = "信号灯下月安装。"


async def forwarded(house: Living, chat: Chat) -> Suggestion:
    sent = await enters(chat, contact="13800001111")
    async with chat.db.read() as session:
        unit = (await units.units(session))[1]
    await handling.forward(house.house.db, number=sent.number, unit_id=unit.id, staff_id=1)
    return sent


async def replied(house: Living, chat: Chat) -> tuple[Suggestion, dict[str, Any]]:
    sent = await forwarded(house, chat)
    said = {"outcome": "adopted", "text": REPLY, "reason": ""}
    await handling.reply(house.house.db, number=sent.number, sight=OFFICE, staff_id=2, **said)
    return sent, await chat.receives("有答复要告知", sent.number)


async def asked(house: Living, chat: Chat) -> tuple[Suggestion, dict[str, Any]]:
    sent = await forwarded(house, chat)
    await questions.ask(house.house.db, number=sent.number, text="在哪个路口？", sight=OFFICE, staff_id=2)
    return sent, await chat.receives("有问题要问", sent.number)


async def visit_of(chat: Chat, suggestion: Suggestion) -> Visit:
    async with chat.db.read() as session:
        mine = select(Visit).where(Visit.suggestion_id == suggestion.id).order_by(Visit.id.desc())
        return (await session.scalars(mine.limit(1))).one()


async def owed(chat: Chat, visit: Visit) -> Push:
    async with chat.db.read() as session:
        mine = select(Push).where(Push.event_id == visit.event_id, Push.person_id == visit.person_id)
        return (await session.scalars(mine)).one()


async def test_a_reply_is_told_read_out_and_recorded_and_counts_as_delivered(
    house: Living, officer: Chat
) -> None:
    sent, told = await replied(house, officer)
    assert "张三" not in told["text"]
    assert REPLY not in told["text"]
    assert [b["text"] for row in told["buttons"] for b in row] == ["📖 打开"]  # no rating of anybody's
    visit = await visit_of(officer, sent)
    assert (await owed(officer, visit)).reason == "no-chat"
    await officer.taps("打开", on=told)
    await officer.sees(sent.number, "告知：张三", "13800001111", REPLY, "请这样说")
    assert not [button for button in await officer.buttons() if "满意" in button]
    await officer.taps("昨天告知了")
    await officer.sees("不能晚于今天，也不能早于")  # there was nothing to tell yesterday
    window = await officer.window()
    await officer.taps("今天告知了")
    sure = await officer.sees("当面告诉张三？")
    await officer.taps("对，已当面告知")
    await officer.sees("已记录", "已当面告知")
    await officer.taps("今天告知了", on=window)
    await officer.sees_none("当面告诉张三？")
    await officer.taps("对，已当面告知", on=sure)
    visit = await visit_of(officer, sent)
    assert (visit.outcome, (await owed(officer, visit)).reason) == ("told", "told-in-person")
    async with officer.db.read() as session:
        row = (await session.scalars(select(Told).where(Told.officer_id == visit.officer_id))).one()
        kinds = select(Event.kind).where(Event.suggestion_id == sent.id, Event.kind == EventKind.TOLD)
        assert list(await session.scalars(kinds)) == [EventKind.TOLD]
    assert (row.mode, row.told_on) == ("face-to-face", visit.told_on)


async def test_the_rating_is_the_villagers_own_word_told_in_person(house: Living, officer: Chat) -> None:
    sent, told = await replied(house, officer)
    await officer.taps("打开", on=told)
    await officer.taps("今天告知了")
    await officer.taps("对，已当面告知")
    await officer.taps("本人说：不满意")
    await officer.sees("不满意的原因")
    await officer.says("灯装错了地方。")
    await officer.receives("已记下本人的评价")
    async with officer.db.read() as session:
        row = (await session.scalars(select(Rating).where(Rating.suggestion_id == sent.id))).one()
        event = select(Event).where(Event.suggestion_id == sent.id, Event.kind == EventKind.REOPENED)
        reopened = (await session.scalars(event)).one()
    assert (row.rating, row.reason) == ("dissatisfied", "灯装错了地方。")
    assert row.officer_id == reopened.data["officer"] == sent.officer_id
    assert reopened.actor_id == sent.person_id


async def test_a_question_is_asked_and_the_answer_goes_in_through_the_officer(
    house: Living, officer: Chat
) -> None:
    sent, told = await asked(house, officer)
    await officer.taps("打开", on=told)
    await officer.sees("在哪个路口？")
    await officer.taps("记下本人的回答")
    await officer.sees("在哪个路口？", "写在一条消息里")
    await officer.says("示例路口东侧。")
    await officer.receives("已交给办理单位")
    async with officer.db.read() as session:
        question = (await session.scalars(select(Question).where(Question.suggestion_id == sent.id))).one()
        part = (await session.scalars(select(AnswerPart).where(AnswerPart.question_id == question.id))).one()
        query = select(Event).where(Event.suggestion_id == sent.id, Event.kind == EventKind.ANSWERED)
        event = (await session.scalars(query)).one()
        row = await session.get_one(Suggestion, sent.id)
    assert (part.text, question.closed_at is not None) == ("示例路口东侧。", True)
    assert (event.actor_id, event.data["officer"]) == (sent.person_id, sent.officer_id)
    assert row.paused_since is None
    assert (await visit_of(officer, sent)).outcome == "answered"


async def test_who_was_not_met_is_tried_again_and_the_list_shows_what_is_late(
    house: Living, officer: Chat
) -> None:
    sent, told = await replied(house, officer)
    await officer.taps("打开", on=told)
    window = await officer.window()
    await officer.taps("没有见到人")
    await officer.sees("日期往后推了", "上次没有见到人")
    await officer.taps("没有见到人", on=window)  # the same tap once more
    visit = await visit_of(officer, sent)
    assert (visit.tries, visit.done_at) == (1, None)
    await officer.says("门口有狗，下次先打电话。")
    await officer.sees("已记为备注")
    late = today() - timedelta(days=3)
    async with officer.db.begin() as session:
        await session.execute(update(Visit).where(Visit.id == visit.id).values(due_on=late))
    await officer.says("/visits")
    await officer.sees("⚠️", sent.number, "已过")
    await officer.taps(sent.number)
    await officer.sees("应在", "已经过了")
    await officer.taps("已搬走")
    visit = await visit_of(officer, sent)
    assert (visit.outcome, visit.note) == ("moved-away", "门口有狗，下次先打电话。")
    assert (await owed(officer, visit)).reason == "no-chat"  # nobody was told
    await officer.taps("回到要告知的")
    await officer.sees("现在没有要告知的")


async def test_a_typed_day_is_read_and_a_lost_position_loses_no_words(house: Living, officer: Chat) -> None:
    sent, told = await replied(house, officer)
    await officer.taps("打开", on=told)
    await officer.taps("其他日子")
    await officer.says("前天")
    await officer.sees("没有看懂日期")
    visit = await visit_of(officer, sent)
    async with officer.db.begin() as session:
        earlier = visit.made_at - timedelta(days=5)
        await session.execute(update(Visit).where(Visit.id == visit.id).values(made_at=earlier))
    on = today() - timedelta(days=2)
    await officer.says("2099-1-1")
    await officer.sees("不能晚于今天")
    this_day = today()
    await officer.says(f"{this_day.month}-{this_day.day}")
    await officer.says(f"{on.month}-{on.day}")  # the day before was wrong
    await officer.sees(f"{on.month}月{on.day}日", "当面告诉张三？")
    assert (await visit_of(officer, sent)).done_at is None
    await officer.taps("对，已当面告知")
    await officer.receives("已记录", "已当面告知")
    assert (await visit_of(officer, sent)).told_on == on
    assert (await person_of(officer)).answering is None


async def test_nobody_records_a_visit_of_another_officer(house: Living, officer: Chat) -> None:
    sent, _ = await replied(house, officer)
    visit, stranger = await visit_of(officer, sent), await appointed(house)
    window = await stranger.window()
    await stranger.taps_data(window, f"visit:{visit.id}")
    await stranger.sees_none(sent.number, "张三")
    me = await person_of(stranger)
    assert me.answering is None
    assert (await visit_of(officer, sent)).done_at is None
    await stranger.close()
