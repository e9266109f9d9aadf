from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.handling.model import Reply, Unit
from backend.suggestions.model import Event, Suggestion


async def units(session: AsyncSession) -> Sequence[Unit]:
    return (await session.scalars(select(Unit).order_by(Unit.id))).all()


async def unit(session: AsyncSession, unit_id: int) -> Unit:
    return await session.get_one(Unit, unit_id)


async def reply_to(session: AsyncSession, suggestion_id: int) -> Reply | None:
    """Return the newest reply: a second handling gives another."""
    given = select(Reply).where(Reply.suggestion_id == suggestion_id)
    return await session.scalar(given.order_by(Reply.ordinal.desc()).limit(1))


async def unit_with_key(session: AsyncSession, key: str) -> Unit | None:
    return await session.scalar(select(Unit).where(Unit.key == key))


async def below(session: AsyncSession, *unit_ids: int) -> frozenset[int]:
    """Return units and every one below them, however deep; never one beside or above (R66)."""
    tree = select(Unit.id).where(Unit.id.in_(unit_ids)).cte("below", recursive=True)
    tree = tree.union(select(Unit.id).join(tree, Unit.parent_id == tree.c.id))
    return frozenset(await session.scalars(select(tree.c.id)))


async def newest_event(session: AsyncSession, number: str) -> Event | None:
    mine = select(Event).join(Suggestion, Suggestion.id == Event.suggestion_id)
    return await session.scalar(
        mine.where(Suggestion.number == number).order_by(Event.ordinal.desc()).limit(1)
    )
