"""What is brought, by when, to whom it falls, and what makes it needless."""

from datetime import date, datetime

import pytest
from backend_house import Hands, one, person, rows, submitted, unit_id
from officers_at_work import OFFICE, TICKS, an_officer, entered, told, visits
from sqlalchemy import select, update

from backend import clock
from backend.dates import today
from backend.db import Database
from backend.errors import NotAllowed, NotFound, Refusal
from backend.handling import actions as handling
from backend.handling import screening, undoing
from backend.officers.model import Officer
from backend.push.model import Push
from backend.push.words import sentence
from backend.questions import actions as questions
from backend.replies import telling
from backend.suggestions import history
from backend.suggestions.model import Suggestion
from backend.visits import actions, days, queries, reminders
from backend.visits.model import Visit, VisitOutcome

CLERK = 3
SAID = {"outcome": "adopted", "text": "下月安装。", "reason": ""}


async def forwarded(db: Database, suggestion: Suggestion) -> None:
    unit = await unit_id(db)
    await handling.forward(db, number=suggestion.number, unit_id=unit, staff_id=CLERK)


async def replied(db: Database, suggestion: Suggestion) -> None:
    await forwarded(db, suggestion)
    await handling.reply(db, number=suggestion.number, sight=OFFICE, staff_id=CLERK, **SAID)


async def test_what_is_brought_and_by_which_working_day(db: Database, hands: Hands) -> None:
    hands.at = datetime(2024, 8, 1, 2, tzinfo=clock.now().tzinfo)  # a Thursday
    officer, _ = await an_officer(db)
    one_, other = await entered(db, officer), await entered(db, officer, name="王五")
    assert await visits(db, one_) == []  # of the registration the slip tells
    await forwarded(db, one_)
    assert await visits(db, one_) == []
    await questions.ask(db, number=one_.number, text="在哪里？", sight=OFFICE, staff_id=CLERK)
    await handling.reply(db, number=one_.number, sight=OFFICE, staff_id=CLERK, **SAID)
    await screening.divert(db, number=other.number, place="complaint", reason="是投诉。", staff_id=CLERK)
    brought = [(visit.kind, visit.due_on) for visit in await visits(db, one_)]
    assert brought == [
        ("suggestion-asked", date(2024, 8, 6)),
        ("suggestion-replied", date(2024, 8, 12)),
    ]
    assert [visit.kind for visit in await visits(db, other)] == ["suggestion-diverted"]
    assert await told(db, officer) == ["visit-made"] * 3
    assert await history.verify(db) == []


async def test_the_officer_is_told_number_and_day_and_nothing_of_the_person(db: Database) -> None:
    officer, _ = await an_officer(db)
    entry = await entered(db, officer, contact="13800138000")
    await replied(db, entry)
    push = await one(db, Push, person_id=officer.id, kind="visit-made")
    async with db.read() as session:
        said = await sentence(session, push)
    assert entry.number in said.html
    assert not any(word in said.html for word in ("张三", "13800138000", "下月安装"))
    assert [button.data for row in said.rows for button in row] == [f"visit:{push.about}"]


async def test_who_has_a_chat_makes_nobody_any_errand(db: Database) -> None:
    mine = await submitted(db, await person(db))
    await replied(db, mine)
    assert await visits(db, mine) == []


async def test_a_correction_overtakes_the_reply_that_was_not_told(db: Database) -> None:
    officer, _ = await an_officer(db)
    entry = await entered(db, officer)
    await replied(db, entry)
    async with db.begin() as session:
        row = await session.get_one(Suggestion, entry.id, with_for_update=True)
        said = handling.Said("adopted", "改为九月安装。", "")
        await handling.correct(session, row, said=said, staff_id=CLERK)
    first, second = await visits(db, entry)
    assert (first.outcome, second.kind, second.done_at) == ("overtaken", "suggestion-reply-corrected", None)


async def test_what_was_undone_before_it_was_told_is_told_to_nobody(db: Database) -> None:
    officer, _ = await an_officer(db)
    entry, other = await entered(db, officer), await entered(db, officer, name="王五")
    for each in (entry, other):
        await screening.return_for_correction(db, number=each.number, reason="请补充。", staff_id=CLERK)
    (visit,) = await visits(db, other)
    await actions.told(db, person_id=officer.id, visit_id=visit.id, on=today(), update=next(TICKS))
    for each in (entry, other):
        await undoing.undo(db, number=each.number, staff_id=CLERK)
    assert [visit.outcome for visit in await visits(db, entry)] == ["overtaken"]
    assert [visit.kind for visit in await visits(db, other)] == ["suggestion-returned", "suggestion-undone"]


async def test_an_author_whose_suggestion_was_merged_is_brought_the_reply_to_the_other(db: Database) -> None:
    officer, _ = await an_officer(db)
    main, entry = await submitted(db, await person(db)), await entered(db, officer)
    await screening.merge(db, number=entry.number, into=main.number, staff_id=CLERK)
    await replied(db, main)
    (visit,) = await visits(db, entry)
    assert (visit.kind, visit.person_id) == ("suggestion-replied", entry.person_id)
    await actions.told(db, person_id=officer.id, visit_id=visit.id, on=today(), update=next(TICKS))
    push = await one(db, Push, event_id=visit.event_id, person_id=entry.person_id)
    assert push.reason == "told-in-person"


async def test_reminders_come_on_the_day_and_after_it_once_each(db: Database, hands: Hands) -> None:
    officer, _ = await an_officer(db)
    entry = await entered(db, officer)
    await forwarded(db, entry)
    await questions.ask(db, number=entry.number, text="在哪里？", sight=OFFICE, staff_id=CLERK)
    (visit,) = await visits(db, entry)
    for _ in range(2):
        await reminders.remind(db)
    assert await told(db, officer) == ["visit-made"]
    hands.forward(days=(visit.due_on - today()).days)
    for _ in range(3):
        await reminders.remind(db)
    hands.forward(days=1)
    await reminders.remind(db)
    assert await told(db, officer) == [
        "visit-made",
        f"visit-due:{visit.due_on}:0",
        f"visit-due:{visit.due_on}:1",
    ]


def test_days_of_reminding() -> None:
    assert [reminders.mark(late) for late in (0, 1, 2, 3, 6, 7, 13, 14, 30)] == [0, 1, 1, 3, 3, 7, 7, 14, 28]


async def test_what_staff_told_themselves_is_no_errand_any_more(db: Database, hands: Hands) -> None:
    officer, _ = await an_officer(db)
    entry = await entered(db, officer)
    await replied(db, entry)
    (visit,) = await visits(db, entry)
    async with db.read() as session:
        reply = (await queries.word(session, visit)).reply
    assert reply
    whose = {"number": entry.number, "reply_id": reply.id, "sight": OFFICE, "staff_id": CLERK}
    await telling.tell(db, **whose, mode="phone", told_on=today().isoformat())
    hands.forward(days=30)
    await reminders.remind(db)
    assert [visit.outcome for visit in await visits(db, entry)] == ["overtaken"]
    assert await told(db, officer) == ["visit-made"]


async def test_an_open_visit_goes_to_another_officer_of_the_unit_or_below(db: Database) -> None:
    (leaving, left), (taker, taking) = await an_officer(db), await an_officer(db)
    _, elsewhere = await an_officer(db, "health")
    entry = await entered(db, leaving)
    await replied(db, entry)
    (visit,) = await visits(db, entry)
    async with db.begin() as session:
        await session.execute(update(Officer).where(Officer.id == left.id).values(ended_at=clock.now()))
    async with db.read() as session:
        assert await queries.open_count(session, left.id) == 1
    with pytest.raises(Refusal, match="visit-officer-missing"):
        await actions.reassign(db, visit_id=visit.id, officer_id=elsewhere.id, staff_id=1)
    for _ in range(2):
        await actions.reassign(db, visit_id=visit.id, officer_id=taking.id, staff_id=1)
    assert await told(db, taker) == ["visit-made"]
    said = {"visit_id": visit.id, "on": today(), "update": next(TICKS)}
    with pytest.raises(NotAllowed, match="officer-not-in-office"):
        await actions.told(db, person_id=leaving.id, **said)
    await actions.told(db, person_id=taker.id, **said)
    assert (await one(db, Visit, id=visit.id)).outcome == VisitOutcome.TOLD


async def test_nobody_records_what_is_not_theirs(db: Database) -> None:
    (mine, _), (stranger, _) = await an_officer(db), await an_officer(db)
    entry = await entered(db, mine)
    await replied(db, entry)
    (visit,) = await visits(db, entry)
    said = {"visit_id": visit.id, "update": next(TICKS)}
    with pytest.raises(NotFound, match="visit-missing"):
        await actions.told(db, person_id=stranger.id, on=today(), **said)
    with pytest.raises(NotFound, match="visit-missing"):
        await actions.note(db, person_id=stranger.id, text="x", **said)
    assert await rows(db, select(Visit.done_at)) == [None]


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("2024-8-3", date(2024, 8, 3)),
        ("2024年8月3日", date(2024, 8, 3)),
        ("８月３日", date(2024, 8, 3)),
        ("8.3", date(2024, 8, 3)),
        ("12-30", date(2023, 12, 30)),
    ],
)
def test_a_day_is_read_as_people_type_it(said: str, day: date) -> None:
    assert days.read(said, today=date(2024, 8, 5), since=date(2023, 1, 1)) == day


@pytest.mark.parametrize("said", ["", "前天", "2024-13-40", "8", "2-30", "8-3-2024-1"])
def test_what_is_no_day_is_refused(said: str) -> None:
    with pytest.raises(Refusal, match="visit-day-unclear"):
        days.read(said, today=date(2024, 8, 5), since=date(2024, 1, 1))


@pytest.mark.parametrize("said", ["2024-8-6", "2023-12-31"])
def test_a_day_to_come_or_before_there_was_anything_to_tell_is_refused(said: str) -> None:
    with pytest.raises(Refusal, match="visit-day-not-then"):
        days.read(said, today=date(2024, 8, 5), since=date(2024, 1, 1))
