"""A last day and why it is that day: each counting is kept, pauses and moved days in it (R68)."""

from datetime import UTC, date, datetime

import pytest
from backend_house import CAMPAIGN, Hands, one, person, rows, submitted, unit_id
from sqlalchemy import select

from backend.campaigns import actions as campaigns
from backend.campaigns import official, queries
from backend.db import Database
from backend.deadlines.model import Reckoning
from backend.errors import Refusal
from backend.handling import actions, reminders, story, unit
from backend.push.model import Push
from backend.questions import actions as questions
from backend.questions import answering
from backend.suggestions import author_queries, history
from backend.suggestions.model import Event, Suggestion
from backend.suggestions.queries import Sight

OFFICE = Sight(None, everything=True)
NUMBER = "CQ2024-000001"


async def counts_by(db: Database, **deadline: object) -> None:
    """Put the city's campaign in force with another rule."""
    async with db.read() as session:
        _, rules = await queries.in_force(session, CAMPAIGN)
    told = {"days": 15, "day_type": "working", "starts_at": "received", **deadline}
    changed = rules.model_copy(update={"deadline": rules.deadline.model_copy(update=told)})
    await campaigns.put_in_force(db, campaign=changed)


async def forward(db: Database, key: str = "transport") -> None:
    await actions.forward(db, number=NUMBER, unit_id=await unit_id(db, key), staff_id=3)


async def asks_and_is_answered(db: Database, hands: Hands, days: int) -> None:
    question = await questions.ask(db, number=NUMBER, text="在哪里？", sight=OFFICE, staff_id=4)
    hands.forward(days=days)
    who = {"person_id": (await person(db)).id, "question_id": question}
    await answering.say(db, **who, update=1, message=101, text="示例路口。")
    await answering.finish(db, **who, update=2)


async def countings(db: Database) -> list[Reckoning]:
    return await rows(db, select(Reckoning).order_by(Reckoning.id))


async def due(db: Database) -> date:
    return (await one(db, Suggestion)).due_on


async def why(db: Database) -> str:
    async with db.read() as session:
        there = await author_queries.own(session, (await person(db)).id, NUMBER)
        return "\n".join(story.why(await story.known(session, there, "zh-CN", author=True)))


async def test_the_clock_runs_from_receipt_before_any_unit_has_it(db: Database, hands: Hands) -> None:
    await counts_by(db)
    await submitted(db)
    (row,) = await countings(db)
    assert (row.cause, row.starts_at, row.started_on) == ("received", "received", date(2024, 8, 1))
    assert (row.days, row.day_type, row.calendar) == (15, "working", "official")
    assert row.due_on == await due(db) == date(2024, 8, 22)
    assert row.computed_at == hands.at


@pytest.mark.parametrize(("starts_at", "causes"), [("forwarded", 1), ("signed", 2)])
async def test_what_counts_from_the_unit_begins_with_the_unit(
    db: Database, hands: Hands, starts_at: str, causes: int
) -> None:
    await counts_by(db, starts_at=starts_at, days=5)
    await submitted(db)
    assert await countings(db) == []
    await forward(db)
    hands.forward(days=4)
    await unit.sign(db, number=NUMBER, sight=OFFICE, staff_id=4)
    there = await countings(db)
    assert [row.starts_at for row in there] == ["forwarded", "signed"][:causes]
    assert await due(db) == [date(2024, 8, 8), date(2024, 8, 12)][causes - 1]


async def test_days_of_waiting_for_the_author_stand_in_the_counting(db: Database, hands: Hands) -> None:
    await counts_by(db)
    await submitted(db)
    await forward(db)
    await asks_and_is_answered(db, hands, 6)
    row = (await countings(db))[-1]
    assert (row.cause, row.pauses) == ("answered", [["2024-08-01", "2024-08-07"]])
    assert row.due_on == await due(db) == date(2024, 8, 28)  # 2, 5, 6 and 7 August do not count
    await forward(db, "health")
    assert await due(db) == date(2024, 8, 28)


async def test_holidays_and_days_worked_are_named_to_the_author(db: Database, hands: Hands) -> None:
    hands.at = datetime(2024, 9, 27, 4, tzinfo=UTC)
    await counts_by(db, days=8)
    await submitted(db)
    said = await why(db)
    assert "2024年10月14日" in said
    assert "10月1日、10月2日、10月3日、10月4日、10月7日 放假" in said
    assert "9月29日、10月12日 是周末但调休上班" in said
    assert "暂定" not in said


async def test_a_provisional_day_moves_once_its_year_is_announced(
    db: Database, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands.at = datetime(2024, 12, 20, 4, tzinfo=UTC)
    await counts_by(db)
    with monkeypatch.context() as before:
        before.setattr(official, "newest_year", lambda: 2024)
        await submitted(db)
        await forward(db)
        await reminders.recount(db)
        assert await due(db) == date(2025, 1, 10)
        assert "暂定" in await why(db)
    for _ in range(2):
        await reminders.recount(db)
    assert await due(db) == date(2025, 1, 13)
    event = (await rows(db, select(Event).order_by(Event.id)))[-1]
    assert (event.kind, event.actor_kind, event.data["why"]) == ("date-moved", "house", "calendar")
    assert len(await rows(db, select(Push).filter_by(kind="suggestion-date-moved"))) == 1
    assert not (await countings(db))[-1].provisional
    said = await why(db)
    assert "放假安排公布以后重新计算" in said
    assert "暂定" not in said
    assert await history.verify(db) == []


async def test_an_announcement_that_changes_nothing_is_told_to_nobody(
    db: Database, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands.at = datetime(2025, 1, 2, 4, tzinfo=UTC)
    await counts_by(db, days=3)
    with monkeypatch.context() as before:
        before.setattr(official, "newest_year", lambda: 2024)
        await submitted(db)
    events = len(await rows(db, select(Event)))
    for _ in range(2):
        await reminders.recount(db)
    assert [row.provisional for row in await countings(db)] == [True, False]
    assert len(await rows(db, select(Event))) == events
    assert await due(db) == date(2025, 1, 7)


async def test_a_day_the_office_named_stays_and_takes_later_pauses(db: Database, hands: Hands) -> None:
    await counts_by(db)
    await submitted(db)
    await forward(db)
    said = {"number": NUMBER, "reason": "需要现场勘查。", "staff_id": 3}
    await unit.move_date(db, due_on=date(2024, 9, 2), sight=OFFICE, **said)
    row = (await countings(db))[-1]
    assert (row.starts_at, row.set_on, row.started_on) == ("set", date(2024, 9, 2), date(2024, 8, 1))
    await asks_and_is_answered(db, hands, 5)
    assert await due(db) == date(2024, 9, 5)  # 2, 5 and 6 August were working days
    await forward(db, "health")
    assert await due(db) == date(2024, 9, 5)


async def test_a_unit_does_not_move_the_day_itself(db: Database, hands: Hands) -> None:
    await submitted(db)
    await forward(db)
    here = Sight(await unit_id(db), everything=False)
    said = {"number": NUMBER, "reason": "需要时间。", "staff_id": 4}
    with pytest.raises(Refusal) as refusal:
        await unit.move_date(db, due_on=date(2024, 9, 2), sight=here, **said)
    assert refusal.value.key == "date-office-only"
    assert await due(db) == date(2024, 8, 16)


async def test_what_was_counted_before_countings_were_kept_goes_on(db: Database, hands: Hands) -> None:
    await submitted(db)
    await forward(db)
    async with db.begin() as session:
        for row in await session.scalars(select(Reckoning)):
            await session.delete(row)
    await asks_and_is_answered(db, hands, 3)
    assert await due(db) == date(2024, 8, 19)
