from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, false, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from backend.suggestions.model import Assignment, Suggestion, Support, UnitRole

PAGE = 20


async def latest_of_author(session: AsyncSession, person_id: int) -> Suggestion | None:
    newest = select(Suggestion).where(Suggestion.person_id == person_id).order_by(Suggestion.id.desc())
    return await session.scalar(newest.limit(1))


async def of_draft(session: AsyncSession, draft_id: int) -> Suggestion:
    """Return what a draft became that was sent."""
    return (await session.scalars(select(Suggestion).where(Suggestion.draft_id == draft_id))).one()


async def support_of(session: AsyncSession, suggestion_id: int) -> int:
    """Return how many support a suggestion."""
    query = select(func.count()).select_from(Support).where(Support.suggestion_id == suggestion_id)
    query = query.where(Support.elsewhere.is_(False))
    return await session.scalar(query) or 0


@dataclass(frozen=True)
class Sight:
    """Whose desk is asking: the office sees everything, a unit what it leads or assists with (R121).

    `unit_ids` are the unit and all below (R66), as `staff.queries.sight` finds them; without them, the unit.
    """

    unit_id: int | None
    everything: bool
    unit_ids: frozenset[int] = frozenset()

    @property
    def units(self) -> frozenset[int]:
        """Return the unit and every one below it."""
        return self.unit_ids | ({self.unit_id} if self.unit_id else frozenset())

    def narrow(self, query: Select[Suggestion]) -> Select[Suggestion]:
        if self.everything:
            return query
        if not self.units:
            return query.where(false())
        units = sorted(self.units)
        return query.where(or_(Suggestion.unit_id.in_(units), _assisted_by(units)))

    def handles(self, suggestion: Suggestion) -> bool:
        """Say whether this desk may act on a suggestion, not only read it."""
        return self.everything or suggestion.unit_id in self.units


def _assisted_by(unit_ids: list[int]) -> ColumnElement[bool]:
    given = select(Assignment.suggestion_id).where(Assignment.unit_id.in_(unit_ids))
    return Suggestion.id.in_(
        given.where(Assignment.role == UnitRole.ASSISTING, Assignment.ended_at.is_(None))
    )


async def assisting(session: AsyncSession, suggestion_id: int) -> list[int]:
    """Return the ids of the units that assist with a suggestion now."""
    query = select(Assignment.unit_id).where(Assignment.suggestion_id == suggestion_id)
    query = query.where(Assignment.role == UnitRole.ASSISTING, Assignment.ended_at.is_(None))
    return list(await session.scalars(query.order_by(Assignment.unit_id)))


async def one_on_desk(session: AsyncSession, sight: Sight, number: str) -> Suggestion | None:
    query = sight.narrow(select(Suggestion).where(Suggestion.number == number))
    return await session.scalar(
        query.options(selectinload(Suggestion.events), selectinload(Suggestion.attachments))
    )
