from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.dates import today
from backend.handling.queries import below
from backend.occasions.model import Occasion
from backend.proxy.model import Entry
from backend.sources.model import Source
from backend.suggestions.model import Suggestion
from backend.suggestions.queries import PAGE, Sight

MOST_TODAY = 200


@dataclass(frozen=True)
class Collected:
    """How many suggestions an event brought: entered by officers there, sent by its way in, and in all."""

    entered: int = 0
    sent: int = 0
    total: int = 0


@dataclass(frozen=True)
class Occasions:
    occasions: Sequence[Occasion]
    collected: Mapping[int, Collected]
    page: int
    pages: int


def within(reach: Collection[int] | None) -> list[ColumnElement[bool]]:
    return [] if reach is None else [Occasion.unit_id.in_(sorted(reach))]


def _is_today() -> tuple[ColumnElement[bool], ...]:
    return (Occasion.first_day <= today(), Occasion.last_day >= today(), Occasion.ended_at.is_(None))


async def todays(session: AsyncSession, unit_id: int) -> list[Occasion]:
    """Return the events of today, those of a unit and below it first."""
    query = select(Occasion).where(*_is_today()).order_by(Occasion.first_day.desc(), Occasion.id)
    found = (await session.scalars(query.limit(MOST_TODAY))).all()
    own = await below(session, unit_id)
    return sorted(found, key=lambda one: one.unit_id not in own)


async def today_with(session: AsyncSession, occasion_id: int | None) -> Occasion | None:
    """Return an event if it is held today."""
    if occasion_id is None:
        return None
    return await session.scalar(select(Occasion).where(Occasion.id == occasion_id, *_is_today()))


async def one(session: AsyncSession, occasion_id: int, reach: Collection[int] | None) -> Occasion | None:
    return await session.scalar(select(Occasion).where(Occasion.id == occasion_id, *within(reach)))


async def listed(session: AsyncSession, reach: Collection[int] | None, page: int) -> Occasions:
    """Return a page of events, the latest first, with what each brought."""
    total = await session.scalar(select(func.count()).select_from(Occasion).where(*within(reach))) or 0
    pages = max(1, -(-total // PAGE))
    number = min(max(page, 1), pages)
    query = select(Occasion).where(*within(reach)).order_by(Occasion.first_day.desc(), Occasion.id.desc())
    found = (await session.scalars(query.offset((number - 1) * PAGE).limit(PAGE))).all()
    return Occasions(found, {each.id: await collected(session, each.id) for each in found}, number, pages)


def _entered(occasion_id: int) -> ColumnElement[bool]:
    return Suggestion.draft_id.in_(select(Entry.draft_id).where(Entry.occasion_id == occasion_id))


def _sent(occasion_id: int) -> ColumnElement[bool]:
    return Suggestion.source_id.in_(select(Source.id).where(Source.occasion_id == occasion_id))


async def collected(session: AsyncSession, occasion_id: int) -> Collected:
    """Count what an event brought; what was entered there by an officer who came by its link is one."""
    entered, sent = _entered(occasion_id), _sent(occasion_id)
    counted = [
        await session.scalar(select(func.count()).select_from(Suggestion).where(each)) or 0
        for each in (entered, sent, or_(entered, sent))
    ]
    return Collected(*counted)


async def suggestions_of(
    session: AsyncSession, occasion_id: int, sight: Sight, page: int
) -> tuple[Sequence[Suggestion], int, int]:
    """Return a page of what an event brought, as far as this desk may see it; the newest first."""
    mine = sight.narrow(select(Suggestion).where(or_(_entered(occasion_id), _sent(occasion_id))))
    total = await session.scalar(select(func.count()).select_from(mine.subquery())) or 0
    pages = max(1, -(-total // PAGE))
    number = min(max(page, 1), pages)
    query = mine.order_by(Suggestion.id.desc()).offset((number - 1) * PAGE).limit(PAGE)
    return (await session.scalars(query)).all(), number, pages


async def way_in_of(session: AsyncSession, occasion_id: int) -> Source | None:
    """Return the event's way in that is in use."""
    query = select(Source).where(Source.occasion_id == occasion_id, Source.retired_at.is_(None))
    return await session.scalar(query.order_by(Source.id).limit(1))
