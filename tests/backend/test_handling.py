"""Forwarding and answering: the allowed moves, whose they are, and what the author is told."""

import asyncio
from collections.abc import Callable

import pytest
from backend_house import Hands, one, rows, submitted, unit_id
from databases import ROOT
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from backend import push
from backend.campaigns.load import read
from backend.db import Database
from backend.errors import Conflict, NotFound, Refusal
from backend.handling import actions, queries
from backend.handling.model import Reply, Unit
from backend.push.model import Push
from backend.suggestions.model import Event, Suggestion, SuggestionState
from backend.suggestions.queries import Sight, one_on_desk

OFFICE = Sight(None, everything=True)
NUMBER = "CQ2024-000001"
SAID = {"outcome": "adopted", "text": "已安排加装。", "reason": ""}


@pytest.fixture(autouse=True)
async def suggestion(db: Database, hands: Hands) -> Suggestion:
    return await submitted(db)


async def forward(db: Database, unit: str = "transport", number: str = NUMBER) -> None:
    await actions.forward(db, number=number, unit_id=await unit_id(db, unit), staff_id=3)


async def reply(db: Database, sight: Sight = OFFICE, staff_id: int = 4, **said: str) -> None:
    await actions.reply(db, number=NUMBER, sight=sight, staff_id=staff_id, **{**SAID, **said})


async def at_unit(db: Database, unit: str = "transport") -> Sight:
    return Sight(await unit_id(db, unit), everything=False)


async def pushes(db: Database) -> list[str]:
    return [row.kind for row in await rows(db, select(Push).order_by(Push.id))]


async def events(db: Database) -> list[Event]:
    return await rows(db, select(Event).order_by(Event.id))


async def test_a_suggestion_is_forwarded_and_its_author_told(db: Database, hands: Hands) -> None:
    hands.forward(days=2)
    await forward(db)
    there = await one(db, Suggestion)
    assert (there.state, there.unit_id) == (SuggestionState.FORWARDED, await unit_id(db))
    assert there.due_on.isoformat() == "2024-08-16"
    _, event = await events(db)
    assert (event.kind, event.actor_kind, event.actor_id, event.at) == ("forwarded", "staff", 3, hands.at)
    assert event.data == {"unit": await unit_id(db), "due_on": "2024-08-16"}
    assert await pushes(db) == ["suggestion-registered", "suggestion-forwarded"]


async def test_the_same_unit_twice_is_once(db: Database, another: Callable[..., Database]) -> None:
    other = another(db)
    await asyncio.gather(*(forward(house) for house in (db, other, db, other)))
    await forward(db)
    assert len(await events(db)) == 2
    assert await pushes(db) == ["suggestion-registered", "suggestion-forwarded"]


async def test_another_unit_takes_over_and_the_author_is_told(db: Database) -> None:
    await forward(db, "transport")
    await forward(db, "health")
    assert (await one(db, Suggestion)).unit_id == await unit_id(db, "health")
    assert await pushes(db) == ["suggestion-registered", *["suggestion-forwarded"] * 2]


async def test_what_does_not_exist_is_not_forwarded(db: Database) -> None:
    with pytest.raises(NotFound) as refusal:
        await actions.forward(db, number=NUMBER, unit_id=99_999, staff_id=3)
    assert refusal.value.key == "unit-missing"
    with pytest.raises(NotFound) as refusal:
        await forward(db, number="CQ2024-000002")
    assert refusal.value.key == "suggestion-missing"
    assert len(await events(db)) == 1


async def test_a_unit_answers_and_the_author_is_told(db: Database, hands: Hands) -> None:
    await forward(db)
    hands.forward(days=3)
    await reply(db, await at_unit(db), text=" 已安排\u200b加装。 ")
    there, answer = await one(db, Suggestion), await one(db, Reply)
    assert there.state == SuggestionState.REPLIED
    assert (answer.text, answer.reason, answer.outcome) == ("已安排加装。", None, "adopted")
    assert (answer.unit_id, answer.staff_id, answer.given_at) == (await unit_id(db), 4, hands.at)
    event = (await events(db))[-1]
    assert event.data == {"reply": answer.id, "outcome": "adopted"}
    assert await pushes(db) == [f"suggestion-{s}" for s in ("registered", "forwarded", "replied")]


async def test_what_nobody_was_given_is_not_answered(db: Database) -> None:
    with pytest.raises(Conflict):
        await reply(db)
    assert await rows(db, select(Reply)) == []
    assert len(await events(db)) == 1


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ({"outcome": "not-adopted"}, "reply-reason-missing"),
        ({"outcome": "not-adopted", "reason": " \u200b\n"}, "reply-reason-missing"),
        ({"outcome": ""}, "reply-outcome-missing"),
        ({"outcome": "maybe"}, "reply-outcome-missing"),
        ({"text": ""}, "reply-text-missing"),
        ({"text": "\u200b \n"}, "reply-text-missing"),
        ({"text": "字" * (actions.REPLY_MAXIMUM + 1)}, "reply-too-long"),
        ({"text": "字" * actions.REPLY_MAXIMUM, "reason": "因"}, "reply-too-long"),
    ],
)
async def test_an_answer_that_is_not_complete_is_refused(
    db: Database, said: dict[str, str], key: str
) -> None:
    await forward(db)
    with pytest.raises(Refusal) as refusal:
        await reply(db, **said)
    assert refusal.value.key == key
    assert await rows(db, select(Reply)) == []
    assert (await one(db, Suggestion)).state == SuggestionState.FORWARDED
    assert len(await pushes(db)) == 2


async def test_the_longest_answer_still_fits_into_one_message(db: Database) -> None:
    await forward(db)
    await reply(db, outcome="not-adopted", text="字" * (actions.REPLY_MAXIMUM - 2), reason="原因")
    assert (await one(db, Reply)).reason == "原因"
    async with db.read() as session:
        owed = (await session.scalars(select(Push).order_by(Push.id.desc()).limit(1))).one()
        said = await push.words.sentence(session, owed)
    assert len(said.html) < 4096


@pytest.mark.parametrize("unit", ["health", None])
async def test_only_the_unit_that_was_given_it_answers(db: Database, unit: str | None) -> None:
    await forward(db)
    sight = await at_unit(db, unit) if unit else Sight(None, everything=False)
    with pytest.raises(NotFound):
        await reply(db, sight)
    assert await rows(db, select(Reply)) == []


async def test_a_unit_loses_sight_of_what_went_elsewhere(db: Database) -> None:
    await forward(db, "transport")
    await forward(db, "health")
    with pytest.raises(NotFound):
        await reply(db, await at_unit(db, "transport"))


async def test_each_desk_sees_what_it_was_given(db: Database) -> None:
    async def seen(sight: Sight) -> bool:
        async with db.read() as session:
            return await one_on_desk(session, sight, NUMBER) is not None

    transport, health, loose = await at_unit(db), await at_unit(db, "health"), Sight(None, everything=False)
    assert [await seen(sight) for sight in (OFFICE, transport, health, loose)] == [True, False, False, False]
    await forward(db)
    assert [await seen(sight) for sight in (OFFICE, transport, health, loose)] == [True, True, False, False]


async def test_an_answer_is_given_for_good(db: Database) -> None:
    await forward(db)
    await reply(db)
    for said in ({"text": "改一下。"}, {"outcome": "partly-adopted"}, {"reason": "补充。"}):
        with pytest.raises(Conflict):
            await reply(db, **said)
    with pytest.raises(Conflict):
        await reply(db, staff_id=5)
    with pytest.raises(Conflict):
        await forward(db, "health")
    assert (await one(db, Reply)).text == SAID["text"]
    assert len(await events(db)) == len(await pushes(db)) == 3


async def test_the_same_answer_sent_twice_is_once(db: Database, another: Callable[..., Database]) -> None:
    await forward(db)
    other = another(db)
    await asyncio.gather(*(reply(house) for house in (db, other, db, other)))
    assert len(await rows(db, select(Reply))) == 1
    assert len(await events(db)) == len(await pushes(db)) == 3


async def test_of_two_answers_at_once_one_counts(db: Database, another: Callable[..., Database]) -> None:
    await forward(db)
    houses = (db, another(db))
    told = await asyncio.gather(
        *(reply(house, text=f"答复{place}") for place, house in enumerate(houses)), return_exceptions=True
    )
    assert sorted(type(answer) for answer in told if answer) == [Conflict]
    assert len(await rows(db, select(Reply))) == 1
    assert len(await pushes(db)) == 3


async def test_the_table_holds_one_answer_for_a_suggestion(db: Database, hands: Hands) -> None:
    await forward(db)
    await reply(db)
    first = await one(db, Reply)
    with pytest.raises(IntegrityError):
        async with db.begin() as session:
            session.add(
                Reply(
                    suggestion_id=first.suggestion_id,
                    unit_id=first.unit_id,
                    staff_id=1,
                    outcome="adopted",
                    text="又一个",
                    given_at=hands.at,
                )
            )


@pytest.mark.parametrize("verb", [forward, reply])
async def test_without_the_push_nothing_is_done(
    db: Database, monkeypatch: pytest.MonkeyPatch, verb: Callable[..., object]
) -> None:
    if verb is reply:
        await forward(db)
    before = ((await one(db, Suggestion)).state, len(await events(db)), await pushes(db))

    async def refuse(*_: object, **__: object) -> None:
        raise ConnectionError

    monkeypatch.setattr(push, "owe", refuse)
    with pytest.raises(ConnectionError):
        await verb(db)
    assert ((await one(db, Suggestion)).state, len(await events(db)), await pushes(db)) == before
    assert await rows(db, select(Reply)) == []


async def test_units_are_made_once_and_keep_the_names_the_office_gave(db: Database) -> None:
    city = read(ROOT / "campaigns" / "city-2024.yaml")
    before = len(await rows(db, select(Unit)))
    async with db.begin() as session:
        unit = await queries.unit_with_key(session, "transport")
        unit.names = {"zh-CN": "市交通局"}
    await actions.add_units(db, campaign=city)
    assert len(await rows(db, select(Unit))) == before
    there = await one(db, Unit, key="transport")
    assert (there.name("zh-CN"), there.name("en")) == ("市交通局", "市交通局")
