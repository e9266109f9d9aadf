"""A draft becomes one suggestion, with its number, its event and its push, or nothing happens."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from backend_house import (
    CAMPAIGN,
    CONTACT,
    NAME,
    TEXT,
    Hands,
    as_bytes,
    one,
    person,
    raw,
    ready_draft,
    rows,
    submitted,
)
from databases import ROOT
from sqlalchemy import select, update

from backend import push
from backend.campaigns import actions as campaigns
from backend.campaigns.load import read
from backend.db import Database
from backend.drafts import actions as drafts
from backend.drafts.model import Draft, DraftState, Part
from backend.errors import NotFound, Refusal
from backend.push.model import Push
from backend.suggestions.actions import submit
from backend.suggestions.model import Attachment, Counter, Event, Suggestion


async def nothing_happened(db: Database) -> bool:
    for table in (Suggestion, Attachment, Event, Push, Counter):
        if await rows(db, select(table)):
            return False
    return (await one(db, Draft)).state == DraftState.OPEN


async def test_everything_that_was_said_is_in_the_suggestion(db: Database, hands: Hands) -> None:
    author = await person(db)
    draft = await ready_draft(db, author, files=["一.pdf", "二.jpg"])
    sent = await submit(db, person_id=author.id, draft_id=draft.id)
    there = await one(db, Suggestion)
    assert there.number == sent.number == "CQ2024-000001"
    assert (there.text, there.theme, there.topic) == (TEXT, "megacity", "t16")
    assert (there.name, there.contact, there.contact_kind) == (NAME, CONTACT, "phone")
    assert (there.person_id, there.channel, there.state) == (author.id, "webchat", "registered")
    assert (there.submitted_at, there.edition) == (hands.at, draft.edition)
    attachments = await rows(db, select(Attachment).order_by(Attachment.ordinal))
    assert [(a.ordinal, a.name) for a in attachments] == [(1, "一.pdf"), (2, "二.jpg")]
    assert (await one(db, Draft)).state == DraftState.SENT


async def test_the_event_and_the_push_come_with_it(db: Database, hands: Hands) -> None:
    suggestion = await submitted(db)
    event, owed = await one(db, Event), await one(db, Push)
    assert (event.suggestion_id, event.ordinal, event.kind) == (suggestion.id, 1, "registered")
    assert (event.actor_kind, event.actor_id, event.at) == ("person", suggestion.person_id, hands.at)
    assert (owed.event_id, owed.person_id, owed.kind) == (event.id, event.actor_id, "suggestion-registered")
    assert (owed.state, owed.channel) == ("owed", "webchat")


async def test_what_is_sent_twice_is_one_suggestion(db: Database) -> None:
    author = await person(db)
    draft = await ready_draft(db, author)
    first = await submit(db, person_id=author.id, draft_id=draft.id)
    await campaigns.stop(db, campaign=CAMPAIGN)
    again = await submit(db, person_id=author.id, draft_id=draft.id)
    assert first.number == again.number
    assert [len(await rows(db, select(table))) for table in (Suggestion, Event, Push)] == [1, 1, 1]


async def test_what_is_sent_twice_at_once_is_one_suggestion(
    db: Database, another: Callable[..., Database]
) -> None:
    author, other = await person(db), another(db)
    for number in range(1, 6):
        draft = await ready_draft(db, author)
        sent = await asyncio.gather(
            *(submit(house, person_id=author.id, draft_id=draft.id) for house in (db, other, db, other))
        )
        assert {suggestion.number for suggestion in sent} == {f"CQ2024-{number:06d}"}
    assert [len(await rows(db, select(table))) for table in (Suggestion, Event, Push)] == [5, 5, 5]


async def test_twenty_at_once_get_numbers_without_gaps(
    db: Database, another: Callable[..., Database]
) -> None:
    other, authors = another(db), [await person(db, chat) for chat in range(1, 21)]
    waiting = [(author.id, (await ready_draft(db, author)).id) for author in authors]
    sent = await asyncio.gather(
        *(
            submit((db, other)[place % 2], person_id=author, draft_id=draft)
            for place, (author, draft) in enumerate(waiting)
        )
    )
    assert sorted(s.number for s in sent) == [f"CQ2024-{number:06d}" for number in range(1, 21)]


async def test_a_submission_that_fails_leaves_no_gap(db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    author = await person(db)
    draft = await ready_draft(db, author, files=["一.pdf"])

    async def refuse(*_: object, **__: object) -> None:
        raise ConnectionError

    with monkeypatch.context() as broken:
        broken.setattr(push, "owe", refuse)
        with pytest.raises(ConnectionError):
            await submit(db, person_id=author.id, draft_id=draft.id)
    assert await nothing_happened(db)
    sent = await submit(db, person_id=author.id, draft_id=draft.id)
    assert sent.number == "CQ2024-000001"


async def test_a_stopped_campaign_refuses_and_keeps_the_draft(db: Database) -> None:
    author = await person(db)
    draft = await ready_draft(db, author)
    await campaigns.stop(db, campaign=CAMPAIGN)
    with pytest.raises(Refusal) as refusal:
        await submit(db, person_id=author.id, draft_id=draft.id)
    assert refusal.value.key == "campaign-stopped"
    assert await nothing_happened(db)
    await campaigns.resume(db, campaign=CAMPAIGN)
    assert (await submit(db, person_id=author.id, draft_id=draft.id)).text == TEXT


@pytest.mark.parametrize(
    ("at", "key"),
    [
        (datetime(2022, 6, 30, 15, 59, tzinfo=UTC), "campaign-not-yet"),
        (datetime(2022, 10, 10, 16, 0, tzinfo=UTC), "campaign-closed"),
    ],
)
async def test_a_campaign_that_is_not_open_refuses_and_keeps_the_draft(
    db: Database, hands: Hands, at: datetime, key: str
) -> None:
    author = await person(db)
    hands.at = at
    draft = await ready_draft(db, author, campaign="district-2022")
    with pytest.raises(Refusal) as refusal:
        await submit(db, person_id=author.id, draft_id=draft.id)
    assert refusal.value.key == key
    assert await nothing_happened(db)


@pytest.mark.parametrize(
    "at", [datetime(2022, 6, 30, 16, 0, tzinfo=UTC), datetime(2022, 10, 10, 15, 59, tzinfo=UTC)]
)
async def test_a_campaign_is_open_by_its_own_clock(db: Database, hands: Hands, at: datetime) -> None:
    hands.at = at
    assert (await submitted(db, campaign="district-2022")).campaign == "district-2022"


@pytest.mark.parametrize("open_question", ["theme", "topic", "name", "contact"])
async def test_an_open_question_refuses(db: Database, open_question: str) -> None:
    author = await person(db)
    draft = await ready_draft(db, author, **{open_question: None})
    with pytest.raises(Refusal) as refusal:
        await submit(db, person_id=author.id, draft_id=draft.id)
    assert refusal.value.key == "draft-incomplete"
    assert await nothing_happened(db)


@pytest.mark.parametrize("values", [{"text_closed": False}, {"files_closed": False}, {"text": "字" * 1001}])
async def test_a_step_that_is_not_ended_refuses(db: Database, values: dict[str, object]) -> None:
    author = await person(db)
    draft = await ready_draft(db, author, **values)
    with pytest.raises(Refusal) as refusal:
        await submit(db, person_id=author.id, draft_id=draft.id)
    assert refusal.value.key == "draft-incomplete"
    assert await nothing_happened(db)


async def test_nobody_sends_the_draft_of_another(db: Database) -> None:
    author, stranger = await person(db, 7), await person(db, 8)
    draft = await ready_draft(db, author)
    with pytest.raises(NotFound):
        await submit(db, person_id=stranger.id, draft_id=draft.id)
    with pytest.raises(NotFound):
        await submit(db, person_id=author.id, draft_id=draft.id + 1)
    assert await nothing_happened(db)


async def test_a_discarded_draft_is_not_sent(db: Database) -> None:
    author = await person(db)
    draft = await ready_draft(db, author)
    await drafts.discard(db, draft_id=draft.id, person_id=author.id, update=5)
    with pytest.raises(NotFound):
        await submit(db, person_id=author.id, draft_id=draft.id)
    assert await rows(db, select(Suggestion)) == []


async def test_the_edition_is_the_one_the_draft_began_under(db: Database) -> None:
    author = await person(db)
    draft = await ready_draft(db, author)
    city = read(ROOT / "campaigns" / "city-2024.yaml")
    newer = await campaigns.put_in_force(db, campaign=city.model_copy(update={"version": 2}))
    sent = await submit(db, person_id=author.id, draft_id=draft.id)
    assert sent.edition == draft.edition != newer


async def test_each_campaign_counts_for_itself(db: Database, hands: Hands) -> None:
    hands.at = datetime(2022, 8, 1, tzinfo=UTC)
    district = await submitted(db, campaign="district-2022")
    hands.at = datetime(2024, 8, 1, tzinfo=UTC)
    assert (await submitted(db)).number == "CQ2024-000001"
    assert district.number.endswith("-000001")


async def test_the_query_code_is_made_again_and_never_stored(db: Database) -> None:
    author = await person(db)
    drafts_of_two = [await ready_draft(db, author) for _ in range(2)]
    codes = [db.keys.code(draft.id) for draft in drafts_of_two]
    assert codes[0] != codes[1]
    for draft, code in zip(drafts_of_two, codes, strict=True):
        sent = await submit(db, person_id=author.id, draft_id=draft.id)
        assert sent.code_hash == db.keys.code_hash(code) == db.keys.code_hash(f" {code.lower()} ")
    there = as_bytes(await raw(db, "SELECT * FROM suggestion") + await raw(db, "SELECT * FROM draft"))
    assert not any(code.encode() in there for code in codes)


async def test_personal_data_cannot_be_read_in_any_table(db: Database) -> None:
    file = "张三的身份证.pdf"
    await submitted(db, files=[file])
    tables = ("suggestion", "attachment", "draft", "draft_part", "event", "push", "person")
    there = b"".join([as_bytes(await raw(db, f"SELECT * FROM {table}")) for table in tables])  # noqa: S608
    assert TEXT.encode() in there
    for private in (NAME, CONTACT, CONTACT.removeprefix("+86"), file):
        assert private.encode() not in there
    assert ((await one(db, Attachment)).name, (await one(db, Part, kind="file")).name) == (file, file)


async def test_sealed_text_differs_each_time(db: Database) -> None:
    author = await person(db)
    for _ in range(2):
        await submitted(db, author)
    sealed = await raw(db, "SELECT name FROM suggestion")
    assert sealed[0] != sealed[1]


async def test_a_number_is_given_once(db: Database) -> None:
    author = await person(db)
    first, second = [await submitted(db, author) for _ in range(2)]
    with pytest.raises(Exception, match=r"(?i)unique"):
        async with db.begin() as session:
            await session.execute(
                update(Suggestion).where(Suggestion.id == second.id).values(number=first.number)
            )
