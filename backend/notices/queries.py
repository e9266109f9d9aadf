"""Who is told. The slice stands below staff and suggestions, and knows a few of their columns."""

from collections.abc import Collection, Sequence

from sqlalchemy import column, func, select, table
from sqlalchemy.ext.asyncio import AsyncSession

from backend.notices.model import Notice

STAFF = table("staff", column("id"), column("role"), column("unit_id"), column("suspended_at"))
EVENT = table("event", column("id"), column("suggestion_id"))
LINK = table("staff_link", column("staff_id"), column("person_id"))
IN_UNITS = ("handler", "unit-lead")
IN_THE_OFFICE = ("clerk",)
WHO_PRESS = ("supervisor",)
"""Roles, as the slice of the staff names them."""


async def of_unit(session: AsyncSession, unit_id: int | None) -> Sequence[int]:
    """Return the handlers and leads of a unit, and of no other."""
    if unit_id is None:
        return ()
    query = select(STAFF.c.id).where(STAFF.c.unit_id == unit_id, STAFF.c.role.in_(IN_UNITS))
    query = query.where(STAFF.c.suspended_at.is_(None))
    return (await session.scalars(query)).all()


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


async def newest_event(session: AsyncSession, suggestion_id: int) -> int:
    """Return the event that a notice is about, or was made after."""
    query = select(func.max(EVENT.c.id)).where(EVENT.c.suggestion_id == suggestion_id)
    newest: int = (await session.scalars(query)).one()
    return newest
