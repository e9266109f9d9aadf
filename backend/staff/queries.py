import hashlib
from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock
from backend.handling import queries as handling
from backend.staff.model import OFFICE, UNITS, WATCHERS, Link, RecoveryCode, Role, SecondFactor, SignIn, Staff
from backend.suggestions.queries import PAGE, Sight

IDLE = timedelta(hours=2)
"""Whoever did nothing for so long signs in again."""


def digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _alive() -> ColumnElement[bool]:
    now = clock.now()
    fresh = (SignIn.expires_at > now) & (SignIn.seen_at > now - IDLE)
    return fresh & SignIn.staff.has(Staff.suspended_at.is_(None))


async def signed_in(session: AsyncSession, token: str) -> SignIn | None:
    """Return the sign-in a browser's token stands for, unless its time is over or the account suspended."""
    return await session.scalar(select(SignIn).where(SignIn.token_hash == digest(token), _alive()))


async def sign_ins(session: AsyncSession, staff_id: int) -> Sequence[SignIn]:
    """Return where an account is signed in now, the newest first."""
    query = select(SignIn).where(SignIn.staff_id == staff_id, SignIn.code_due.is_(False), _alive())
    return (await session.scalars(query.order_by(SignIn.seen_at.desc(), SignIn.token_hash))).all()


async def has_account(session: AsyncSession, login: str) -> bool:
    return await session.scalar(select(Staff.id).where(Staff.login == login)) is not None


async def with_login(session: AsyncSession, login: str) -> Staff | None:
    return await session.scalar(select(Staff).where(Staff.login == login))


async def sight(session: AsyncSession, staff: Staff) -> Sight:
    """Say what this member of staff may see: a unit's what it and those below it were given."""
    if staff.role in OFFICE | WATCHERS:
        return Sight(None, everything=True)
    if staff.role not in UNITS or staff.unit_id is None:
        return Sight(None, everything=False)
    below = await handling.below(session, staff.unit_id)
    return Sight(staff.unit_id, everything=False, unit_ids=below)


async def factor(session: AsyncSession, staff_id: int) -> SecondFactor | None:
    """Return an account's second factor once it counts."""
    found = await session.get(SecondFactor, staff_id)
    return found if found and found.confirmed_at else None


async def recovery_left(session: AsyncSession, staff_id: int) -> int:
    mine = select(func.count()).where(RecoveryCode.staff_id == staff_id, RecoveryCode.used_at.is_(None))
    return await session.scalar(mine) or 0


async def linked_person(session: AsyncSession, staff_id: int) -> int | None:
    """Return the person in whose chat a member of staff is told; None for nobody, or one suspended."""
    query = select(Link.person_id).join(Staff, Staff.id == Link.staff_id)
    return await session.scalar(query.where(Link.staff_id == staff_id, Staff.suspended_at.is_(None)))


async def linked_staff(session: AsyncSession, person_id: int) -> Staff | None:
    """Return the member of staff whose chat this is, unless suspended."""
    query = select(Staff).join(Link, Link.staff_id == Staff.id)
    return await session.scalar(query.where(Link.person_id == person_id, Staff.suspended_at.is_(None)))


async def accounts(
    session: AsyncSession, *, said: str, role: Role | None, page: int
) -> tuple[Sequence[Staff], int]:
    """Return a page of accounts whose login, or unit's key, has these words in it, and how many there are."""
    found = [Staff.role == role] if role else []
    if said:
        found.append(or_(Staff.login.icontains(said, autoescape=True), Staff.unit.has(key=said)))
    total = await session.scalar(select(func.count()).select_from(Staff).where(*found)) or 0
    query = select(Staff).where(*found).order_by(Staff.login).offset((page - 1) * PAGE).limit(PAGE)
    return (await session.scalars(query)).all(), total


async def members(session: AsyncSession, unit_id: int) -> Sequence[Staff]:
    """Return who belongs to a unit, those suspended last."""
    query = select(Staff).where(Staff.unit_id == unit_id)
    return (await session.scalars(query.order_by(Staff.suspended_at.is_not(None), Staff.login))).all()
