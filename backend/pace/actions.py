import hashlib
from datetime import timedelta
from typing import NamedTuple

from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock
from backend.db import Database, if_new
from backend.errors import Refusal
from backend.pace.model import Tries

FREE_TRIES = 5
LONGEST_WAIT = timedelta(minutes=5)
REMEMBERED = timedelta(days=1)


class Left(NamedTuple):
    """How often it may be used still, of how often, and in how many seconds there is the whole again."""

    uses: int
    of: int
    seconds: int


def key_of(*what: str) -> str:
    """Name what is tried and by whom; guessing from elsewhere then keeps no owner out."""
    return hashlib.sha256("\n".join(what).encode("utf-8", "replace")).hexdigest()


async def count_try(db: Database, *keys: str, refusal: str = "sign-in-wait") -> None:
    """Count one more try under every key, or refuse it while there is a wait to sit out under one."""
    async with db.begin() as session:
        for key in sorted(keys):
            await _count(session, key, refusal)


async def _count(session: AsyncSession, key: str, refusal: str) -> None:
    now = clock.now()
    await session.execute(if_new(session, Tries, key=key, count=0, not_before=now))
    tries = await session.get_one(Tries, key, with_for_update=True)
    if tries.not_before > now:
        raise Refusal(refusal, seconds=str(int((tries.not_before - now).total_seconds()) + 1))
    tries.count += 1
    if tries.count >= FREE_TRIES:
        doubled = timedelta(seconds=2 ** min(tries.count - FREE_TRIES, 10))
        tries.not_before = now + min(doubled, LONGEST_WAIT)


async def forgive(session: AsyncSession, key: str) -> None:
    """Forget the tries before a right one, and all that are long past."""
    await session.execute(delete(Tries).where(Tries.key == key))
    await session.execute(delete(Tries).where(Tries.not_before < clock.now() - REMEMBERED))


async def take_back(session: AsyncSession, key: str) -> None:
    """Let the last try, which was right, count as none; those before it stay counted."""
    tries = await session.get(Tries, key, with_for_update=True)
    if tries:
        tries.count, tries.not_before = tries.count - 1, clock.now()


async def spend(session: AsyncSession, key: str, *, most: int, within: timedelta, refusal: str) -> Left:
    """Count one more use under a key, and refuse it beyond `most` in one stretch of time."""
    now = clock.now()
    await session.execute(if_new(session, Tries, key=key, count=0, not_before=now + within))
    used = await session.get_one(Tries, key, with_for_update=True)
    if used.not_before <= now:
        used.count, used.not_before = 0, now + within
    seconds = int((used.not_before - now).total_seconds()) + 1
    if used.count >= most:
        raise Refusal(refusal, seconds=str(seconds))
    used.count += 1
    return Left(most - used.count, most, seconds)
