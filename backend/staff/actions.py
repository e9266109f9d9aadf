"""Appointing on the command line, signing in and out; accounts.py has what administrators do."""

import asyncio
import secrets
from datetime import timedelta

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError
from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock, pace
from backend.db import Database
from backend.errors import NotAllowed, Refusal
from backend.i18n import DEFAULT_LANGUAGE
from backend.staff.log import note
from backend.staff.model import UNITS, Act, Role, SignIn, Staff
from backend.staff.queries import IDLE, digest, factor

HASHER = PasswordHasher()  # argon2id with the library's recommended cost
NOBODY = HASHER.hash(secrets.token_urlsafe())  # checked for unknown logins: the time tells nothing
STAY = timedelta(hours=12)
FOR_THE_CODE = timedelta(minutes=10)
"""How long a right password waits for the code of the second factor."""
PASSWORD_MINIMUM = 12
SEEN_EVERY = timedelta(minutes=1)
HASHING = asyncio.Semaphore(2)
"""A password costs 64 MB and a good part of a second: no more at once than a small office can bear."""


async def appoint(db: Database, *, login: str, password: str, role: Role, unit_id: int | None = None) -> None:
    """Make an account, or give an existing one this password, role and unit, and resume it."""
    if (role in UNITS) != (unit_id is not None):
        raise ValueError("a handler or unit lead belongs to a unit, the others to none")
    password_hash = await hashed(password)
    async with db.begin() as session:
        staff = await session.scalar(select(Staff).where(Staff.login == login))
        if staff is None:
            staff = Staff(login=login, language=DEFAULT_LANGUAGE)
            session.add(staff)
        staff.password_hash, staff.one_time, staff.one_time_until = password_hash, False, None
        staff.role, staff.unit_id, staff.suspended_at = role, unit_id, None
        await session.flush()
        await sign_out_all(session, staff.id)  # whoever signed in with the old password is out
        note(session, Act.APPOINTED, actor_id=None, staff_id=staff.id, data={"role": role, "unit": unit_id})


async def hashed(password: str) -> str:
    async with HASHING:
        return await asyncio.to_thread(HASHER.hash, password)


async def fits(password: str, password_hash: str) -> bool:
    async with HASHING:
        return await asyncio.to_thread(_matches, password_hash, password)


def _matches(password_hash: str, password: str) -> bool:
    try:
        return HASHER.verify(password_hash, password)
    except VerifyMismatchError:
        return False


async def sign_in(
    db: Database, *, login: str, password: str, address: str = "", device: str = "", codes: bool = True
) -> str:
    """Return a new token for the browser; wrong passwords slow down and never lock for good.

    Where the account has a second factor, and `codes` are asked for, the token opens nothing before that.
    """
    key = pace.key_of(login, address)
    await pace.count_try(db, key)
    async with db.read() as session:
        staff = await session.scalar(select(Staff).where(Staff.login == login))
    right = await fits(password, staff.password_hash if staff else NOBODY)
    if staff is None or not right:
        raise Refusal("sign-in-wrong")
    if staff.suspended_at:
        raise NotAllowed("sign-in-suspended")
    if staff.one_time and staff.one_time_until and staff.one_time_until < clock.now():
        raise NotAllowed("sign-in-one-time-over")
    return await _open(db, staff.id, key, device=device, codes=codes)


async def _open(db: Database, staff_id: int, key: str, *, device: str, codes: bool) -> str:
    token, now = secrets.token_urlsafe(32), clock.now()
    async with db.begin() as session:
        await pace.forgive(session, key)
        await _forget_expired(session)
        code_due = codes and await factor(session, staff_id) is not None
        row = SignIn(
            token_hash=digest(token),
            staff_id=staff_id,
            form_key=secrets.token_urlsafe(24),
            code_due=code_due,
            device=device[:64],
            started_at=now,
            seen_at=now,
            expires_at=now + (FOR_THE_CODE if code_due else STAY),
        )
        session.add(row)
    return token


async def _forget_expired(session: AsyncSession) -> None:
    now = clock.now()
    await session.execute(delete(SignIn).where((SignIn.expires_at < now) | (SignIn.seen_at < now - IDLE)))


async def seen(db: Database, *, sign_in: SignIn) -> None:
    """Remember that somebody is at the desk; once a minute is enough."""
    now = clock.now()
    if now - sign_in.seen_at < SEEN_EVERY:
        return
    async with db.begin() as session:
        mine = update(SignIn).where(SignIn.token_hash == sign_in.token_hash)
        await session.execute(mine.values(seen_at=now))


async def sign_out(db: Database, *, token: str) -> None:
    async with db.begin() as session:
        await session.execute(delete(SignIn).where(SignIn.token_hash == digest(token)))


async def sign_out_one(db: Database, *, staff_id: int, token_hash: str) -> None:
    """End one of an account's own sign-ins, wherever it is."""
    async with db.begin() as session:
        mine = delete(SignIn).where(SignIn.staff_id == staff_id, SignIn.token_hash == token_hash)
        await session.execute(mine)


async def sign_out_others(db: Database, *, staff_id: int, token: str) -> None:
    async with db.begin() as session:
        await sign_out_all(session, staff_id, but=digest(token))


async def sign_out_all(session: AsyncSession, staff_id: int, *, but: str = "") -> None:
    await session.execute(delete(SignIn).where(SignIn.staff_id == staff_id, SignIn.token_hash != but))


async def choose_language(db: Database, *, staff_id: int, language: str) -> None:
    async with db.begin() as session:
        (await session.get_one(Staff, staff_id)).language = language
