"""An officer enters whole suggestions for others: once each, about the subject, counted for the officer."""

from datetime import date
from typing import Any

import pytest
from backend_house import CAMPAIGN, TEXT, Hands, one, rows
from officers_house import in_office
from sqlalchemy import select, update

from backend import clock
from backend.db import Database
from backend.drafts.model import Draft, DraftState
from backend.errors import Conflict, NotAllowed, Refusal
from backend.ledger.intake import Letter, Registered
from backend.mydata import erasing, export
from backend.officers.model import Officer
from backend.people import actions as people
from backend.people.model import Person
from backend.proxy import filing
from backend.proxy.model import ConsentForm, Entry, EntryWay
from backend.push.model import Push
from backend.suggestions import history
from backend.suggestions.model import Event, Suggestion

MATTER = {
    "campaign": CAMPAIGN,
    "channel": "webchat",
    "theme": "green-ecology",
    "topic": "t24",
    "name": "张三",
    "told_by": filing.CHANNEL,
}


@pytest.fixture
async def officer(db: Database, hands: Hands) -> Officer:
    person = await people.introduce(db, channel="webchat", chat=77, language="zh-CN")
    return await in_office(db, person)


async def filed(db: Database, officer: Officer, once: str = "a", **said: Any) -> Registered:
    assert officer.person_id
    return await filing.file(
        db,
        person_id=officer.person_id,
        letter=Letter(**{**MATTER, "text": TEXT, **said}),
        consent=filing.Consent(ConsentForm.SPOKEN, clock.now()),
        once=once,
        way=EntryWay.OFFLINE,
    )


async def test_subject_and_filer_are_two_people(db: Database, officer: Officer) -> None:
    entered = await filed(db, officer)
    author = await one(db, Person, id=entered.suggestion.person_id)
    assert (author.channel, entered.suggestion.officer_id) == ("proxy", officer.id)
    (event,) = await rows(db, select(Event))
    assert (event.actor_kind, event.actor_id) == ("person", officer.person_id)
    entry = await one(db, Entry, officer_id=officer.id)
    assert (entry.unit_id, entry.consent_form) == (officer.unit_id, "spoken")
    assert await history.verify(db) == []


async def test_nobody_without_a_chat_is_owed_a_chat_message(db: Database, officer: Officer) -> None:
    await filed(db, officer)
    (push,) = await rows(db, select(Push))
    assert (push.state, push.reason) == ("parked", "no-chat")


async def test_the_same_entry_coming_again_is_one(db: Database, officer: Officer) -> None:
    first, again = await filed(db, officer), await filed(db, officer)
    assert (first.new, again.new) == (True, False)
    assert (first.suggestion.number, first.code) == (again.suggestion.number, again.code)
    for changed in (
        {"text": "另一件事。"},
        {"name": "王五"},
        {"contact": "13800138000"},
        {"theme": "industry", "topic": "other"},
        {"topic": "other"},
    ):
        with pytest.raises(Conflict, match="intake-registered-already"):
            await filed(db, officer, **changed)
    assert len(await rows(db, select(Suggestion))) == 1
    await filed(db, officer, once="b")
    assert len(await rows(db, select(Person).where(Person.channel == "proxy"))) == 2


async def test_of_an_author_who_is_forgotten_the_words_alone_are_compared(
    db: Database, officer: Officer
) -> None:
    first = await filed(db, officer)
    async with db.begin() as session:
        await erasing.empty_drafts(session, first.suggestion.person_id, DraftState.SENT)
    assert not (await filed(db, officer)).new


async def test_who_is_appointed_anew_finds_their_entries_there(db: Database, officer: Officer) -> None:
    first = await filed(db, officer)
    async with db.begin() as session:
        await session.execute(update(Officer).values(ended_at=clock.now()))
    assert officer.person_id
    await in_office(db, await one(db, Person, id=officer.person_id))
    again = await filed(db, officer)
    assert (again.new, again.suggestion.number) == (False, first.suggestion.number)


async def test_the_office_is_asked_for_anew_each_time(db: Database, officer: Officer, hands: Hands) -> None:
    await filed(db, officer)
    async with db.begin() as session:
        await session.execute(update(Officer).values(until=date(2024, 8, 1)))
    await filed(db, officer, once="b")  # the last day counts
    hands.forward(days=1)
    with pytest.raises(NotAllowed, match="officer-not-in-office"):
        await filed(db, officer, once="c")


async def test_the_limit_is_that_of_chats_and_nothing_refused_is_kept(db: Database, officer: Officer) -> None:
    with pytest.raises(Refusal, match="intake-text-too-long"):
        await filed(db, officer, text="路" * 1001)
    with pytest.raises(Refusal, match="intake-theme-missing"):
        await filed(db, officer, theme="no-such-theme")
    assert await rows(db, select(Draft)) == []
    assert await rows(db, select(Entry)) == []


async def test_what_was_said_for_others_is_not_the_officers_own_data(db: Database, officer: Officer) -> None:
    entered = await filed(db, officer)
    assert officer.person_id
    async with db.read() as session:
        own = {section.table.name for section in await export.held(session, officer.person_id)}
        subjects = {
            section.table.name for section in await export.held(session, entered.suggestion.person_id)
        }
    assert own.isdisjoint({"draft", "draft_part", "suggestion"})
    assert {"draft", "draft_part", "suggestion", "proxy_entry"} <= subjects
