"""Ratings: asked with the reply, given once, and one second handling for who is not satisfied."""

from datetime import date

import pytest
from backend_house import Hands, one, person, rows, submitted, unit_id
from noticed_house import staff as account
from sqlalchemy import select

from backend import clock
from backend.db import Database
from backend.errors import Refusal
from backend.handling import actions as handling
from backend.handling import sharing, unit
from backend.handling.model import Unit
from backend.notices.model import Notice
from backend.people.model import Person
from backend.promises import actions as promises
from backend.promises.model import PromiseState
from backend.push import words
from backend.push.model import Push
from backend.ratings import actions, queries
from backend.ratings.model import Rating
from backend.replies import actions as replies
from backend.replies import drafting
from backend.replies.drafting import Words
from backend.staff.model import Link, Role
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


async def give(
    db: Database,
    who: Person,
    rating: str,
    update: int,
    reason: str = "",
    *,
    unit: str = "transport",
    **more: int,
) -> Suggestion:
    said = {"rating": rating, "reason": reason, "update": update, **more}
    return await actions.give(db, person_id=who.id, number=NUMBER, unit_id=await unit_id(db, unit), **said)


async def correct(db: Database, text: str) -> None:
    whose = {"number": NUMBER, "sight": OFFICE, "staff_id": 4}
    await drafting.begin_correction(db, **whose)
    await replies.send(db, words=Words("adopted", text), correction=True, **whose)


async def promised(db: Database, *states: PromiseState) -> None:
    """Promise something, and report on it."""
    whose = {"number": NUMBER, "sight": OFFICE, "staff_id": 4}
    await promises.promise(db, text="九月底前装好。", due_on=date(2024, 9, 30), **whose)
    for state in states:
        await promises.report(db, ordinal=1, state=state, text="已装好。", **whose)


async def asked(db: Database, kind: str) -> list[tuple[str, list[str]]]:
    """What was pushed of a kind, each with the words of its buttons."""
    owed = await rows(db, select(Push).where(Push.kind == kind).order_by(Push.id))
    async with db.read() as session:
        said = [await words.sentence(session, push) for push in owed]
    return [(each.html, [button.words for row in each.rows for button in row]) for each in said]


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


async def test_a_correction_is_rated_anew_and_what_was_said_before_stays(
    db: Database, author: Person
) -> None:
    await give(db, author, "mostly-satisfied", 1)
    await correct(db, "更正：加装两处。")
    ((_, buttons),) = await asked(db, "suggestion-reply-corrected")
    assert buttons == ["满意", "基本满意", "不满意"]
    ((_, before),) = await asked(db, "suggestion-replied")
    assert before == []  # the buttons of the earlier reply ask nothing more
    after = await give(db, author, "dissatisfied", 2, "更正之后还是没有装。")
    assert (after.state, after.reopened) == ("signed", 1)
    assert [row.rating for row in await rows(db, select(Rating).order_by(Rating.id))] == [
        "mostly-satisfied",
        "dissatisfied",
    ]
    assert await happened(db) == ["rated", "closed", "reply-corrected", "reopened"]


async def test_a_correction_asks_for_what_was_not_rated_and_not_twice(db: Database, author: Person) -> None:
    await shared(db)
    await give(db, author, "satisfied", 1, unit="health")
    await correct(db, "更正：加装两处。")
    async with db.read() as session:
        open_now = {row.unit_id for _, row in await queries.open_of(session, author.id)}
    assert open_now == {await unit_id(db)}
    assert (await give(db, author, "satisfied", 2)).state == "closed"


async def test_a_kept_promise_is_rated_too(db: Database, author: Person) -> None:
    await give(db, author, "satisfied", 1)
    await promised(db, PromiseState.UNDER_WAY, PromiseState.KEPT)
    (under_way, none), (kept, buttons) = await asked(db, "suggestion-progressed")
    assert none == []
    assert "满意吗" not in under_way
    assert "满意吗" in kept
    assert buttons == ["满意", "基本满意", "不满意"]
    for _ in range(2):
        assert (await give(db, author, "mostly-satisfied", 2, promise=1)).state == "closed"
    assert [(row.promise, row.rating) for row in await rows(db, select(Rating).order_by(Rating.id))] == [
        (0, "satisfied"),
        (1, "mostly-satisfied"),
    ]
    assert (await happened(db))[-1] == "rated"
    with pytest.raises(Refusal) as refusal:
        await give(db, author, "satisfied", 3, promise=2)
    assert refusal.value.key == "rating-not-asked"


async def test_a_promise_that_is_not_kept_in_the_authors_eyes_is_handled_once_more(
    db: Database, author: Person
) -> None:
    await give(db, author, "satisfied", 1)
    await promised(db, PromiseState.KEPT)
    after = await give(db, author, "dissatisfied", 2, "只装了一盏。", promise=1)
    assert (after.state, after.reopened) == ("signed", 1)


async def shared(db: Database) -> None:
    """Have another unit assist, and a second reply that both are rated for."""
    whose = {"number": NUMBER, "staff_id": 4}
    async with db.begin() as session:
        one = (await session.scalars(select(Suggestion).with_for_update())).one()
        one.state = "signed"
        await sharing.share(session, one, [await unit_id(db, "health")])
    await handling.reply(db, sight=OFFICE, outcome="adopted", text="两家已一起办好。", reason="", **whose)


async def test_who_is_not_satisfied_with_an_assisting_unit_is_answered_by_the_lead(
    db: Database, author: Person
) -> None:
    await shared(db)
    lead, chat = await account(db, "lead", Role.UNIT_LEAD, "transport"), await person(db, 8)
    async with db.begin() as session:
        session.add(Link(staff_id=lead, person_id=chat.id, since=clock.now()))
    after = await give(db, author, "dissatisfied", 1, "意见没有用。", unit="health")
    assert (after.state, after.unit_id) == ("signed", await unit_id(db))
    ((said, _),) = await asked(db, "suggestion-reopened")
    units = {key: (await one(db, Unit, key=key)).name("zh-CN") for key in ("transport", "health")}
    assert all(name in said for name in units.values())
    notice = await one(db, Notice, staff_id=lead)
    assert notice.kind == "dissatisfied-assisting"
    ((told, _),) = await asked(db, f"staff-{notice.kind}:{notice.once}")
    assert units["health"] in told
    assert units["transport"] not in told


async def test_two_units_to_rate_make_one_reminder(db: Database, hands: Hands, author: Person) -> None:
    await shared(db)
    hands.forward(days=8)
    for _ in range(2):
        await actions.remind(db)
    assert await kinds(db, "rating-reminded") == 1
    ((_, buttons),) = await asked(db, "rating-reminded")
    assert len(buttons) == 6


async def test_a_kept_promise_is_reminded_of_in_its_own_words(
    db: Database, hands: Hands, author: Person
) -> None:
    await give(db, author, "satisfied", 1)
    await promised(db, PromiseState.KEPT)
    hands.forward(days=8)
    await actions.remind(db)
    ((said, buttons),) = await asked(db, "rating-reminded")
    assert "承诺事项已经办到" in said.replace(" ", "")
    assert len(buttons) == 3


async def test_a_newer_reply_is_reminded_of_and_the_older_one_is_not(
    db: Database, hands: Hands, author: Person
) -> None:
    await correct(db, "更正：加装两处。")
    hands.forward(days=8)
    await actions.remind(db)
    ((_, buttons),) = await asked(db, "rating-reminded")
    assert len(buttons) == 3
