from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock
from backend.sources.model import Arrival, Source, SourceKind

FRESH = timedelta(days=1)
"""A suggestion begun within this time after somebody came by a link counts for that link."""


async def of_code(session: AsyncSession, code: str) -> Source | None:
    """Return the source of a link's code, unless it was retired."""
    return await session.scalar(select(Source).where(Source.code == code, Source.retired_at.is_(None)))


async def with_code(session: AsyncSession, code: str) -> Source | None:
    """Return the source with this code, in use or not."""
    return await session.scalar(select(Source).where(Source.code == code))


async def newest(session: AsyncSession, person_id: int) -> Source | None:
    """Return by which source a person came last, if that was not long ago."""
    query = (
        select(Source)
        .join(Arrival, Arrival.source_id == Source.id)
        .where(Arrival.person_id == person_id, Arrival.at > clock.now() - FRESH)
    )
    return await session.scalar(query.order_by(Arrival.id.desc()).limit(1))


async def recent(session: AsyncSession, person_id: int, campaign: str) -> int | None:
    """Return the id of the source a draft of this campaign counts for (R39)."""
    source = await newest(session, person_id)
    return source.id if source and source.campaign == campaign else None


async def of_staff(session: AsyncSession) -> Sequence[Source]:
    """Return the campaigns' own ways in and those that staff made, in the order in which they were made."""
    made = select(Source).where(Source.kind != SourceKind.SHARED).order_by(Source.id)
    return (await session.scalars(made)).all()
