"""Reminders of last days (R77): before, on and after the day, each once, by the campaign's own clock."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from backend_house import Hands, one, rows, submitted, unit_id
from noticed_house import everybody, told
from sqlalchemy import select

from backend.campaigns.parts import Reminders
from backend.db import Database
from backend.handling import actions, reminders, unit
from backend.notices.model import Notice
from backend.questions import actions as questions
from backend.suggestions.model import Suggestion
from backend.suggestions.queries import Sight

OFFICE = Sight(None, everything=True)
NUMBER = "CQ2024-000001"
USUAL = Reminders()


@pytest.mark.parametrize(
    ("rule", "late", "day"),
    [
        (USUAL, -4, None),
        (USUAL, -3, -3),
        (USUAL, -2, -3),
        (USUAL, -1, -1),
        (USUAL, 0, 0),
        (USUAL, 1, 1),
        (USUAL, 2, 1),
        (USUAL, 3, 3),
        (USUAL, 6, 3),
        (USUAL, 7, 7),
        (USUAL, 13, 7),
        (USUAL, 14, 14),
        (USUAL, 29, 28),
        (Reminders(every=None), 60, 7),
        (Reminders(before=(), on_the_day=False, after=(), every=5), 4, None),
        (Reminders(before=(), on_the_day=False, after=(), every=5), 11, 10),
        (Reminders(before=(5,), on_the_day=False), 0, -5),
    ],
)
def test_which_day_of_reminding_has_come(rule: Reminders, late: int, day: int | None) -> None:
    assert reminders.mark(rule, late) == day


@pytest.fixture(autouse=True)
async def staff(db: Database, hands: Hands) -> dict[str, int]:
    """A suggestion of 1 August 2024 with the transport department, due on the 16th, not signed for."""
    known = await everybody(db)
    await submitted(db)
    await actions.forward(db, number=NUMBER, unit_id=await unit_id(db), staff_id=known["clerk"])
    return known


async def heard(db: Database, login: str) -> list[str]:
    return [kind for kind in await told(db, login) if kind.startswith(("due", "overdue"))]


async def passes(db: Database, hands: Hands, days: int) -> None:
    """Let days pass, with the clock's round six times in each."""
    for _ in range(days * 6):
        hands.forward(hours=4)
        await reminders.remind(db)


async def test_the_unit_is_reminded_before_and_the_office_from_the_day_on(
    db: Database, hands: Hands, staff: dict[str, int]
) -> None:
    await passes(db, hands, 14)
    assert await heard(db, "handler") == await heard(db, "lead") == ["due-soon", "due-soon"]
    assert await heard(db, "clerk") == []
    await passes(db, hands, 9)
    late = ["due-today", "overdue", "overdue", "overdue"]
    assert await heard(db, "handler") == ["due-soon", "due-soon", *late]
    assert await heard(db, "clerk") == await heard(db, "supervisor") == late
    silent = ("other", "other-lead", "leader", "auditor", "administrator")
    assert [await heard(db, login) for login in silent] == [[]] * 5
    assert (await one(db, Suggestion)).state == "forwarded"


async def test_killed_and_started_again_it_reminds_once(
    db: Database, hands: Hands, another: Callable[..., Database]
) -> None:
    hands.forward(days=13)
    await reminders.remind(db)
    restarted = another(db)
    for _ in range(2):
        await reminders.remind(restarted)
    assert await heard(db, "handler") == ["due-soon"]


async def test_days_slept_through_are_one_reminder_and_not_many(db: Database, hands: Hands) -> None:
    hands.forward(days=30)
    await reminders.remind(db)
    assert await heard(db, "handler") == await heard(db, "clerk") == ["overdue"]
    assert {notice.due_on for notice in await rows(db, select(Notice).filter_by(kind="overdue"))} == {
        date(2024, 8, 16)
    }


async def test_the_day_is_the_day_at_the_campaign(db: Database, hands: Hands) -> None:
    hands.at = datetime(2024, 8, 15, 15, 59, tzinfo=UTC)  # one minute before midnight in the city
    await reminders.remind(db)
    assert await heard(db, "clerk") == []
    hands.forward(minutes=1)
    await reminders.remind(db)
    assert await heard(db, "clerk") == ["due-today"]


async def test_while_the_author_is_asked_nobody_is_reminded(
    db: Database, hands: Hands, staff: dict[str, int]
) -> None:
    await questions.ask(db, number=NUMBER, text="在哪里？", sight=OFFICE, staff_id=staff["handler"])
    await passes(db, hands, 20)
    assert await heard(db, "handler") == await heard(db, "clerk") == []


async def test_what_was_answered_is_left_alone(db: Database, hands: Hands, staff: dict[str, int]) -> None:
    said = {"outcome": "adopted", "text": "已安排。", "reason": ""}
    await actions.reply(db, number=NUMBER, sight=OFFICE, staff_id=staff["handler"], **said)
    await passes(db, hands, 20)
    assert await heard(db, "handler") == await heard(db, "clerk") == []


async def test_what_no_unit_has_is_the_offices_to_be_reminded_of(
    db: Database, hands: Hands, staff: dict[str, int]
) -> None:
    await unit.send_back(db, number=NUMBER, reason="不归我们。", sight=OFFICE, staff_id=staff["handler"])
    hands.forward(days=12)
    await reminders.remind(db)
    assert await heard(db, "clerk") == ["due-soon"]
    assert await heard(db, "handler") == []


async def test_a_day_that_moved_is_reminded_of_anew(
    db: Database, hands: Hands, staff: dict[str, int]
) -> None:
    hands.forward(days=13)
    await reminders.remind(db)
    said = {"number": NUMBER, "reason": "勘查。", "sight": OFFICE, "staff_id": staff["clerk"]}
    await unit.move_date(db, due_on=date(2024, 8, 30), **said)
    await reminders.remind(db)
    assert await heard(db, "handler") == ["due-soon"]
    hands.at = datetime(2024, 8, 27, 4, tzinfo=UTC)
    await reminders.remind(db)
    assert await heard(db, "handler") == ["due-soon", "due-soon"]
