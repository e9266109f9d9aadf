import asyncio
import hashlib
import secrets
from datetime import timedelta

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError
from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock
from backend.db import Database
from backend.errors import Refusal
from backend.i18n import DEFAULT_LANGUAGE
from backend.staff.model import Role, SignIn, Staff

HASHER = PasswordHasher()  # argon2id with the library's recommended cost
NOBODY = HASHER.hash(secrets.token_urlsafe())  # checked for unknown logins: the time tells nothing
STAY = timedelta(hours=12)
FREE_FAILURES = 5
PASSWORD_MINIMUM = 12
LONGEST_WAIT = timedelta(minutes=5)


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
            staff = Staff(login=login, language=DEFAULT_LANGUAGE, failures=0)
            session.add(staff)
        staff.password_hash = password_hash
        staff.role, staff.unit_id = role, unit_id
        if staff.id is not None:  # whoever signed in with the old password is out
            await session.execute(delete(SignIn).where(SignIn.staff_id == staff.id))
        staff.failures, staff.locked_until = 0, None


async def sign_in(db: Database, *, login: str, password: str) -> str:
    """Return a new token for the browser; wrong passwords slow down and never lock for good."""
    async with db.read() as session:
        staff = await session.scalar(select(Staff).where(Staff.login == login))
    if staff and staff.locked_until and staff.locked_until > clock.now():
        seconds = int((staff.locked_until - clock.now()).total_seconds()) + 1
        raise Refusal("sign-in-wait", seconds=str(seconds))
    right = await asyncio.to_thread(_matches, staff.password_hash if staff else NOBODY, password)
    if staff is None or not right:
        await _count_failure(db, login)
        raise Refusal("sign-in-wrong")
    return await _open(db, staff.id)


def _matches(password_hash: str, password: str) -> bool:
    try:
        return HASHER.verify(password_hash, password)
    except VerifyMismatchError:
        return False


async def _count_failure(db: Database, login: str) -> None:
    async with db.begin() as session:
        staff = await session.scalar(select(Staff).where(Staff.login == login).with_for_update(of=Staff))
        if staff is None:
            return
        staff.failures += 1
        if staff.failures >= FREE_FAILURES:
            doubled = timedelta(seconds=2 ** min(staff.failures - FREE_FAILURES, 10))
            staff.locked_until = clock.now() + min(doubled, LONGEST_WAIT)


async def _open(db: Database, staff_id: int) -> str:
    token = secrets.token_urlsafe(32)
    async with db.begin() as session:
        staff = await session.get_one(Staff, staff_id)
        staff.failures, staff.locked_until = 0, None
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
