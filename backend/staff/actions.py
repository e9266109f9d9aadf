import asyncio
import hashlib
import secrets
from datetime import timedelta

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError
from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock, pace
from backend.db import Database
from backend.errors import Refusal
from backend.i18n import DEFAULT_LANGUAGE
from backend.staff.model import Role, SignIn, Staff

HASHER = PasswordHasher()  # argon2id with the library's recommended cost
NOBODY = HASHER.hash(secrets.token_urlsafe())  # checked for unknown logins: the time tells nothing
STAY = timedelta(hours=12)
PASSWORD_MINIMUM = 12
HASHING = asyncio.Semaphore(2)
"""A password costs 64 MB and a good part of a second: no more at once than a small office can bear."""


def digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


async def appoint(db: Database, *, login: str, password: str, role: Role, unit_id: int | None = None) -> None:
    """Make an account, or give an existing one this password, role and unit."""
    if (role == Role.HANDLER) != (unit_id is not None):
        raise ValueError("a handler belongs to a unit, a clerk to none")
    password_hash = await asyncio.to_thread(HASHER.hash, password)
    async with db.begin() as session:
        staff = await session.scalar(select(Staff).where(Staff.login == login))
        if staff is None:
            staff = Staff(login=login, language=DEFAULT_LANGUAGE)
            session.add(staff)
        staff.password_hash = password_hash
        staff.role, staff.unit_id = role, unit_id
        if staff.id is not None:  # whoever signed in with the old password is out
            await session.execute(delete(SignIn).where(SignIn.staff_id == staff.id))


async def sign_in(db: Database, *, login: str, password: str, address: str = "") -> str:
    """Return a new token for the browser; wrong passwords slow down and never lock for good."""
    key = pace.key_of(login, address)
    await pace.count_try(db, key)
    async with db.read() as session:
        staff = await session.scalar(select(Staff).where(Staff.login == login))
    async with HASHING:
        right = await asyncio.to_thread(_matches, staff.password_hash if staff else NOBODY, password)
    if staff is None or not right:
        raise Refusal("sign-in-wrong")
    return await _open(db, staff.id, key)


def _matches(password_hash: str, password: str) -> bool:
    try:
        return HASHER.verify(password_hash, password)
    except VerifyMismatchError:
        return False


async def _open(db: Database, staff_id: int, key: str) -> str:
    token = secrets.token_urlsafe(32)
    async with db.begin() as session:
        await pace.forgive(session, key)
        await _forget_expired(session)
        session.add(
            SignIn(
                token_hash=digest(token),
                staff_id=staff_id,
                form_key=secrets.token_urlsafe(24),
                expires_at=clock.now() + STAY,
            )
        )
    return token


async def _forget_expired(session: AsyncSession) -> None:
    await session.execute(delete(SignIn).where(SignIn.expires_at < clock.now()))


async def sign_out(db: Database, *, token: str) -> None:
    async with db.begin() as session:
        await session.execute(delete(SignIn).where(SignIn.token_hash == digest(token)))


async def choose_language(db: Database, *, staff_id: int, language: str) -> None:
    async with db.begin() as session:
        (await session.get_one(Staff, staff_id)).language = language
