"""Who is told. The slice stands below staff, units and suggestions, and knows a few of their columns."""

from collections.abc import Collection, Sequence

from sqlalchemy import ColumnElement, Date, TableClause, column, func, select, table
from sqlalchemy.ext.asyncio import AsyncSession

from backend.dates import today
from backend.notices.model import Notice

STAFF = table("staff", column("id"), column("role"), column("unit_id"), column("suspended_at"))
SUGGESTION = table("suggestion", column("id"), column("number"))
EVENT = table("event", column("id"), column("suggestion_id"), column("ordinal"))
LINK = table("staff_link", column("staff_id"), column("person_id"))
DUTY = table("duty", column("staff_id"), column("first_day", Date), column("last_day", Date))
ABSENCE = table("absence", *(column(each.name, each.type) for each in DUTY.c), column("stand_in_id"))
LEAD = "unit-lead"
IN_UNITS = ("handler", LEAD)
IN_THE_OFFICE = ("clerk",)
WHO_PRESS = ("supervisor",)
"""Roles, as the slice of the staff names them."""


async def of_unit(session: AsyncSession, unit_id: int | None) -> Sequence[int]:
    """Return who of a unit is told today: those on duty, and who stands in for them.

    Where none of these is there all who are, where nobody is everybody; the unit's leads always.
    """
    if unit_id is None:
        return ()
    query = select(STAFF.c.id, STAFF.c.role).where(STAFF.c.unit_id == unit_id, STAFF.c.role.in_(IN_UNITS))
    members = (await session.execute(query.where(STAFF.c.suspended_at.is_(None)))).all()
    on_duty = set(await session.scalars(select(DUTY.c.staff_id).where(_is_today(DUTY))))
    absences = select(ABSENCE.c.staff_id, ABSENCE.c.stand_in_id).where(_is_today(ABSENCE))
    away = (await session.execute(absences)).all()
    everybody = {row.id for row in members}
    there = everybody - {row.staff_id for row in away}
    chosen = there & (on_duty | {row.stand_in_id for row in away if row.staff_id in on_duty})
    leads = {row.id for row in members if row.role == LEAD}
    return sorted(leads | (chosen or there or everybody))


def _is_today(days: TableClause) -> ColumnElement[bool]:
    return (days.c.first_day <= today()) & (days.c.last_day >= today())


async def leads_of(session: AsyncSession, unit_id: int | None) -> Sequence[int]:
    """Return the leads of a unit, whom a reply waits for."""
    query = select(STAFF.c.id).where(STAFF.c.unit_id == unit_id, STAFF.c.role == LEAD)
    return (await session.scalars(query.where(STAFF.c.suspended_at.is_(None)))).all()


async def office(session: AsyncSession) -> Sequence[int]:
    return await _with(session, IN_THE_OFFICE)


async def supervisors(session: AsyncSession) -> Sequence[int]:
    return await _with(session, WHO_PRESS)


async def concerned(session: AsyncSession, unit_id: int | None) -> Sequence[int]:
    """Return those in whose hands a suggestion is: its unit, or the office while it has none."""
    return await of_unit(session, unit_id) if unit_id else await office(session)


async def _with(session: AsyncSession, roles: Collection[str]) -> Sequence[int]:
    query = select(STAFF.c.id).where(STAFF.c.role.in_(roles), STAFF.c.suspended_at.is_(None))
    return (await session.scalars(query)).all()


async def chat_of(session: AsyncSession, staff_id: int) -> int | None:
    """Return the person in whose chat a member of staff is told too; None for whoever has linked none."""
    query = select(LINK.c.person_id).join(STAFF, STAFF.c.id == LINK.c.staff_id)
    return await session.scalar(query.where(LINK.c.staff_id == staff_id, STAFF.c.suspended_at.is_(None)))


async def unread(session: AsyncSession, staff_id: int) -> int:
    """Return how many notices a member of staff has not read."""
    query = select(func.count()).select_from(Notice)
    return await session.scalar(query.where(Notice.staff_id == staff_id, Notice.read_at.is_(None))) or 0


async def shown(session: AsyncSession, staff_id: int, number: str, seen: int) -> list[int]:
    """Return the unread notices of what a suggestion's page showed with `seen` as its last event.

    Its last day stands there as well; notes that name somebody are read on the page of notices.
    """
    about = select(SUGGESTION.c.id).where(SUGGESTION.c.number == number).scalar_subquery()
    events = select(EVENT.c.id).where(EVENT.c.suggestion_id == about, EVENT.c.ordinal <= seen)
    there = set(await session.scalars(events))
    unread = select(Notice).where(Notice.staff_id == staff_id, Notice.suggestion_id == about)
    found = await session.scalars(unread.where(Notice.read_at.is_(None)))
    return [one.id for one in found if (one.event_id in there if one.event_id else one.due_on is not None)]


async def newest_event(session: AsyncSession, suggestion_id: int) -> int:
    """Return the event that a notice is about, or was made after."""
    query = select(func.max(EVENT.c.id)).where(EVENT.c.suggestion_id == suggestion_id)
    newest: int = (await session.scalars(query)).one()
    return newest
