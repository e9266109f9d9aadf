"""Questions only the console asks; see desk_queries.py for the list of suggestions."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.campaigns import queries as campaigns
from backend.campaigns.model import Standing
from backend.files.model import StoredFile
from backend.inbox.model import Update, UpdateState
from backend.people.model import Person
from backend.proxy.filing import CHANNEL
from backend.push import TOLD_ELSEWHERE, TOLD_IN_PERSON
from backend.push.model import Push, PushState
from backend.staff.model import Staff
from backend.suggestions.model import Event, Suggestion, SuggestionState

SETTLED = (TOLD_ELSEWHERE, TOLD_IN_PERSON)
"""Reasons of pushes that nobody needs to look after any more."""
MOST_TROUBLES = 100
"""Rows of each kind on the page of what was not delivered."""


class DeadLetter(NamedTuple):
    id: int
    channel: str
    at: datetime
    reason: str | None


class ParkedPush(NamedTuple):
    number: str
    kind: str
    channel: str
    at: datetime
    reason: str | None


async def waiting_for_screening(session: AsyncSession, wanted: int) -> tuple[int, str | None, int]:
    """Return how many wait, the number of the one at the wanted place, the oldest being 1, and that place."""
    unscreened = Suggestion.state == SuggestionState.REGISTERED
    waiting = await session.scalar(select(func.count()).select_from(Suggestion).where(unscreened)) or 0
    place = min(wanted, waiting)
    query = select(Suggestion.number).where(unscreened).order_by(Suggestion.id)
    number = await session.scalar(query.offset(place - 1).limit(1)) if waiting else None
    return waiting, number, place


async def staff(session: AsyncSession, ids: Iterable[int]) -> dict[int, Staff]:
    found = await session.scalars(select(Staff).where(Staff.id.in_(set(ids))))
    return {member.id: member for member in found}


async def stored_files(session: AsyncSession, digests: Iterable[str]) -> dict[str, StoredFile]:
    found = await session.scalars(select(StoredFile).where(StoredFile.sha256.in_(set(digests))))
    return {file.sha256: file for file in found}


async def pushes(session: AsyncSession, event_ids: Iterable[int], person_id: int) -> Sequence[Push]:
    """Return what a person was to be told of these events."""
    query = select(Push).where(Push.event_id.in_(set(event_ids)), Push.person_id == person_id)
    return (await session.scalars(query.order_by(Push.id))).all()


async def dead_letters(session: AsyncSession) -> list[DeadLetter]:
    """Return updates nobody could deal with; what they say stays sealed."""
    query = (
        select(Update.id, Update.channel, Update.arrived_at, Update.reason)
        .where(Update.state == UpdateState.DEAD)
        .order_by(Update.id.desc())
        .limit(MOST_TROUBLES)
    )
    return [DeadLetter(*row) for row in await session.execute(query)]


async def parked_pushes(session: AsyncSession) -> list[ParkedPush]:
    query = (
        select(Suggestion.number, Event.kind, Push.channel, Push.settled_at, Push.owed_since, Push.reason)
        .select_from(Push)
        .join(Event, Event.id == Push.event_id)
        .join(Suggestion, Suggestion.id == Event.suggestion_id)
        .where(Push.state == PushState.PARKED, func.coalesce(Push.reason, "").not_in(SETTLED))
        .where(Push.person_id.not_in(select(Person.id).where(Person.channel == CHANNEL)))  # theirs is a visit
        .order_by(Push.id.desc())
        .limit(MOST_TROUBLES)
    )
    found = await session.execute(query)
    return [
        ParkedPush(number, kind, channel, settled or owed, reason)
        for number, kind, channel, settled, owed, reason in found
    ]


async def house_zone(session: AsyncSession) -> str:
    """Return the time zone of the campaigns in force, for times that belong to no suggestion."""
    digest = await session.scalar(select(Standing.edition).order_by(Standing.id).limit(1))
    return (await campaigns.edition(session, digest)).time_zone if digest else "UTC"
