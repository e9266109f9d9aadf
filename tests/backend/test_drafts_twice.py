"""An answer that comes a second time, or late, changes nothing."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from backend_house import SHA256, Hands, person, raw, ready_draft, submitted

from backend.db import Database
from backend.drafts import actions, attachments, queries, speaker
from backend.drafts.answering import Answer
from backend.drafts.model import Draft, Step

ACTS: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "choose_theme": ({"theme": "reform"}, {"theme": "regional"}),
    "choose_topic": ({"topic": "t17"}, {"topic": "t18"}),
    "say": ({"message": 50, "text": "一"}, {"message": 51, "text": "二"}),
    "take_out": ({"message": 1}, {"message": 2}),
    "close_text": ({}, {}),
    "retell": ({}, {}),
    "restore": ({}, {}),
    "attach_text": ({"sha256": SHA256, "name": "一.txt"}, {"sha256": SHA256, "name": "二.txt"}),
    "consent": ({}, {}),
    "choose": ({"step": Step.IDENTITY, "said": "cadre"}, {"step": Step.IDENTITY, "said": "officer"}),
    "tell": ({"step": Step.NAME, "said": "李四"}, {"step": Step.CONTACT, "said": "13900139000"}),
    "reuse": ({"step": Step.NAME}, {}),
    "attach": (
        {"message": 50, "sha256": SHA256, "name": "一.pdf", "caption": "一"},
        {"message": 51, "sha256": SHA256, "name": "二.pdf"},
    ),
    "keep_caption": ({"message": 52, "caption": "一"}, {"message": 53, "caption": "二"}),
    "remove_file": ({"part": 3}, {"part": 2}),
    "close_files": ({}, {}),
    "ask": ({"step": Step.THEME}, {"step": Step.NAME}),
}


async def everything(db: Database) -> list[tuple[Any, ...]]:
    return await raw(db, "SELECT * FROM draft") + await raw(db, "SELECT * FROM draft_part ORDER BY id")


@pytest.fixture
async def draft(db: Database, hands: Hands) -> Draft:
    """A draft of somebody who has sent one before, under another name."""
    author = await person(db)
    await submitted(db, author, name="赵六", text="以前的一条。")
    return await ready_draft(db, author, files=["图.jpg"], answered=100)


def test_every_verb_is_in_the_table() -> None:
    verbs = {**vars(speaker), **vars(attachments), **vars(actions)}
    assert {name for name, verb in verbs.items() if hasattr(verb, "__wrapped__")} == set(ACTS)


def does(verb: str) -> Any:
    return next(getattr(verbs, verb) for verbs in (actions, attachments, speaker) if hasattr(verbs, verb))


@pytest.mark.parametrize("verb", ACTS)
async def test_the_first_time_counts(db: Database, draft: Draft, verb: str) -> None:
    before = await everything(db)
    await does(verb)(db, Answer(draft.id, 101), **ACTS[verb][0])
    assert await everything(db) != before


@pytest.mark.parametrize("verb", ACTS)
async def test_the_second_time_changes_nothing(db: Database, hands: Hands, draft: Draft, verb: str) -> None:
    said, later = ACTS[verb]
    await does(verb)(db, Answer(draft.id, 101), **said)
    after = await everything(db)
    hands.forward(minutes=1)
    for update in (101, 100, 1):
        await does(verb)(db, Answer(draft.id, update), **said)
        await does(verb)(db, Answer(draft.id, update), **later)
    assert await everything(db) == after


@pytest.mark.parametrize("verb", ACTS)
async def test_what_was_sent_is_not_changed_any_more(db: Database, hands: Hands, verb: str) -> None:
    suggestion = await submitted(db, files=["图.jpg"])
    before = await everything(db)
    await does(verb)(db, Answer(suggestion.draft_id, 999), **ACTS[verb][0])
    assert await everything(db) == before


@pytest.mark.parametrize("verb", ACTS)
async def test_one_answer_in_two_processes_at_once_counts_once(
    db: Database, another: Callable[..., Database], draft: Draft, verb: str
) -> None:
    answer, said = Answer(draft.id, 101), ACTS[verb][0]
    houses = (db, another(db), db)
    await asyncio.gather(*(does(verb)(house, answer, **said) for house in houses))
    async with db.read() as session:
        after = await queries.own(session, draft.person_id, draft.id)
    assert after is not None
    assert after.answered == 101
    assert len(after.parts) <= 4
    assert len({(part.message, part.kind) for part in after.parts}) == len(after.parts)


async def test_giving_up_twice_gives_up_one_draft(db: Database, hands: Hands) -> None:
    author = await person(db)
    first, second = [await ready_draft(db, author) for _ in range(2)]
    for draft in (second, first):
        await actions.discard(db, draft_id=draft.id, person_id=author.id, update=200)
    assert await raw(db, "SELECT id, state FROM draft ORDER BY id") == [(1, "open"), (2, "discarded")]
