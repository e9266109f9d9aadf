"""The history is a keyed chain: whatever is changed behind its back is found."""

import asyncio
from collections.abc import Callable

import pytest
from backend_house import Hands, change, person, rows, submitted, unit_id
from sqlalchemy import select

from backend.db import Database
from backend.handling import actions as handling
from backend.secret import Keys
from backend.suggestions import history
from backend.suggestions.model import ActorKind, Event, EventKind, Heads, Suggestion
from backend.suggestions.queries import Sight

OFFICE = Sight(None, everything=True)


async def walked_through(db: Database, chat: int = 7) -> Suggestion:
    """A suggestion with four events."""
    suggestion = await submitted(db, await person(db, chat))
    for unit in ("transport", "health"):
        await handling.forward(db, number=suggestion.number, unit_id=await unit_id(db, unit), staff_id=1)
    said = {"outcome": "adopted", "text": "已安排。", "reason": ""}
    await handling.reply(db, number=suggestion.number, sight=OFFICE, staff_id=1, **said)
    return suggestion


async def test_a_sound_history_verifies(db: Database) -> None:
    for chat in (7, 8):
        await walked_through(db, chat)
    await history.seal_heads(db)
    await submitted(db, await person(db, 9))
    assert await history.verify(db) == []
    kinds = [event.kind for event in await rows(db, select(Event).where(Event.suggestion_id == 1))]
    assert kinds == ["registered", "forwarded", "forwarded", "replied"]


TAMPERED = {
    "kind": "UPDATE event SET kind = 'replied' WHERE suggestion_id = 1 AND ordinal = 2",
    "actor": "UPDATE event SET actor_id = 99 WHERE suggestion_id = 1 AND ordinal = 4",
    "actor's kind": "UPDATE event SET actor_kind = 'person' WHERE suggestion_id = 1 AND ordinal = 4",
    "data": "UPDATE event SET data = '{\"unit\": 1}' WHERE suggestion_id = 1 AND ordinal = 3",
    "seal": "UPDATE event SET seal = (SELECT seal FROM event WHERE id = 1) WHERE suggestion_id = 1"
    " AND ordinal = 2",
    "first dropped": "DELETE FROM event WHERE suggestion_id = 1 AND ordinal = 1",
    "middle dropped": "DELETE FROM event WHERE suggestion_id = 1 AND ordinal = 2",
    "all dropped": "DELETE FROM event WHERE suggestion_id = 1",
    "ordinal": "UPDATE event SET ordinal = 9 WHERE suggestion_id = 1 AND ordinal = 4",
    "moved over": "UPDATE event SET suggestion_id = 2, ordinal = 5 WHERE suggestion_id = 1 AND ordinal = 4",
}


@pytest.mark.parametrize("sql", TAMPERED.values(), ids=TAMPERED.keys())
async def test_what_was_tampered_with_is_found(db: Database, sql: str) -> None:
    for chat in (7, 8):
        await walked_through(db, chat)
    await change(db, "DELETE FROM push")
    await change(db, sql)
    found = await history.verify(db)
    assert len(found) == 1
    assert found[0].startswith("suggestion 2" if "suggestion_id = 2" in sql else "suggestion 1")


async def test_a_time_that_was_changed_is_found(db: Database, hands: Hands) -> None:
    await walked_through(db)
    hands.forward(hours=1)
    async with db.begin() as session:
        (await session.get_one(Event, 1)).at = hands.at
    assert len(await history.verify(db)) == 1


async def test_events_that_changed_places_are_found(db: Database) -> None:
    await walked_through(db)
    await change(db, "UPDATE event SET ordinal = 99 WHERE ordinal = 2")
    await change(db, "UPDATE event SET ordinal = 2 WHERE ordinal = 3")
    await change(db, "UPDATE event SET ordinal = 3 WHERE ordinal = 99")
    assert len(await history.verify(db)) == 1


async def test_a_chain_that_was_cut_is_found_by_the_heads(db: Database) -> None:
    await walked_through(db)
    await history.seal_heads(db)
    await change(db, "DELETE FROM push")
    await change(db, "DELETE FROM event WHERE ordinal = 4")
    (found,) = await history.verify(db)
    assert found.startswith("heads 1")


async def test_a_suggestion_that_vanished_whole_is_found_by_the_heads(db: Database) -> None:
    await submitted(db, await person(db, 7))
    await submitted(db, await person(db, 8))
    await history.seal_heads(db)
    of_it = [f"{table} WHERE suggestion_id = 1" for table in ("reckoning", "event")]
    for table in ("push WHERE event_id = 1", *of_it, "suggestion WHERE id = 1"):
        await change(db, f"DELETE FROM {table}")  # noqa: S608
    (found,) = await history.verify(db)
    assert found.startswith("heads 1")


@pytest.mark.parametrize(
    ("sql", "damaged"),
    [
        ("UPDATE heads SET last_event = 1 WHERE id = 2", "heads 2"),
        ("UPDATE heads SET seal = (SELECT seal FROM event WHERE id = 1) WHERE id = 1", "heads 1"),
        ("DELETE FROM heads WHERE id = 2", "heads 3"),
    ],
)
async def test_heads_that_were_tampered_with_are_found(db: Database, sql: str, damaged: str) -> None:
    for chat in (7, 8, 9):
        await submitted(db, await person(db, chat))
        await history.seal_heads(db)
    await change(db, sql)
    assert damaged in (await history.verify(db))[0]


async def test_heads_are_sealed_when_something_has_happened(db: Database, hands: Hands) -> None:
    await history.seal_heads(db)
    assert await rows(db, select(Heads)) == []
    await walked_through(db)
    for _ in range(2):
        await history.seal_heads(db)
    await submitted(db, await person(db, 8))
    await history.seal_heads(db)
    sealed = await rows(db, select(Heads).order_by(Heads.id))
    assert [(heads.last_event, heads.events, heads.at) for heads in sealed] == [
        (4, 4, hands.at),
        (5, 5, hands.at),
    ]
    assert await history.verify(db) == []


async def test_two_clocks_that_seal_at_once_leave_a_sound_history(
    db: Database, another: Callable[..., Database]
) -> None:
    houses = [db, another(db), another(db)]
    for chat in range(1, 5):
        await submitted(db, await person(db, chat))
        await asyncio.gather(*(history.seal_heads(house) for house in houses))
    assert await history.verify(db) == []
    assert len(await rows(db, select(Heads))) == 4


async def test_an_event_on_its_way_while_heads_are_sealed_is_no_finding(
    db: Database, another: Callable[..., Database]
) -> None:
    slow, quick = [await submitted(db, await person(db, chat)) for chat in (7, 8)]
    other = another(db)
    async with db.begin() as session:
        await history.append(session, slow, kind=EventKind.FORWARDED, actor=(ActorKind.STAFF, 1))
        if not db.embedded:  # SQLite lets nobody else write meanwhile
            async with other.begin() as elsewhere:
                await history.append(elsewhere, quick, kind=EventKind.FORWARDED, actor=(ActorKind.STAFF, 1))
        sealing = asyncio.create_task(history.seal_heads(other))
        await asyncio.sleep(0.2)
        assert not sealing.done()
    await sealing
    assert await history.verify(db) == []


async def test_an_event_has_its_place_once(db: Database) -> None:
    await walked_through(db)
    with pytest.raises(Exception, match=r"(?i)unique"):
        await change(db, "UPDATE event SET ordinal = 3 WHERE ordinal = 2")


async def test_a_new_key_goes_on_with_an_old_history(db: Database, another: Callable[..., Database]) -> None:
    old = "a secret for tests only, long enough"
    await walked_through(db, 7)
    await history.seal_heads(db)
    rotated = another(db, Keys.of("the new secret of the house", old))
    assert await history.verify(rotated) == []
    await walked_through(rotated, 8)
    await history.seal_heads(rotated)
    assert await history.verify(rotated) == []
    assert (await rows(rotated, select(Suggestion).where(Suggestion.id == 1)))[0].name == "张三"
    assert len(await history.verify(db)) == 2


async def test_a_wrong_key_verifies_nothing(db: Database, another: Callable[..., Database]) -> None:
    await walked_through(db)
    await history.seal_heads(db)
    found = await history.verify(another(db, Keys.of("somebody else's secret")))
    assert len(found) == 2
