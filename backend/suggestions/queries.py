from dataclasses import dataclass

from sqlalchemy import Select, false, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from backend.suggestions.model import Suggestion, Support

PAGE = 20


async def latest_of_author(session: AsyncSession, person_id: int) -> Suggestion | None:
    newest = select(Suggestion).where(Suggestion.person_id == person_id).order_by(Suggestion.id.desc())
    return await session.scalar(newest.limit(1))


async def support_of(session: AsyncSession, suggestion_id: int) -> int:
    """Return how many support a suggestion."""
    query = select(func.count()).select_from(Support).where(Support.suggestion_id == suggestion_id)
    query = query.where(Support.elsewhere.is_(False))
    return await session.scalar(query) or 0


@dataclass(frozen=True)
class Sight:
    """Whose desk is asking: the office sees everything, a unit only what it was given."""

    unit_id: int | None
    everything: bool

    def narrow(self, query: Select[Suggestion]) -> Select[Suggestion]:
        if self.everything:
            return query
        return query.where(Suggestion.unit_id == self.unit_id if self.unit_id else false())


async def one_on_desk(session: AsyncSession, sight: Sight, number: str) -> Suggestion | None:
    query = sight.narrow(select(Suggestion).where(Suggestion.number == number))
    return await session.scalar(
        query.options(selectinload(Suggestion.events), selectinload(Suggestion.attachments))
    )
