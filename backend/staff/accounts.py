"""What administrators do with accounts: make, change, suspend, resume; never delete."""

import re
from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock
from backend.db import Database, if_new
from backend.errors import Conflict, NotAllowed, NotFound, Refusal
from backend.handling.model import Unit
from backend.i18n import DEFAULT_LANGUAGE
from backend.staff import passwords, second_factor
from backend.staff.actions import hashed, sign_out_all
from backend.staff.log import note
from backend.staff.model import UNITS, Act, Role, Staff

LOGIN = re.compile(r"[a-z0-9][a-z0-9._-]{1,31}")


async def make(
    db: Database,
    *,
    login: str,
    role: Role,
    unit_id: int | None,
    actor_id: int,
    lasts: timedelta = passwords.ONE_TIME,
) -> tuple[Staff, str]:
    """Make an account; return it and its one-time password, told only now, and how long it opens."""
    name = login.strip().lower()
    if not LOGIN.fullmatch(name):
        raise Refusal("account-login-wrong")
    password = passwords.made()
    password_hash = await hashed(password)
    async with db.begin() as session:
        unit = await _unit_for(session, role, unit_id)
        if await session.scalar(select(Staff.id).where(Staff.login == name)):
            raise Conflict("account-login-taken", login=name)
        row = {"login": name, "role": role, "unit_id": unit, "password_hash": password_hash}
        until = clock.now() + lasts
        new = if_new(session, Staff, language=DEFAULT_LANGUAGE, one_time=True, one_time_until=until, **row)
        await session.execute(new)
        staff = (await session.scalars(select(Staff).where(Staff.login == name))).one()
        if staff.password_hash != password_hash:  # somebody else was quicker
            raise Conflict("account-login-taken", login=name)
        note(session, Act.MADE, actor_id=actor_id, staff_id=staff.id, data={"role": role, "unit": unit})
    return staff, password


async def _unit_for(session: AsyncSession, role: Role, unit_id: int | None) -> int | None:
    """Return the unit of an account with this role: handlers and leads have one, the others none."""
    if role not in UNITS:
        return None
    unit = await session.get(Unit, unit_id) if unit_id else None
    if unit is None or unit.retired_at:
        raise Refusal("account-unit-missing")
    return unit.id


async def change_role(db: Database, *, staff_id: int, role: Role, unit_id: int | None, actor_id: int) -> None:
    """Give an account another role or unit; what it sees changes with its next step."""
    async with db.begin() as session:
        staff = await _other(session, staff_id, actor_id)
        unit = await _unit_for(session, role, unit_id)
        if (staff.role, staff.unit_id) == (role, unit):
            return
        staff.role, staff.unit_id = role, unit
        data = {"role": role, "unit": unit}
        note(session, Act.ROLE_CHANGED, actor_id=actor_id, staff_id=staff_id, data=data)


async def suspend(db: Database, *, staff_id: int, actor_id: int) -> None:
    """Close an account: it is signed out at once, everywhere, and is told nothing in the chat."""
    async with db.begin() as session:
        staff = await _other(session, staff_id, actor_id)
        if staff.suspended_at:
            return
        staff.suspended_at = clock.now()
        await sign_out_all(session, staff_id)
        note(session, Act.SUSPENDED, actor_id=actor_id, staff_id=staff_id)


async def resume(db: Database, *, staff_id: int, actor_id: int) -> None:
    async with db.begin() as session:
        staff = await _other(session, staff_id, actor_id)
        if staff.suspended_at is None:
            return
        staff.suspended_at = None
        note(session, Act.RESUMED, actor_id=actor_id, staff_id=staff_id)


async def give_password(
    db: Database, *, staff_id: int, actor_id: int, lasts: timedelta = passwords.ONE_TIME
) -> str:
    """Make a new one-time password, told only now; the old one is over, and so is every sign-in."""
    password = passwords.made()
    password_hash = await hashed(password)
    async with db.begin() as session:
        staff = await _other(session, staff_id, actor_id)
        staff.password_hash, staff.one_time = password_hash, True
        staff.one_time_until = clock.now() + lasts
        await sign_out_all(session, staff_id)
        note(session, Act.PASSWORD_GIVEN, actor_id=actor_id, staff_id=staff_id)
    return password


async def reset_factor(db: Database, *, staff_id: int, actor_id: int) -> None:
    async with db.begin() as session:
        await _other(session, staff_id, actor_id)
    await second_factor.reset(db, staff_id=staff_id, actor_id=actor_id)


async def _other(session: AsyncSession, staff_id: int, actor_id: int) -> Staff:
    """Return somebody else's account: administrators do nothing of this to their own."""
    staff = await session.get(Staff, staff_id, with_for_update={"of": Staff})
    if staff is None:
        raise NotFound("account-missing")
    if staff_id == actor_id:
        raise NotAllowed("account-own")
    return staff
