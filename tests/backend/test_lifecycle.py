"""Every move behind the desk: what is written, who is told, what is refused, and nothing twice."""

from collections.abc import Awaitable, Callable
from datetime import date

import pytest
from backend_house import Hands, one, person, rows, submitted, unit_id
from sqlalchemy import select, update

from backend import clock
from backend.db import Database
from backend.errors import Refusal
from backend.handling import actions, screening, unit
from backend.handling.model import Reply
from backend.push.model import Push
from backend.ratings.model import Rating
from backend.suggestions import history
from backend.suggestions.lifecycle import MOVES
from backend.suggestions.model import (
    ActorKind,
    Event,
    EventKind,
    Objection,
    Remark,
    Suggestion,
    SuggestionState,
)
from backend.suggestions.queries import Sight

OFFICE = Sight(None, everything=True)
NUMBER, MAIN = "CQ2024-000001", "CQ2024-000002"
WHY = "请写清楚是哪个路口。"
Verb = Callable[[Database], Awaitable[None]]


async def forward(db: Database) -> None:
    await actions.forward(db, number=NUMBER, unit_id=await unit_id(db), staff_id=3)


async def give_back(db: Database) -> None:
    await screening.return_for_correction(db, number=NUMBER, reason=WHY, staff_id=3)


async def divert(db: Database) -> None:
    await screening.divert(db, number=NUMBER, place="complaint", reason=WHY, staff_id=3)


async def merge(db: Database) -> None:
    await screening.merge(db, number=NUMBER, into=MAIN, staff_id=3)


async def sign(db: Database) -> None:
    await unit.sign(db, number=NUMBER, sight=OFFICE, staff_id=4)


async def send_back(db: Database) -> None:
    await unit.send_back(db, number=NUMBER, reason=WHY, sight=OFFICE, staff_id=4)


async def move_date(db: Database) -> None:
    due = date(2024, 9, 9)
    await unit.move_date(db, number=NUMBER, due_on=due, reason=WHY, sight=OFFICE, staff_id=4)


async def reply(db: Database) -> None:
    said = {"outcome": "adopted", "text": "已安排加装。", "reason": ""}
    await actions.reply(db, number=NUMBER, sight=OFFICE, staff_id=4, **said)


async def close(db: Database) -> None:
    await unit.close(db, number=NUMBER, staff_id=3)


async def decide(db: Database, *, upheld: bool = True) -> None:
    await screening.decide_objection(db, number=NUMBER, upheld=upheld, reason=WHY, staff_id=3)


async def object_to(db: Database) -> None:
    """Disagree as the author would."""
    async with db.begin() as session:
        there = await session.scalar(select(Suggestion).where(Suggestion.number == NUMBER).with_for_update())
        actor = (ActorKind.PERSON, there.person_id)
        event = await history.append(session, there, kind=EventKind.OBJECTED, actor=actor)
        session.add(Objection(suggestion_id=there.id, event_id=event.id, made_at=clock.now()))


BEFORE: dict[str, tuple[Verb, ...]] = {
    "registered": (),
    "returned": (give_back,),
    "diverted": (divert,),
    "merged": (merge,),
    "forwarded": (forward,),
    "signed": (forward, sign),
    "replied": (forward, reply),
    "closed": (forward, reply, close),
}
MOVING: dict[Verb, tuple[set[str], str, str]] = {
    give_back: ({"registered"}, "returned", "returned"),
    divert: ({"registered"}, "diverted", "diverted"),
    merge: ({"registered"}, "merged", "merged"),
    forward: ({"registered"}, "forwarded", "forwarded"),
    sign: ({"forwarded"}, "signed", "signed"),
    send_back: ({"forwarded", "signed"}, "registered", "sent-back"),
    move_date: ({"forwarded", "signed"}, "", "date-moved"),
    reply: ({"forwarded", "signed"}, "replied", "replied"),
    close: ({"replied"}, "closed", "closed"),
}
"""For each verb: where it may begin, where it ends ("" stays), and the event it writes."""
NOTHING_NEW = {(reply, "closed"), (forward, "forwarded"), (forward, "signed"), (sign, "signed")} | {
    (verb, after) for verb, (_, after, _) in MOVING.items() if after not in {"", "registered"}
}
"""The same form sent twice: the thing is done already."""


@pytest.fixture(autouse=True)
async def two(db: Database, hands: Hands) -> None:
    """The suggestion, and another one that can stand for it, of somebody else."""
    await submitted(db)
    await submitted(db, await person(db, 8))


async def state(db: Database, number: str = NUMBER) -> str:
    return str((await one(db, Suggestion, number=number)).state)


async def told(db: Database, chat: int = 7) -> list[str]:
    reader = await person(db, chat)
    return [row.kind for row in await rows(db, select(Push).filter_by(person_id=reader.id).order_by(Push.id))]


async def written(db: Database) -> tuple[int, int, int]:
    return tuple([len(await rows(db, select(table))) for table in (Event, Push, Remark)])


@pytest.mark.parametrize("before", BEFORE)
@pytest.mark.parametrize("verb", MOVING)
async def test_every_verb_from_every_state(db: Database, verb: Verb, before: str) -> None:
    for step in BEFORE[before]:
        await step(db)
    may, after, event = MOVING[verb]
    wrote = await written(db)
    if before in may:
        await verb(db)
        assert await state(db) == (after or before)
        newest = (await rows(db, select(Event).where(Event.suggestion_id == 1).order_by(Event.id)))[-1]
        assert newest.kind == event
        assert (await told(db))[-1] == f"suggestion-{event}"
        assert not after or after in MOVES[SuggestionState(before)]
        once = await written(db)
        await verb(db)
        assert await written(db) == once
    elif (verb, before) in NOTHING_NEW:
        await verb(db)
        assert await written(db) == wrote
    else:
        with pytest.raises(Refusal) as refusal:
            await verb(db)
        assert refusal.value.key == "suggestion-moved-on"
        assert await written(db) == wrote
        assert await state(db) == before
    assert await history.verify(db) == []


@pytest.mark.parametrize("verb", [give_back, divert, send_back, move_date])
async def test_reasons_stand_beside_the_event_and_never_in_it(db: Database, verb: Verb) -> None:
    if verb in {send_back, move_date}:
        await forward(db)
    await verb(db)
    newest = (await rows(db, select(Event).order_by(Event.id)))[-1]
    assert (await one(db, Remark)).text == WHY
    assert (await one(db, Remark)).event_id == newest.id
    assert WHY not in str(newest.data)


def returned(**said: str) -> Verb:
    return lambda db: screening.return_for_correction(db, **{"number": NUMBER, "staff_id": 3, **said})


def dated(day: date) -> Verb:
    said = {"number": NUMBER, "reason": WHY, "sight": OFFICE, "staff_id": 4}
    return lambda db: unit.move_date(db, due_on=day, **said)


def merged(number: str, into: str) -> Verb:
    return lambda db: screening.merge(db, number=number, into=into, staff_id=3)


@pytest.mark.parametrize(
    ("before", "verb", "key"),
    [
        ("registered", returned(reason=" \u200b\n"), "reason-missing"),
        ("registered", returned(reason="字" * 1001), "reason-too-long"),
        ("registered", returned(reason=WHY, number="CQ2024-000009"), "suggestion-missing"),
        ("returned", returned(reason="另一个原因"), "suggestion-moved-on"),
        (
            "registered",
            lambda db: screening.divert(db, number=NUMBER, place="moon", reason=WHY, staff_id=3),
            "diversion-missing",
        ),
        ("registered", merged(NUMBER, NUMBER), "merge-itself"),
        ("registered", merged(NUMBER, "CQ2024-000009"), "suggestion-missing"),
        ("replied", merged(MAIN, NUMBER), "merge-main-over"),
        ("diverted", merged(MAIN, NUMBER), "merge-main-over"),
        ("merged", merged(MAIN, NUMBER), "merge-main-over"),
        ("registered", decide, "objection-missing"),
        ("forwarded", dated(date(2024, 7, 31)), "date-past"),
        ("forwarded", dated(date(2026, 1, 1)), "date-too-far"),
        ("forwarded", dated(date(2024, 8, 16)), "date-same"),
    ],
)
async def test_what_cannot_be_is_refused_and_changes_nothing(
    db: Database, before: str, verb: Verb, key: str
) -> None:
    for step in BEFORE[before]:
        await step(db)
    wrote = await written(db)
    with pytest.raises(Refusal) as refusal:
        await verb(db)
    assert refusal.value.key == key
    assert await written(db) == wrote
    assert await state(db) == before


async def test_who_was_merged_follows_the_main_one(db: Database) -> None:
    await merge(db)
    assert (await one(db, Suggestion, number=NUMBER)).merged_into == 2
    await actions.forward(db, number=MAIN, unit_id=await unit_id(db), staff_id=3)
    assert await told(db) == ["suggestion-registered", "suggestion-merged", "suggestion-forwarded"]
    assert await told(db, 8) == ["suggestion-registered", "suggestion-forwarded"]
    with pytest.raises(Refusal) as refusal:
        await submitted_third_takes(db)
    assert refusal.value.key == "merge-main-over"


async def submitted_third_takes(db: Database) -> None:
    third = await submitted(db, await person(db, 9))
    await screening.merge(db, number=third.number, into=NUMBER, staff_id=3)


async def test_the_main_one_is_not_merged_away_under_its_followers(db: Database) -> None:
    third = await submitted(db, await person(db, 9))
    await merge(db)
    with pytest.raises(Refusal) as refusal:
        await screening.merge(db, number=MAIN, into=third.number, staff_id=3)
    assert refusal.value.key == "merge-others-there"


@pytest.mark.parametrize(("by", "upheld", "after"), [(divert, True, "registered"), (merge, False, "merged")])
async def test_an_objection_is_decided_once(db: Database, by: Verb, upheld: bool, after: str) -> None:  # noqa: FBT001 - a column of the table
    await by(db)
    await object_to(db)
    await decide(db, upheld=upheld)
    await decide(db, upheld=upheld)
    assert await state(db) == after
    assert (await one(db, Objection)).upheld is upheld
    assert (await told(db)).count("suggestion-objection-decided") == 1
    assert ((await one(db, Suggestion, number=NUMBER)).merged_into is None) == upheld
    with pytest.raises(Refusal) as refusal:
        await decide(db, upheld=not upheld)
    assert refusal.value.key == "objection-missing"


async def test_a_unit_sends_back_only_its_own_and_loses_sight_of_it(db: Database) -> None:
    await forward(db)
    here = Sight(await unit_id(db), everything=False)
    for sight in (Sight(await unit_id(db, "health"), everything=False), Sight(None, everything=False)):
        with pytest.raises(Refusal):
            await unit.send_back(db, number=NUMBER, reason=WHY, sight=sight, staff_id=9)
    for _ in range(2):
        await unit.send_back(db, number=NUMBER, reason=WHY, sight=here, staff_id=4)
    there = await one(db, Suggestion, number=NUMBER)
    assert (there.unit_id, there.due_on) == (None, date(2024, 8, 16))  # what runs from receipt runs on
    assert (await told(db)).count("suggestion-sent-back") == 1


async def test_a_second_handling_gives_the_next_reply(db: Database) -> None:
    await forward(db)
    await reply(db)
    async with db.begin() as session:
        values = {"state": SuggestionState.SIGNED, "reopened": 1}
        await session.execute(update(Suggestion).where(Suggestion.number == NUMBER).values(**values))
    await reply(db)  # the first form once more
    said = {"outcome": "partly-adopted", "text": "又加装了一处。", "reason": ""}
    for _ in range(2):
        await actions.reply(db, number=NUMBER, sight=OFFICE, staff_id=4, **said)
    assert [each.ordinal for each in await rows(db, select(Reply).order_by(Reply.id))] == [1, 2]
    assert [each.reply_id for each in await rows(db, select(Rating).order_by(Rating.id))] == [1, 2]


async def test_the_author_is_told_that_it_is_public_and_not_that_it_no_longer_is(db: Database) -> None:
    await actions.publish(db, number=NUMBER, staff_id=3)
    await actions.unpublish(db, number=NUMBER, staff_id=3)
    assert await told(db) == ["suggestion-registered", "suggestion-published"]
