"""The tree of units, and who is there today."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.dates import today
from backend.handling import queries as handling
from backend.handling.model import Unit
from backend.notices import queries as notices
from backend.officers import points
from backend.officers import queries as officers
from backend.staff.model import Staff
from backend.suggestions.model import Suggestion, SuggestionState
from backend.units.model import Absence, Duty
from backend.visits import queries as visits

OPEN = (SuggestionState.FORWARDED, SuggestionState.SIGNED)
"""States in which a unit still has something to do."""


@dataclass(frozen=True)
class Branch:
    """A unit in the tree, `depth` units below the top."""

    unit: Unit
    depth: int


@dataclass(frozen=True)
class Hanging:
    """What officers do for a unit: appointments that last, visits still to be made, contact points in use."""

    officers: int
    visits: int
    points: int

    def __bool__(self) -> bool:
        return bool(self.officers or self.visits or self.points)


@dataclass(frozen=True)
class Roster:
    """Rows of a unit that are not over yet, the next first; `today` is the day they are looked at."""

    duties: Sequence[tuple[Duty, Staff]]
    absences: Sequence[tuple[Absence, Staff]]
    today: date


async def tree(session: AsyncSession, within: Collection[int] | None = None) -> list[Branch]:
    """Return every unit below the one above it; `within` leaves only these and makes their top the top."""
    units = [one for one in await handling.units(session) if within is None or one.id in within]
    known = {unit.id for unit in units}
    children: dict[int | None, list[Unit]] = {}
    for unit in units:
        children.setdefault(unit.parent_id if unit.parent_id in known else None, []).append(unit)
    found: list[Branch] = []
    waiting = [Branch(unit, 0) for unit in reversed(children.get(None, []))]
    while waiting:
        branch = waiting.pop()
        found.append(branch)
        waiting += [Branch(unit, branch.depth + 1) for unit in reversed(children.get(branch.unit.id, []))]
    return found


async def open_in(session: AsyncSession, unit_id: int) -> int:
    """Return how many suggestions a unit still has to answer."""
    mine = select(func.count()).where(Suggestion.unit_id == unit_id, Suggestion.state.in_(OPEN))
    return await session.scalar(mine) or 0


async def hanging_on(session: AsyncSession, unit_id: int) -> Hanging:
    return Hanging(
        officers=await officers.lasting_in(session, unit_id),
        visits=await visits.open_in(session, unit_id),
        points=await points.open_in(session, unit_id),
    )


async def counted_members(session: AsyncSession) -> dict[int, int]:
    """Return how many open accounts each unit has."""
    query = select(Staff.unit_id, func.count()).where(Staff.suspended_at.is_(None)).group_by(Staff.unit_id)
    return {row[0]: row[1] for row in await session.execute(query) if row[0]}


async def roster(session: AsyncSession, unit_id: int) -> Roster:
    day = today()
    duties = (
        select(Duty, Staff)
        .join(Staff, Staff.id == Duty.staff_id)
        .where(Staff.unit_id == unit_id, Duty.last_day >= day)
        .order_by(Duty.first_day, Duty.id)
    )
    absences = (
        select(Absence, Staff)
        .join(Staff, Staff.id == Absence.staff_id)
        .where(Staff.unit_id == unit_id, Absence.last_day >= day)
        .order_by(Absence.first_day, Absence.id)
    )
    return Roster(
        [(duty, staff) for duty, staff in await session.execute(duties)],
        [(absence, staff) for absence, staff in await session.execute(absences)],
        day,
    )


async def at_hand(session: AsyncSession, unit_id: int) -> Sequence[Staff]:
    """Return who of a unit is told today of what happens to its suggestions."""
    told = await notices.of_unit(session, unit_id)
    return (await session.scalars(select(Staff).where(Staff.id.in_(told)).order_by(Staff.id))).all()
