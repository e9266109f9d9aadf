"""The last day of one suggestion as its page explains it, and the requests for a later one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.deadlines import queries
from backend.deadlines.model import Extension, Reckoning
from backend.handling import extensions
from backend.suggestions.model import Remark, Suggestion


@dataclass(frozen=True)
class Request:
    """A request for a later day: why it was made, and why it was decided so ("" while it is open)."""

    row: Extension
    why: str
    decision: str


@dataclass(frozen=True)
class Deadline:
    """`countings` from the oldest to the one that holds."""

    countings: Sequence[Reckoning]
    requests: Sequence[Request]
    open: Extension | None

    @property
    def newest(self) -> Reckoning | None:
        return self.countings[-1] if self.countings else None

    @property
    def holidays(self) -> list[date]:
        return [date.fromisoformat(day) for day in self.newest.holidays] if self.newest else []

    @property
    def workdays(self) -> list[date]:
        return [date.fromisoformat(day) for day in self.newest.workdays] if self.newest else []

    @property
    def pauses(self) -> list[tuple[date, date]]:
        return queries.spans(self.newest) if self.newest else []


async def load(session: AsyncSession, suggestion: Suggestion) -> Deadline:
    asked = await queries.extensions(session, suggestion.id)
    events = {row.event_id for row in asked} | {row.decision_id for row in asked if row.decision_id}
    found = await session.scalars(select(Remark).where(Remark.event_id.in_(events)))
    said = {remark.event_id: remark.text for remark in found}
    return Deadline(
        countings=await queries.history(session, suggestion.id),
        requests=[
            Request(row, said.get(row.event_id, ""), said.get(row.decision_id or 0, "")) for row in asked
        ],
        open=await extensions.open_of(session, suggestion),
    )
