"""What an author may still do after sending: add, take back, object; `reopening.py` has how to correct.

Each verb is told which inbox entry asked for it: one that comes again changes nothing.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock, notices
from backend.campaigns import queries as campaigns
from backend.db import Database
from backend.errors import NotFound, Refusal
from backend.notices import queries as told
from backend.people.model import Person
from backend.people.values import cleaned
from backend.suggestions import history
from backend.suggestions.actions import set_public
from backend.suggestions.author_queries import has_objected
from backend.suggestions.lifecycle import Verb, allowed, take
from backend.suggestions.model import (
    ActorKind,
    Attachment,
    Event,
    EventKind,
    Objection,
    Remark,
    Suggestion,
    SuggestionState,
    Supplement,
)

REASON_MAXIMUM = 1000
"""Characters of what is said with a withdrawal or an objection."""
MOST_SUPPLEMENTS = 50
"""Messages and files one suggestion may be supplemented by: enough for anybody who means it."""
StoredName = tuple[str, str]
"""SHA-256 and name of a file that has been kept."""


async def supplement(
    db: Database,
    *,
    person_id: int,
    number: str,
    text: str,
    update: int,
    files: Sequence[StoredName] = (),
) -> None:
    """Add words or files until the suggestion is closed; those who handle it see it as an event."""
    words = cleaned(text)
    async with db.begin() as session:
        suggestion = await lock_own(session, person_id, number)
        if await _heard(session, suggestion, update):
            return
        await _check_supplement(session, suggestion, words, files)
        added = Supplement(suggestion_id=suggestion.id, inbox_id=update, text=words, said_at=clock.now())
        session.add(added)
        await session.flush()
        await _attach(session, suggestion, added, files)
        said: dict[str, str | int | None] = {"supplement": added.id, "files": len(files)}
        event = await _append(session, suggestion, EventKind.SUPPLEMENTED, update, said)
        await notices.tell(
            session,
            staff_ids=await told.concerned(session, suggestion.unit_id),
            kind=notices.Kind.SUPPLEMENTED,
            suggestion_id=suggestion.id,
            once=f"event:{event.id}",
        )


async def _check_supplement(
    session: AsyncSession, suggestion: Suggestion, words: str, files: Sequence[StoredName]
) -> None:
    if not allowed(Verb.SUPPLEMENT, suggestion.state):
        raise Refusal("supplement-too-late", number=suggestion.number)
    if not words and not files:
        raise Refusal("supplement-empty")
    rules = await campaigns.edition(session, suggestion.edition)
    _refuse_longer(words, rules.length_for(suggestion.identity).maximum)
    mine = select(func.count()).where(Supplement.suggestion_id == suggestion.id)
    if (await session.scalar(mine) or 0) >= MOST_SUPPLEMENTS:
        raise Refusal("supplement-often", maximum=str(MOST_SUPPLEMENTS))
    there = select(func.count()).where(
        Attachment.suggestion_id == suggestion.id, Attachment.supplement_id.is_not(None)
    )
    if files and (await session.scalar(there) or 0) + len(files) > rules.files.max_count:
        raise Refusal("file-one-too-many", name=files[0][1], maximum=str(rules.files.max_count))


async def _attach(
    session: AsyncSession, suggestion: Suggestion, added: Supplement, files: Sequence[StoredName]
) -> None:
    last = select(func.max(Attachment.ordinal)).where(Attachment.suggestion_id == suggestion.id)
    there = await session.scalar(last) or 0
    session.add_all(
        Attachment(
            suggestion_id=suggestion.id,
            ordinal=there + place,
            sha256=sha256,
            name=name,
            supplement_id=added.id,
        )
        for place, (sha256, name) in enumerate(files, 1)
    )


async def withdraw(db: Database, *, person_id: int, number: str, reason: str, update: int) -> None:
    """Take a suggestion back before a unit has it; afterwards it is handled to its end."""
    words = cleaned(reason)
    async with db.begin() as session:
        suggestion = await lock_own(session, person_id, number)
        if suggestion.state == SuggestionState.WITHDRAWN:
            return
        _refuse_longer(words, REASON_MAXIMUM)
        if not allowed(Verb.WITHDRAW, suggestion.state):
            raise Refusal("withdraw-too-late", number=number)
        take(suggestion, Verb.WITHDRAW)
        if suggestion.public_since:
            await set_public(session, suggestion, None)
            await _append(session, suggestion, EventKind.UNPUBLISHED, update)
        event = await _append(session, suggestion, EventKind.WITHDRAWN, update)
        if words:
            session.add(Remark(event_id=event.id, text=words))


async def object_to(db: Database, *, person_id: int, number: str, text: str, update: int) -> None:
    """Disagree with a diversion or a merge, once with each; the office decides."""
    words = cleaned(text)
    async with db.begin() as session:
        suggestion = await lock_own(session, person_id, number)
        if await _heard(session, suggestion, update):
            return
        _refuse_longer(words, REASON_MAXIMUM)
        if not allowed(Verb.OBJECT, suggestion.state):
            raise Refusal("objection-nothing", number=number)
        if await has_objected(session, suggestion.id):
            raise Refusal("objection-made", number=number)
        if not words:
            raise Refusal("objection-empty")
        event = await _append(session, suggestion, EventKind.OBJECTED, update)
        session.add(Remark(event_id=event.id, text=words))
        session.add(Objection(suggestion_id=suggestion.id, event_id=event.id, made_at=event.at))
        await notices.tell(
            session,
            staff_ids=await told.office(session),
            kind=notices.Kind.OBJECTED,
            suggestion_id=suggestion.id,
            once=f"event:{event.id}",
        )


async def put_right(
    session: AsyncSession,
    suggestion: Suggestion,
    words: str,
    *,
    update: int,
    by: int | None = None,
    officer_id: int | None = None,
    changes: Mapping[str, str | int | None] = MappingProxyType({}),
) -> None:
    """Give a returned suggestion, which must be locked, another text; `by` the officer who entered it.

    `changes` is what else is changed with it, for the event.
    """
    if await _heard(session, suggestion, update):
        return
    if not allowed(Verb.CORRECT, suggestion.state):
        raise Refusal("correction-nothing", number=suggestion.number)
    if not words:
        raise Refusal("text-empty")
    rules = await campaigns.edition(session, suggestion.edition)
    _refuse_longer(words, rules.length_for(suggestion.identity).maximum)
    take(suggestion, Verb.CORRECT)
    data = {"update": update, **changes}
    event = await history.append(
        session,
        suggestion,
        kind=EventKind.CORRECTED,
        actor=(ActorKind.PERSON, by or suggestion.person_id),
        data=data | ({"officer": officer_id} if officer_id else {}),
    )
    session.add(Remark(event_id=event.id, text=suggestion.text))
    suggestion.text = words
    if suggestion.public_since:
        await set_public(session, suggestion, suggestion.public_since)


async def begin_adding(db: Database, *, person_id: int, number: str) -> None:
    """Note that what the person says from now on is a supplement to this suggestion."""
    async with db.begin() as session:
        suggestion = await lock_own(session, person_id, number)
        if not allowed(Verb.SUPPLEMENT, suggestion.state):
            raise Refusal("supplement-too-late", number=number)
        (await session.get_one(Person, person_id)).adding_to = suggestion.id


async def end_adding(db: Database, *, person_id: int) -> None:
    async with db.begin() as session:
        (await session.get_one(Person, person_id)).adding_to = None


def _refuse_longer(words: str, maximum: int) -> None:
    if len(words) > maximum:
        raise Refusal("words-too-long", length=str(len(words)), maximum=str(maximum))


async def _heard(session: AsyncSession, suggestion: Suggestion, update: int) -> bool:
    """Say whether this inbox entry has had its effect on the suggestion already."""
    query = select(Event.data).where(
        Event.suggestion_id == suggestion.id, Event.actor_kind == ActorKind.PERSON
    )
    return any(data.get("update") == update for data in await session.scalars(query))


async def _append(
    session: AsyncSession,
    suggestion: Suggestion,
    kind: EventKind,
    update: int,
    said: dict[str, str | int | None] | None = None,
) -> Event:
    actor = (ActorKind.PERSON, suggestion.person_id)
    data = {**(said or {}), "update": update}
    return await history.append(session, suggestion, kind=kind, actor=actor, data=data)


async def lock_own(session: AsyncSession, person_id: int, number: str) -> Suggestion:
    mine = select(Suggestion).where(Suggestion.number == number, Suggestion.person_id == person_id)
    suggestion = await session.scalar(mine.with_for_update())
    if suggestion is None:
        raise NotFound("suggestion-missing", number=number)
    return suggestion
