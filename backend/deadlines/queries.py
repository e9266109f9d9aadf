from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import Select, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.campaigns.deadlines import Span
from backend.deadlines.model import Extension, Reckoning


async def newest(session: AsyncSession, suggestion_id: int) -> Reckoning | None:
    """Return the counting that holds."""
    query = select(Reckoning).where(Reckoning.suggestion_id == suggestion_id)
    return await session.scalar(query.order_by(Reckoning.id.desc()).limit(1))


async def history(session: AsyncSession, suggestion_id: int) -> Sequence[Reckoning]:
    """Return every counting, the oldest first."""
    query = select(Reckoning).where(Reckoning.suggestion_id == suggestion_id)
    return (await session.scalars(query.order_by(Reckoning.id))).all()


def holding() -> Select[int]:
    """Ask for the countings that hold."""
    return select(func.max(Reckoning.id)).group_by(Reckoning.suggestion_id)


async def provisional(session: AsyncSession, suggestion_ids: Collection[int]) -> set[int]:
    """Return those of the suggestions whose last day may still change with the next official notice."""
    query = select(Reckoning.suggestion_id).where(
        Reckoning.suggestion_id.in_(suggestion_ids), Reckoning.provisional, Reckoning.id.in_(holding())
    )
    return set(await session.scalars(query))


async def extensions(session: AsyncSession, suggestion_id: int) -> Sequence[Extension]:
    """Return every request for a later day, the oldest first."""
    query = select(Extension).where(Extension.suggestion_id == suggestion_id)
    return (await session.scalars(query.order_by(Extension.id))).all()


def spans(row: Reckoning) -> list[Span]:
    """Return the pauses of a counting as days."""
    return [(date.fromisoformat(first), date.fromisoformat(last)) for first, last in row.pauses]
