"""Tokens: making and revoking them, and slowing down who holds one."""

import secrets
from collections.abc import Collection
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock, pace
from backend.dates import today
from backend.db import Database
from backend.errors import NotFound, Refusal
from backend.people.values import cleaned
from backend.programs.model import ProgramToken, Scope
from backend.programs.queries import fits
from backend.staff.model import Staff
from backend.staff.queries import digest

MARK = "jdz_"
"""How a token begins, so that it is known where it was lost."""
NAME_MAXIMUM = 60
LONGEST = timedelta(days=366)
MOST_PER_MINUTE = 600
MINUTE = timedelta(minutes=1)
SEEN_EVERY = timedelta(minutes=1)


async def make(
    db: Database,
    *,
    name: str,
    scopes: Collection[Scope],
    login: str,
    last_day: date,
    once: str,
    made_by: int | None = None,
) -> tuple[ProgramToken, str]:
    """Make a token and return it with its secret, which nobody is told again; `once` names the form."""
    words = _checked(name, scopes, last_day)
    secret = MARK + secrets.token_urlsafe(32)
    async with db.begin() as session:
        staff = await session.scalar(select(Staff).where(Staff.login == login))
        if staff is None:
            raise Refusal("program-staff-missing")
        if not all(fits(staff, scope) for scope in scopes):
            raise Refusal("program-scope-not-theirs", login=login)
        if await session.scalar(select(ProgramToken.id).where(ProgramToken.once == digest(once))):
            raise Refusal("program-made-already")
        token = ProgramToken(
            name=words,
            token_hash=digest(secret),
            once=digest(once),
            scopes=sorted(scopes),
            staff=staff,
            made_by=made_by,
            made_at=clock.now(),
            last_day=last_day,
        )
        session.add(token)
    return token, secret


def _checked(name: str, scopes: Collection[Scope], last_day: date) -> str:
    words = " ".join(cleaned(name).split())
    if not words:
        raise Refusal("program-name-missing")
    if len(words) > NAME_MAXIMUM:
        raise Refusal("program-name-too-long", length=str(len(words)), maximum=str(NAME_MAXIMUM))
    if not scopes:
        raise Refusal("program-scope-missing")
    if not today() <= last_day <= today() + LONGEST:
        raise Refusal("program-last-day", days=str(LONGEST.days))
    return words


async def revoke(db: Database, *, token_id: int) -> ProgramToken:
    """Let a token be good no more; revoked twice it is revoked once."""
    async with db.begin() as session:
        token = await session.get(ProgramToken, token_id, with_for_update={"of": ProgramToken})
        if token is None:
            raise NotFound("program-missing")
        token.revoked_at = token.revoked_at or clock.now()
    return token


async def use(db: Database, *, token: ProgramToken) -> pace.Left:
    """Count one more request of a program, and refuse it while there were too many in this minute."""
    async with db.begin() as session:
        key = pace.key_of("program", str(token.id))
        left = await pace.spend(session, key, most=MOST_PER_MINUTE, within=MINUTE, refusal="program-too-fast")
        await _seen(session, token.id)
    return left


async def _seen(session: AsyncSession, token_id: int) -> None:
    token = await session.get_one(ProgramToken, token_id)
    if token.last_used_at is None or token.last_used_at < clock.now() - SEEN_EVERY:
        token.last_used_at = clock.now()
