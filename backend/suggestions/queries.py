from dataclasses import dataclass

from sqlalchemy import Select, false, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from backend.suggestions.model import Suggestion

PAGE = 20


async def of_draft(session: AsyncSession, draft_id: int) -> Suggestion | None:
    return await session.scalar(select(Suggestion).where(Suggestion.draft_id == draft_id))


async def latest_of_author(session: AsyncSession, person_id: int) -> Suggestion | None:
    newest = select(Suggestion).where(Suggestion.person_id == person_id).order_by(Suggestion.id.desc())
    return await session.scalar(newest.limit(1))


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
