from dataclasses import dataclass

from sqlalchemy import Select, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from backend.suggestions.model import Attachment, Suggestion, SuggestionState

PAGE = 20


async def of_draft(session: AsyncSession, draft_id: int) -> Suggestion | None:
    return await session.scalar(select(Suggestion).where(Suggestion.draft_id == draft_id))


async def latest_of_author(session: AsyncSession, person_id: int) -> Suggestion | None:
    newest = select(Suggestion).where(Suggestion.person_id == person_id).order_by(Suggestion.id.desc())
    return await session.scalar(newest.limit(1))


@dataclass(frozen=True)
class Page:
    """`number` counts from 1; `total` rows in all."""

    rows: list[Suggestion]
    number: int
    total: int

    @property
    def last(self) -> int:
        return max(1, -(-self.total // PAGE))


@dataclass(frozen=True)
class Sight:
    """Whose desk is asking: the office sees everything, a unit only what it was given."""

    unit_id: int | None
    everything: bool

    def narrow(self, query: Select[Suggestion]) -> Select[Suggestion]:
        return query if self.everything else query.where(Suggestion.unit_id == self.unit_id)


async def on_desk(
    session: AsyncSession, sight: Sight, *, state: SuggestionState | None = None, page: int = 1
) -> Page:
    query = sight.narrow(select(Suggestion))
    if state:
        query = query.where(Suggestion.state == state)
    total = await session.scalar(select(func.count()).select_from(query.subquery())) or 0
    rows = await session.scalars(query.order_by(Suggestion.id.desc()).offset((page - 1) * PAGE).limit(PAGE))
    return Page(list(rows), page, total)


async def one_on_desk(session: AsyncSession, sight: Sight, number: str) -> Suggestion | None:
    query = sight.narrow(select(Suggestion).where(Suggestion.number == number))
    return await session.scalar(
        query.options(selectinload(Suggestion.events), selectinload(Suggestion.attachments))
    )


async def attachment_on_desk(
    session: AsyncSession, sight: Sight, number: str, ordinal: int
) -> Attachment | None:
    suggestion = await one_on_desk(session, sight, number)
    wanted = suggestion.attachments if suggestion else []
    return next((attachment for attachment in wanted if attachment.ordinal == ordinal), None)
