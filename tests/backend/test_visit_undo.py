"""An end that was a slip is taken back on the same day, once, while there is still something to tell."""

from datetime import datetime

import pytest
from backend_house import Hands
from officers_at_work import OFFICE, TICKS, an_officer, entered, visits
from test_visits import CLERK, replied

from backend import clock
from backend.db import Database
from backend.errors import NotFound, Refusal
from backend.handling import actions as handling
from backend.handling import screening, undoing
from backend.officers.model import Officer
from backend.people.model import Person
from backend.questions import actions as questions
from backend.suggestions.model import Suggestion
from backend.visits import actions, queries, reminders
from backend.visits.model import Visit, VisitOutcome

NOON = datetime(2024, 8, 1, 4, tzinfo=clock.now().tzinfo)
"""In the campaign's own zone."""


async def ended(
    db: Database, person: Person, entry: Suggestion, outcome: VisitOutcome = VisitOutcome.MOVED_AWAY
) -> Visit:
    """End the newest visit, as by a slip, and return it."""
    visit = (await visits(db, entry))[-1]
    said = {"visit_id": visit.id, "outcome": outcome, "update": next(TICKS)}
    await actions.ended(db, person_id=person.id, **said)
    return await newest(db, entry)


async def newest(db: Database, entry: Suggestion) -> Visit:
    return (await visits(db, entry))[-1]


async def undone(db: Database, person: Person, visit: Visit) -> None:
    await actions.undo(db, person_id=person.id, visit_id=visit.id, update=next(TICKS))


@pytest.fixture
async def told(db: Database, hands: Hands) -> tuple[Person, Officer, Suggestion]:
    """An officer with a reply to bring."""
    hands.at = NOON
    person, officer = await an_officer(db)
    entry = await entered(db, person)
    await replied(db, entry)
    return person, officer, entry


async def test_it_is_open_again_with_its_day_and_its_tries(
    db: Database, told: tuple[Person, Officer, Suggestion]
) -> None:
    person, _, entry = told
    (visit,) = await visits(db, entry)
    await actions.not_met(db, person_id=person.id, visit_id=visit.id, tries=0, update=next(TICKS))
    before = await newest(db, entry)
    over = await ended(db, person, entry, VisitOutcome.REFUSED)
    assert over.done_at is not None
    await undone(db, person, over)
    after = await newest(db, entry)
    assert (after.done_at, after.outcome) == (None, VisitOutcome.NOT_MET)
    assert (after.due_on, after.tries) == (before.due_on, before.tries)
    async with db.read() as session:
        assert [row.visit.id for row in (await queries.waiting(session, person.id)).rows] == [visit.id]


async def test_what_comes_again_neither_ends_nor_opens_it(
    db: Database, told: tuple[Person, Officer, Suggestion]
) -> None:
    person, _, entry = told
    over = await ended(db, person, entry)
    said = {"person_id": person.id, "visit_id": over.id}
    undoing_it = next(TICKS)
    for _ in range(2):
        await actions.undo(db, **said, update=undoing_it)
    await actions.ended(db, **said, outcome=VisitOutcome.MOVED_AWAY, update=over.answered)
    assert (await newest(db, entry)).done_at is None
    await ended(db, person, entry)
    await actions.undo(db, **said, update=undoing_it)
    assert (await newest(db, entry)).outcome == VisitOutcome.MOVED_AWAY


async def test_it_is_taken_back_until_midnight_of_the_campaign(
    db: Database, hands: Hands, told: tuple[Person, Officer, Suggestion]
) -> None:
    person, _, entry = told
    over = await ended(db, person, entry)
    hands.at = datetime(2024, 8, 1, 15, 59, tzinfo=NOON.tzinfo)
    async with db.read() as session:
        assert [row.visit.id for row in await queries.undoable(session, person.id)] == [over.id]
    hands.at = datetime(2024, 8, 1, 16, 1, tzinfo=NOON.tzinfo)  # the next day, where the campaign is
    async with db.read() as session:
        assert await queries.undoable(session, person.id) == []
    with pytest.raises(Refusal, match="visit-undo-late"):
        await undone(db, person, over)
    assert (await newest(db, entry)).outcome == VisitOutcome.MOVED_AWAY


async def test_what_was_told_stays_told(db: Database, told: tuple[Person, Officer, Suggestion]) -> None:
    person, _, entry = told
    (visit,) = await visits(db, entry)
    said = {"on": clock.now().date(), "update": next(TICKS)}
    await actions.told(db, person_id=person.id, visit_id=visit.id, **said)
    with pytest.raises(Refusal, match="visit-undo-late"):
        await undone(db, person, visit)
    assert (await newest(db, entry)).outcome == VisitOutcome.TOLD


async def test_nobody_takes_back_what_another_officer_ended(
    db: Database, told: tuple[Person, Officer, Suggestion]
) -> None:
    person, _, entry = told
    over, (stranger, _) = await ended(db, person, entry), await an_officer(db)
    with pytest.raises(NotFound, match="visit-missing"):
        await undone(db, stranger, over)
    async with db.read() as session:
        assert await queries.undoable(session, stranger.id) == []
    assert (await newest(db, entry)).done_at is not None


async def test_a_reply_that_was_corrected_since_is_not_told_any_more(
    db: Database, told: tuple[Person, Officer, Suggestion]
) -> None:
    person, _, entry = told
    over = await ended(db, person, entry)
    async with db.begin() as session:
        row = await session.get_one(Suggestion, entry.id, with_for_update=True)
        said = handling.Said("adopted", "改为九月安装。", "")
        await handling.correct(session, row, said=said, staff_id=CLERK)
    with pytest.raises(Refusal, match="visit-undo-needless"):
        await undone(db, person, over)
    outcomes = [visit.outcome for visit in await visits(db, entry)]
    assert outcomes == [VisitOutcome.MOVED_AWAY, None]


async def test_a_return_that_was_undone_since_is_not_told_any_more(db: Database, hands: Hands) -> None:
    hands.at = NOON
    person, _ = await an_officer(db)
    entry = await entered(db, person)
    await screening.return_for_correction(db, number=entry.number, reason="请补充。", staff_id=CLERK)
    over = await ended(db, person, entry)
    await undoing.undo(db, number=entry.number, staff_id=CLERK)
    with pytest.raises(Refusal, match="visit-undo-needless"):
        await undone(db, person, over)


async def test_a_question_stands_until_it_is_closed_and_reminds_as_before(db: Database, hands: Hands) -> None:
    hands.at = NOON
    person, _ = await an_officer(db)
    entry = await entered(db, person)
    await questions.ask(db, number=entry.number, text="在哪里？", sight=OFFICE, staff_id=CLERK)
    over = await ended(db, person, entry)
    await undone(db, person, over)
    hands.forward(days=(over.due_on - clock.now().date()).days)
    await reminders.remind(db)
    assert (await newest(db, entry)).done_at is None
