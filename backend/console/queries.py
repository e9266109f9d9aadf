"""Questions only the console asks; those about suggestions are narrowed by the asker's sight."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.campaigns import queries as campaigns
from backend.campaigns.model import Standing
from backend.files.model import StoredFile
from backend.inbox.model import Update, UpdateState
from backend.push import TOLD_ELSEWHERE
from backend.push.model import Push, PushState
from backend.staff.model import Staff
from backend.suggestions.model import Event, Suggestion, SuggestionState
from backend.suggestions.queries import PAGE, Sight

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


async def counts(session: AsyncSession, sight: Sight) -> dict[SuggestionState, int]:
    query = sight.narrow(select(Suggestion)).with_only_columns(Suggestion.state, func.count())
    rows = await session.execute(query.group_by(Suggestion.state))
    return {SuggestionState(state): count for state, count in rows}


async def rows(
    session: AsyncSession, sight: Sight, *, state: SuggestionState | None, page: int
) -> Sequence[Suggestion]:
    """Return a page of a desk: the newest first in the office, the one due soonest first in a unit."""
    query = sight.narrow(select(Suggestion))
    if state:
        query = query.where(Suggestion.state == state)
    if sight.everything:
        query = query.order_by(Suggestion.id.desc())
    else:
        done = Suggestion.state.in_((SuggestionState.REPLIED, SuggestionState.CLOSED))
        query = query.order_by(done, Suggestion.due_on, Suggestion.id)
    return (await session.scalars(query.offset((page - 1) * PAGE).limit(PAGE))).all()


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
        .where(Push.state == PushState.PARKED, func.coalesce(Push.reason, "") != TOLD_ELSEWHERE)
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
