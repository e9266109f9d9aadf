"""Who is on duty and who is away, kept by the unit's lead or an administrator."""

from datetime import date

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.db import Database, if_new
from backend.errors import NotFound, Refusal
from backend.staff.log import note
from backend.staff.model import Act, Staff
from backend.units.model import Absence, Duty

LONGEST_DAYS = 366


async def set_duty(
    db: Database, *, unit_id: int, staff_id: int, first_day: date, last_day: date, actor_id: int
) -> None:
    """Put a member of the unit on duty; said twice it is one row."""
    _check(first_day, last_day)
    days = {"first_day": first_day, "last_day": last_day}
    async with db.begin() as session:
        await _member(session, unit_id, staff_id)
        if await session.scalar(select(Duty.id).filter_by(staff_id=staff_id, **days)):
            return
        await session.execute(if_new(session, Duty, staff_id=staff_id, **days))
        note(session, Act.DUTY_SET, actor_id=actor_id, staff_id=staff_id, data=_told(first_day, last_day))


async def set_absence(
    db: Database,
    *,
    unit_id: int,
    staff_id: int,
    stand_in_id: int | None,
    first_day: date,
    last_day: date,
    actor_id: int,
) -> None:
    """Say that a member is away, and who stands in; for the same days the newest stand-in counts."""
    _check(first_day, last_day)
    if stand_in_id == staff_id:
        raise Refusal("roster-stand-in-self")
    days = {"first_day": first_day, "last_day": last_day}
    async with db.begin() as session:
        await _member(session, unit_id, staff_id)
        if stand_in_id:
            await _member(session, unit_id, stand_in_id)
        await session.execute(if_new(session, Absence, staff_id=staff_id, stand_in_id=None, **days))
        mine = select(Absence).filter_by(staff_id=staff_id, **days).with_for_update()
        there = (await session.scalars(mine)).one()
        there.stand_in_id = stand_in_id
        data = _told(first_day, last_day) | {"stand_in": stand_in_id}
        note(session, Act.ABSENCE_SET, actor_id=actor_id, staff_id=staff_id, data=data)


async def end_duty(db: Database, *, unit_id: int, row_id: int, actor_id: int) -> None:
    async with db.begin() as session:
        mine = select(Duty.staff_id).join(Staff).where(Duty.id == row_id, Staff.unit_id == unit_id)
        if staff_id := await session.scalar(mine):
            await session.execute(delete(Duty).where(Duty.id == row_id))
            note(session, Act.DUTY_ENDED, actor_id=actor_id, staff_id=staff_id)


async def end_absence(db: Database, *, unit_id: int, row_id: int, actor_id: int) -> None:
    async with db.begin() as session:
        whose = select(Absence.staff_id).join(Staff, Staff.id == Absence.staff_id)
        mine = whose.where(Absence.id == row_id, Staff.unit_id == unit_id)
        if staff_id := await session.scalar(mine):
            await session.execute(delete(Absence).where(Absence.id == row_id))
            note(session, Act.ABSENCE_ENDED, actor_id=actor_id, staff_id=staff_id)


def _check(first_day: date, last_day: date) -> None:
    if last_day < first_day:
        raise Refusal("roster-days-turned")
    if (last_day - first_day).days > LONGEST_DAYS:
        raise Refusal("roster-days-long")


def _told(first_day: date, last_day: date) -> dict[str, str | int | None]:
    return {"first": first_day.isoformat(), "last": last_day.isoformat()}


async def _member(session: AsyncSession, unit_id: int, staff_id: int) -> None:
    member = select(Staff.id).where(
        Staff.id == staff_id, Staff.unit_id == unit_id, Staff.suspended_at.is_(None)
    )
    if await session.scalar(member) is None:
        raise NotFound("roster-member-missing")
