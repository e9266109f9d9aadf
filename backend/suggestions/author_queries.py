"""What an author sees: their own suggestions, those they support, and what is said in them."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Select, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from backend.people.model import Person
from backend.suggestions.model import (
    Event,
    EventKind,
    Objection,
    Remark,
    Suggestion,
    Supplement,
    Support,
)

ON_A_PAGE = 6


@dataclass(frozen=True)
class Shelf:
    """One page: a person's own suggestions, the newest first, then those they follow; pages count from 1."""

    own: Sequence[Suggestion]
    followed: Sequence[Suggestion]
    page: int
    pages: int


async def of_author(session: AsyncSession, person_id: int, page: int = 1) -> Shelf:
    """Return one page of what a person sent and follows; a page past the end is the last one."""
    mine = select(Suggestion).where(Suggestion.person_id == person_id)
    theirs = _followed(person_id)
    own, followed = await _count(session, mine), await _count(session, theirs)
    pages = max(1, -(-(own + followed) // ON_A_PAGE))
    page = min(max(page, 1), pages)
    first = (page - 1) * ON_A_PAGE
    shown = await _slice(session, mine, first, ON_A_PAGE)
    room = ON_A_PAGE - len(shown)
    rest = await _slice(session, theirs, max(0, first - own), room) if room else []
    return Shelf(shown, rest, page, pages)


async def _slice(
    session: AsyncSession, query: Select[Suggestion], first: int, most: int
) -> Sequence[Suggestion]:
    return (await session.scalars(query.order_by(Suggestion.id.desc()).offset(first).limit(most))).all()


async def _count(session: AsyncSession, query: Select[Suggestion]) -> int:
    return await session.scalar(select(func.count()).select_from(query.subquery())) or 0


def _followed(person_id: int) -> Select[Suggestion]:
    """Ask for what a person may follow: what is public, and their own of another chat."""
    return (
        select(Suggestion)
        .join(Support, Support.suggestion_id == Suggestion.id)
        .where(Support.person_id == person_id, Suggestion.person_id != person_id)
        .where(or_(Support.elsewhere.is_(True), Suggestion.public_since.is_not(None)))
    )


async def own(session: AsyncSession, person_id: int, number: str) -> Suggestion | None:
    """Return an author's suggestion with its history; None for what is not theirs."""
    mine = select(Suggestion).where(Suggestion.number == number, Suggestion.person_id == person_id)
    return await session.scalar(_whole(mine))


async def followed(session: AsyncSession, person_id: int, number: str) -> Suggestion | None:
    """Return a suggestion that a person follows, with its history."""
    return await session.scalar(_whole(_followed(person_id).where(Suggestion.number == number)))


async def with_number(session: AsyncSession, number: str) -> Suggestion | None:
    """Return whoever's suggestion it is: only for those who have shown its query code."""
    return await session.scalar(_whole(select(Suggestion).where(Suggestion.number == number)))


async def being_added_to(session: AsyncSession, person_id: int) -> Suggestion | None:
    """Return the suggestion to which what the person says now is a supplement."""
    mine = select(Suggestion).join(Person, Person.adding_to == Suggestion.id)
    return await session.scalar(_whole(mine.where(Person.id == person_id, Suggestion.person_id == person_id)))


def _whole(query: Select[Suggestion]) -> Select[Suggestion]:
    return query.options(selectinload(Suggestion.events), selectinload(Suggestion.attachments))


async def remarks(session: AsyncSession, suggestion: Suggestion) -> dict[int, str]:
    """Return the words that go with its events, by event."""
    query = select(Remark).join(Event, Event.id == Remark.event_id)
    found = await session.scalars(query.where(Event.suggestion_id == suggestion.id))
    return {remark.event_id: remark.text for remark in found}


async def supplements(session: AsyncSession, suggestion: Suggestion) -> dict[int, Supplement]:
    query = select(Supplement).where(Supplement.suggestion_id == suggestion.id)
    return {added.id: added for added in await session.scalars(query)}


async def number_of(session: AsyncSession, suggestion_id: int) -> str:
    return await session.scalar(select(Suggestion.number).where(Suggestion.id == suggestion_id)) or ""


async def has_objected(session: AsyncSession, suggestion_id: int) -> bool:
    """Say whether the newest diversion or merge has been objected to."""
    decided = select(func.max(Event.id)).where(
        Event.suggestion_id == suggestion_id, Event.kind.in_([EventKind.DIVERTED, EventKind.MERGED])
    )
    since = await session.scalar(decided) or 0
    made = select(Objection.id).where(Objection.suggestion_id == suggestion_id, Objection.event_id > since)
    return await session.scalar(made.limit(1)) is not None


async def returned_why(session: AsyncSession, suggestion: Suggestion) -> str:
    """Return why a suggestion was returned last, "" where no reason was kept."""
    query = select(Remark.text).join(Event, Event.id == Remark.event_id)
    query = query.where(Event.suggestion_id == suggestion.id, Event.kind == EventKind.RETURNED)
    return await session.scalar(query.order_by(Event.ordinal.desc()).limit(1)) or ""
