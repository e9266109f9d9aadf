"""Accounts made in one step, and the codes a telephone would show."""

from backend_house import one, unit_id
from sqlalchemy import select

from backend import clock
from backend.db import Database
from backend.errors import Refusal
from backend.staff import actions, queries, second_factor, totp
from backend.staff.model import AccountEvent, Role, SecondFactor, SignIn, Staff

PASSWORD = "golden-idea-2024"


async def account(db: Database, login: str, role: Role = Role.CLERK, unit: str = "") -> Staff:
    unit_here = await unit_id(db, unit) if unit else None
    await actions.appoint(db, login=login, password=PASSWORD, role=role, unit_id=unit_here)
    found: Staff = await one(db, Staff, login=login)
    return found


async def sign_in(db: Database, login: str, password: str = PASSWORD) -> str:
    return await actions.sign_in(db, login=login, password=password)


async def signed_in(db: Database, token: str) -> SignIn | None:
    async with db.read() as session:
        return await queries.signed_in(session, token)


async def code_now(db: Database, staff_id: int, *, later: int = 0) -> str:
    """Return what the app shows, `later` half minutes from now."""
    async with db.read() as session:
        factor = await session.get_one(SecondFactor, staff_id)
    return totp.code(factor.secret, totp.step_at(clock.now()) + later)


async def with_factor(db: Database, staff: Staff) -> list[str]:
    """Switch the second factor on; return the recovery codes."""
    await second_factor.begin(db, staff_id=staff.id)
    code = await code_now(db, staff.id)
    return await second_factor.confirm(db, staff_id=staff.id, code=code, token="")


async def acts(db: Database) -> list[tuple[str, int | None, int | None]]:
    """Return the log: what, by whom, to whom."""
    async with db.read() as session:
        found = await session.scalars(select(AccountEvent).order_by(AccountEvent.id))
        return [(str(event.act), event.actor_id, event.staff_id) for event in found]


async def told(doing: object) -> str:
    """Return the refusal's key, or "done"."""
    try:
        await doing  # type: ignore[misc]
    except Refusal as refusal:
        return refusal.key
    return "done"
