"""Who is in office, invited or over: a page at a time, for those who may see it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, and_, func, not_, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.dates import today
from backend.officers.model import ContactPoint, Officer
from backend.officers.queries import in_office, is_over
from backend.suggestions.queries import PAGE

SOON = timedelta(days=14)
"""Before the last day of an appointment, when officer and office are first told of it."""


class Show(StrEnum):
    IN_OFFICE = "in-office"
    ENDING = "ending"
    INVITED = "invited"
    ENDED = "ended"


@dataclass(frozen=True)
class Asked:
    """`reach` are the units that are seen, None for every one; `unit_id`, `district`, `show` narrow it."""

    reach: Collection[int] | None
    unit_id: int | None = None
    district: str = ""
    show: Show | None = None


@dataclass(frozen=True)
class Listed:
    officers: Sequence[Officer]
    points: dict[int, ContactPoint]
    counts: dict[Show, int]
    districts: Sequence[str]
    page: int
    pages: int


def standing(officer: Officer) -> Show:
    if is_over(officer):
        return Show.ENDED
    if officer.person_id is None:
        return Show.INVITED
    ends_soon = officer.until is not None and officer.until <= today() + SOON
    return Show.ENDING if ends_soon else Show.IN_OFFICE


def _shown(show: Show) -> ColumnElement[bool]:
    over = or_(Officer.ended_at.is_not(None), func.coalesce(Officer.until, today()) < today())
    return {
        Show.IN_OFFICE: and_(*in_office()),
        Show.ENDING: and_(*in_office(), Officer.until <= today() + SOON),
        Show.INVITED: and_(Officer.person_id.is_(None), not_(over)),
        Show.ENDED: over,
    }[show]


def _within(asked: Asked) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if asked.reach is not None:
        found.append(Officer.unit_id.in_(sorted(asked.reach)))
    if asked.unit_id:
        found.append(Officer.unit_id == asked.unit_id)
    if asked.district:
        found.append(Officer.district == asked.district)
    return found


async def listed(session: AsyncSession, asked: Asked, page: int) -> Listed:
    """Return a page, the newest appointment first."""
    within = _within(asked)
    counts = {show: await _counted(session, *within, _shown(show)) for show in Show}
    chosen = [*within, *([_shown(asked.show)] if asked.show else [])]
    total = counts[asked.show] if asked.show else await _counted(session, *within)
    pages = max(1, -(-total // PAGE))
    number = min(max(page, 1), pages)
    query = select(Officer).where(*chosen).order_by(Officer.id.desc())
    officers = (await session.scalars(query.offset((number - 1) * PAGE).limit(PAGE))).all()
    return Listed(
        officers, await _points(session, officers), counts, await _districts(session, asked), number, pages
    )


async def one(session: AsyncSession, officer_id: int, reach: Collection[int] | None) -> Officer | None:
    """Return an appointment, unless it is of a unit that is not reached."""
    return await session.scalar(select(Officer).where(Officer.id == officer_id, *_within(Asked(reach))))


async def _counted(session: AsyncSession, *which: ColumnElement[bool]) -> int:
    return await session.scalar(select(func.count()).select_from(Officer).where(*which)) or 0


async def _districts(session: AsyncSession, asked: Asked) -> list[str]:
    query = select(Officer.district).where(Officer.district != "", *_within(Asked(asked.reach)))
    return list(await session.scalars(query.distinct().order_by(Officer.district)))


async def _points(session: AsyncSession, officers: Sequence[Officer]) -> dict[int, ContactPoint]:
    wanted: Any = {officer.contact_point_id for officer in officers if officer.contact_point_id}
    found = await session.scalars(select(ContactPoint).where(ContactPoint.id.in_(wanted)))
    return {point.id: point for point in found}
