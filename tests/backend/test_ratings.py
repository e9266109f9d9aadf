"""Ratings: asked with the reply, given once, and one second handling for who is not satisfied."""

from datetime import date

import pytest
from backend_house import Hands, one, person, rows, submitted, unit_id
from sqlalchemy import select

from backend.db import Database
from backend.errors import Refusal
from backend.handling import actions as handling
from backend.handling import unit
from backend.people.model import Person
from backend.push.model import Push
from backend.ratings import actions, queries
from backend.ratings.model import Rating
from backend.suggestions.model import Event, Suggestion
from backend.suggestions.queries import Sight

OFFICE = Sight(None, everything=True)
NUMBER = "CQ2024-000001"


@pytest.fixture(autouse=True)
async def author(db: Database, hands: Hands) -> Person:
    """The author of a suggestion that was answered."""
    await submitted(db)
    await handling.forward(db, number=NUMBER, unit_id=await unit_id(db), staff_id=3)
    await reply(db, "已安排加装。")
    return await person(db)


async def reply(db: Database, text: str) -> None:
    said = {"outcome": "adopted", "text": text, "reason": ""}
    await handling.reply(db, number=NUMBER, sight=OFFICE, staff_id=4, **said)


async def give(db: Database, who: Person, rating: str, update: int, reason: str = "") -> Suggestion:
    said = {"rating": rating, "reason": reason, "update": update}
    return await actions.give(db, person_id=who.id, number=NUMBER, unit_id=await unit_id(db), **said)


async def happened(db: Database) -> list[str]:
    return [event.kind for event in await rows(db, select(Event).order_by(Event.id))][3:]


async def kinds(db: Database, kind: str) -> int:
    return len(await rows(db, select(Push).filter_by(kind=kind)))


async def test_a_satisfied_author_ends_the_handling(db: Database, author: Person) -> None:
    for _ in range(2):
        assert (await give(db, author, "satisfied", 1)).state == "closed"
    assert await happened(db) == ["rated", "closed"]
    assert await kinds(db, "suggestion-closed") == 0  # the author reads it in the chat
    async with db.read() as session:
        assert await queries.open_of(session, author.id) == []


async def test_a_dissatisfied_author_reopens_it_once(db: Database, hands: Hands, author: Person) -> None:
    hands.forward(days=10)
    for _ in range(2):
        after = await give(db, author, "dissatisfied", 1, "还是没有装。")
        assert (after.state, after.reopened, after.due_on) == ("signed", 1, date(2024, 8, 26))
    assert await happened(db) == ["reopened"]
    assert await kinds(db, "suggestion-reopened") == 1
    assert "没有装" not in str([event.data for event in await rows(db, select(Event))])
    await reply(db, "又加装了一处。")
    assert (await give(db, author, "dissatisfied", 2, "仍然不满意。")).state == "closed"
    assert await happened(db) == ["reopened", "replied", "rated", "closed"]
    assert [row.rating for row in await rows(db, select(Rating))] == ["dissatisfied"] * 2


async def test_after_closing_a_first_rating_is_taken_and_stands(db: Database, author: Person) -> None:
    await unit.close(db, number=NUMBER, staff_id=3)
    assert (await give(db, author, "satisfied", 1)).state == "closed"
    with pytest.raises(Refusal) as refusal:
        await give(db, author, "mostly-satisfied", 2)
    assert refusal.value.key == "rating-given"
    assert (await one(db, Rating)).rating == "satisfied"


@pytest.mark.parametrize(
    ("rating", "reason", "key"),
    [
        ("dissatisfied", " \u200b", "rating-reason-missing"),
        ("dissatisfied", "字" * 1001, "reason-too-long"),
        ("wonderful", "", "rating-missing"),
    ],
)
async def test_what_cannot_be_is_refused(
    db: Database, author: Person, rating: str, reason: str, key: str
) -> None:
    with pytest.raises(Refusal) as refusal:
        await give(db, author, rating, 1, reason)
    assert refusal.value.key == key
    assert await happened(db) == []


async def test_nobody_else_rates(db: Database) -> None:
    with pytest.raises(Refusal) as refusal:
        await give(db, await person(db, 8), "satisfied", 1)
    assert refusal.value.key == "suggestion-missing"


async def test_one_reminder_after_a_week_and_none_once_it_is_given(
    db: Database, hands: Hands, author: Person
) -> None:
    hands.forward(days=6)
    await actions.remind(db)
    assert await kinds(db, "rating-reminded") == 0
    hands.forward(days=1)
    for _ in range(2):
        await actions.remind(db)
    assert await kinds(db, "rating-reminded") == 1
    await give(db, author, "satisfied", 1)
    hands.forward(days=30)
    await actions.remind(db)
    assert await kinds(db, "rating-reminded") == 1
