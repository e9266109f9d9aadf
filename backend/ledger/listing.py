"""The ledger by pages, narrowed by the asker's sight and by what is wanted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import Select, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.dates import HOUSE_ZONE
from backend.handling.model import Unit
from backend.suggestions.model import Event, Suggestion, SuggestionState
from backend.suggestions.queries import Sight

EARLIEST, LATEST = datetime(1970, 1, 1, tzinfo=UTC), datetime(9999, 1, 1, tzinfo=UTC)
"""Moments that every database can hold in every zone."""


@dataclass(frozen=True)
class Wanted:
    """What is wanted; "" and None for all. Days are whole days of the house, both ends included."""

    campaign: str = ""
    state: SuggestionState | None = None
    unit: str = ""
    channel: str = ""
    received_from: date | None = None
    received_until: date | None = None
    due_before: date | None = None
    updated_since: datetime | None = None
    """Something happened to it then or later."""

    def narrow(self, query: Select[Suggestion]) -> Select[Suggestion]:
        for column, said in (
            (Suggestion.campaign, self.campaign),
            (Suggestion.state, self.state),
            (Suggestion.channel, self.channel),
        ):
            query = query.where(column == said) if said else query
        if self.unit:
            query = query.where(Suggestion.unit_id.in_(select(Unit.id).where(Unit.key == self.unit)))
        if self.received_from:
            query = query.where(Suggestion.submitted_at >= _begins(self.received_from))
        if self.received_until and self.received_until < date.max:
            query = query.where(Suggestion.submitted_at < _begins(self.received_until + timedelta(days=1)))
        if self.due_before:
            query = query.where(Suggestion.due_on < self.due_before)
        if self.updated_since:
            since = min(max(self.updated_since, EARLIEST), LATEST)
            later = select(Event.suggestion_id).where(Event.at >= since)
            query = query.where(Suggestion.id.in_(later))
        return query


def _begins(day: date) -> datetime:
    """Return the first moment of a day; the first day of all has none before it."""
    return datetime.combine(max(day, date(1, 1, 2)), time(), HOUSE_ZONE)


async def page(
    session: AsyncSession, sight: Sight, wanted: Wanted, *, after: int, most: int
) -> Sequence[Suggestion]:
    """Return the next suggestions after this id, in the order of their ids."""
    query = wanted.narrow(sight.narrow(select(Suggestion))).where(Suggestion.id > after)
    return (await session.scalars(query.order_by(Suggestion.id).limit(most))).all()


async def count(session: AsyncSession, sight: Sight, wanted: Wanted) -> int:
    query = wanted.narrow(sight.narrow(select(Suggestion))).with_only_columns(func.count(Suggestion.id))
    return await session.scalar(query) or 0
