from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import NamedTuple

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from backend.dates import HOUSE_ZONE
from backend.drafts.model import Draft, DraftState
from backend.officers.model import Officer
from backend.officers.queries import in_office
from backend.proxy.model import Entry, EntryWay
from backend.suggestions.model import Suggestion
from backend.visits import queries as visits
from backend.visits.model import Visit

ON_A_PAGE = 6
ON_A_SHEET = 20
STEP_BY_STEP = (EntryWay.DIALOG, EntryWay.PAPER)
"""Ways in which an officer is asked one question after the other."""


class Row(NamedTuple):
    """An entry that was sent, and the visit about it that is due first."""

    suggestion: Suggestion
    draft: Draft
    visit: Visit | None


@dataclass(frozen=True)
class Shelf:
    """One page of an officer's entries, the newest first; pages count from 1."""

    rows: Sequence[Row]
    page: int
    pages: int


def is_entered_by(person_id: int) -> ColumnElement[bool]:
    """Ask for what a person entered, under whatever appointment: an officer may be appointed anew."""
    return Entry.officer_id.in_(select(Officer.id).where(Officer.person_id == person_id))


async def entry_of(session: AsyncSession, draft_id: int) -> Entry:
    return (await session.scalars(select(Entry).where(Entry.draft_id == draft_id))).one()


async def sent_by(session: AsyncSession, person_id: int, draft_id: int) -> Draft | None:
    """Return a draft this officer sent for somebody else."""
    mine = select(Draft).where(Draft.id == draft_id, Draft.person_id == person_id)
    return await session.scalar(mine.where(Draft.subject_id.is_not(None), Draft.state == DraftState.SENT))


async def open_ones(session: AsyncSession, person_id: int) -> Sequence[Draft]:
    """Return the drafts for others that an officer has begun and not ended, the last touched first."""
    mine = select(Draft).where(Draft.person_id == person_id, Draft.subject_id.is_not(None))
    query = mine.where(Draft.state == DraftState.OPEN).options(selectinload(Draft.parts))
    return (await session.scalars(query.order_by(Draft.touched_at.desc(), Draft.id.desc()))).all()


async def place(session: AsyncSession, draft: Draft) -> int:
    """Return which person of the day this is for the officer, counting from 1."""
    entry = await entry_of(session, draft.first_id)
    day = entry.begun_at.astimezone(HOUSE_ZONE).date()
    since = datetime.combine(day, time(), HOUSE_ZONE).astimezone(UTC)
    query = select(func.count(Draft.subject_id.distinct())).join(Entry, Entry.draft_id == Draft.id)
    query = query.where(Entry.officer_id == entry.officer_id, Entry.way.in_(STEP_BY_STEP))
    query = query.where(Entry.begun_at >= since, Entry.id <= entry.id, Draft.state != DraftState.DISCARDED)
    return await session.scalar(query) or 1


async def newest(session: AsyncSession, person_id: int) -> Suggestion | None:
    """Return what an officer sent last in the dialog for somebody else."""
    query = select(Suggestion).join(Draft, Draft.id == Suggestion.draft_id)
    query = query.join(Entry, Entry.draft_id == Draft.id).where(Entry.way.in_(STEP_BY_STEP))
    mine = query.where(Draft.person_id == person_id, Draft.subject_id.is_not(None))
    return await session.scalar(mine.order_by(Suggestion.id.desc()).limit(1))


def _entered(person_id: int) -> Select[Suggestion, Draft]:
    query = select(Suggestion, Draft).join(Draft, Draft.id == Suggestion.draft_id)
    mine = select(Officer.id).where(Officer.person_id == person_id)
    return query.where(Suggestion.officer_id.in_(mine))


async def own(session: AsyncSession, person_id: int, number: str) -> tuple[Suggestion, Draft] | None:
    """Return what this officer entered under a number, with its history."""
    query = _entered(person_id).where(Suggestion.number == number)
    whole = query.options(selectinload(Suggestion.events), selectinload(Suggestion.attachments))
    found = (await session.execute(whole)).one_or_none()
    return (found[0], found[1]) if found else None


async def entered(session: AsyncSession, person_id: int, page: int = 1) -> Shelf:
    """Return a page of what an officer entered, whatever way, with what waits for them."""
    query = _entered(person_id)
    total = await session.scalar(query.with_only_columns(func.count())) or 0
    pages = max(1, -(-total // ON_A_PAGE))
    page = min(max(page, 1), pages)
    query = query.order_by(Suggestion.id.desc()).offset((page - 1) * ON_A_PAGE).limit(ON_A_PAGE)
    found = [(one, draft) for one, draft in await session.execute(query)]
    waiting = await visits.open_of(session, [one.id for one, _ in found])
    return Shelf([Row(one, draft, waiting.get(one.id)) for one, draft in found], page, pages)


async def left_behind(session: AsyncSession) -> list[tuple[Draft, Officer]]:
    """Return open drafts for others whose officer is no longer in office, the oldest first."""
    holding = select(Officer.id).where(*in_office())
    query = select(Draft, Officer).join(Entry, Entry.draft_id == Draft.id)
    query = query.join(Officer, Officer.id == Entry.officer_id).where(Draft.state == DraftState.OPEN)
    query = query.where(Officer.id.not_in(holding)).order_by(Draft.id).limit(ON_A_SHEET)
    return [(draft, officer) for draft, officer in await session.execute(query)]
