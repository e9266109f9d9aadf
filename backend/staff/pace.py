"""Slowing down who guesses: each try is counted before the password is looked at, known login or not.

Counted by login and address together: guessing from elsewhere never keeps the owner of a login out.
"""

import hashlib
from datetime import timedelta

from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock
from backend.db import Database, if_new
from backend.errors import Refusal
from backend.staff.model import Tries

FREE_TRIES = 5
LONGEST_WAIT = timedelta(minutes=5)
REMEMBERED = timedelta(days=1)


def key_of(login: str, address: str) -> str:
    return hashlib.sha256(f"{address}\n{login}".encode("utf-8", "replace")).hexdigest()


async def count_try(db: Database, key: str) -> None:
    """Count one more try, or refuse it while there is a wait to sit out."""
    now = clock.now()
    async with db.begin() as session:
        await session.execute(if_new(session, Tries, key=key, count=0, not_before=now))
        tries = await session.get_one(Tries, key, with_for_update=True)
        if tries.not_before > now:
            raise Refusal("sign-in-wait", seconds=str(int((tries.not_before - now).total_seconds()) + 1))
        tries.count += 1
        if tries.count >= FREE_TRIES:
            doubled = timedelta(seconds=2 ** min(tries.count - FREE_TRIES, 10))
            tries.not_before = now + min(doubled, LONGEST_WAIT)


async def forgive(session: AsyncSession, key: str) -> None:
    """Forget the tries before a right password, and all that are long past."""
    await session.execute(delete(Tries).where(Tries.key == key))
    await session.execute(delete(Tries).where(Tries.not_before < clock.now() - REMEMBERED))
