"""Standing behind somebody else's suggestion: once, and told from then on what becomes of it."""

import asyncio

import pytest
from similar_house import CLERK, LIFT, Shelf
from sqlalchemy import select

from backend.errors import NotFound, Refusal
from backend.people.model import Person
from backend.push import words
from backend.push.model import Push
from backend.suggestions import history, queries
from backend.suggestions.model import ActorKind, Event, EventKind, Suggestion, Support


async def told(shelf: Shelf, person: Person) -> list[str]:
    """The texts a person is owed, as they would be delivered now."""
    owed = await shelf.rows(select(Push).where(Push.person_id == person.id).order_by(Push.id))
    async with shelf.db.read() as session:
        return [(await words.sentence(session, push)).html for push in owed]


async def kinds(shelf: Shelf, person: Person) -> list[str]:
    return await shelf.rows(select(Push.kind).where(Push.person_id == person.id).order_by(Push.id))


async def test_making_public_and_private_is_written_into_the_history(shelf: Shelf) -> None:
    number = await shelf.sent_in(LIFT)
    for _ in range(2):
        await shelf.publish(number)
    (there,) = await shelf.all_of(Suggestion)
    assert there.public_since
    for _ in range(2):
        await shelf.unpublish(number)
    (there,) = await shelf.all_of(Suggestion)
    assert there.public_since is None
    _, *events = await shelf.all_of(Event)
    assert [event.kind for event in events] == [EventKind.PUBLISHED, EventKind.UNPUBLISHED]
    assert {(event.actor_kind, event.actor_id) for event in events} == {(ActorKind.STAFF, CLERK)}
    assert await history.verify(shelf.db) == []
    assert await shelf.rows(select(Push.kind).order_by(Push.id)) == [
        "suggestion-registered",
        "suggestion-published",
    ]


async def test_support_said_often_is_said_once(shelf: Shelf) -> None:
    (number,) = await shelf.public(LIFT)
    supporter, another = await shelf.person(), await shelf.person()
    await asyncio.gather(*(shelf.support(supporter, number) for _ in range(4)))
    await shelf.support(another, number)
    supports = await shelf.all_of(Support)
    assert [support.person_id for support in supports] == [supporter.id, another.id]
    async with shelf.db.read() as session:
        assert await queries.support_of(session, supports[0].suggestion_id) == 2


async def test_nobody_supports_their_own(shelf: Shelf) -> None:
    author = await shelf.person()
    number = await shelf.sent_in(LIFT, author)
    await shelf.publish(number)
    with pytest.raises(Refusal) as refusal:
        await shelf.support(author, number)
    assert (refusal.value.key, refusal.value.blanks) == ("support-own", {"number": number})
    assert await shelf.all_of(Support) == []


async def test_what_is_private_cannot_be_supported_nor_told_from_what_is_not_there(shelf: Shelf) -> None:
    private = await shelf.sent_in(LIFT)
    for number in (private, "CQ2024-999999"):
        with pytest.raises(NotFound) as refusal:
            await shelf.support(await shelf.person(), number)
        assert refusal.value.key == "suggestion-missing"
    assert await shelf.all_of(Support) == []


async def test_supporters_are_told_what_the_author_is_told(shelf: Shelf) -> None:
    author, supporter, english = await shelf.person(), await shelf.person(), await shelf.person("en")
    number = await shelf.sent_in(LIFT, author)
    await shelf.publish(number)
    for person in (supporter, english):
        await shelf.support(person, number)
    await shelf.forward(number)
    await shelf.reply(number)
    steps = ("registered", "published", "forwarded", "replied")
    assert await kinds(shelf, author) == [f"suggestion-{step}" for step in steps]
    assert await kinds(shelf, supporter) == ["suggestion-forwarded", "suggestion-replied"]
    for text in (await told(shelf, author))[1:]:
        assert "您的建议" in text
        assert "支持" not in text
    for text in await told(shelf, supporter):
        assert "您支持的建议" in text
        assert number in text
    for text in await told(shelf, english):
        assert "he suggestion you support" in text
    assert "已安排加装。" in (await told(shelf, supporter))[1]


async def test_support_begins_when_it_is_given(shelf: Shelf) -> None:
    (number,) = await shelf.public(LIFT)
    await shelf.forward(number)
    late = await shelf.person()
    await shelf.support(late, number)
    assert await kinds(shelf, late) == []
    await shelf.reply(number)
    assert await kinds(shelf, late) == ["suggestion-replied"]


async def test_made_private_only_its_author_is_told(shelf: Shelf) -> None:
    author, supporter = await shelf.person(), await shelf.person()
    number = await shelf.sent_in(LIFT, author)
    await shelf.publish(number)
    await shelf.support(supporter, number)
    await shelf.unpublish(number)
    await shelf.forward(number)
    assert await kinds(shelf, supporter) == []
    assert (await kinds(shelf, author))[2:] == ["suggestion-forwarded"]
    await shelf.publish(number)
    await shelf.reply(number)
    assert await kinds(shelf, supporter) == ["suggestion-replied"]


async def test_many_supporters_are_owed_at_once_each_in_their_channel(shelf: Shelf) -> None:
    (number,) = await shelf.public(LIFT)
    people = [await shelf.person() for _ in range(30)]
    async with shelf.db.begin() as session:
        (there,) = await session.scalars(select(Suggestion.id))
        since = (await shelf.all_of(Suggestion))[0].submitted_at
        session.add_all(Support(suggestion_id=there, person_id=each.id, since=since) for each in people)
    await shelf.forward(number)
    owed = await shelf.rows(select(Push).where(Push.kind == "suggestion-forwarded").order_by(Push.id))
    assert [push.person_id for push in owed[1:]] == [each.id for each in people]
    assert {(push.channel, push.state, push.attempts, push.repeat) for push in owed} == {
        ("webchat", "owed", 0, False)
    }
    assert len({(push.not_before, push.owed_since) for push in owed}) == 1
