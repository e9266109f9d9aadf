"""The same answer to the same request, however often it comes (draft-ietf-httpapi-idempotency-key).

Before a request is dealt with its key is claimed, afterwards its answer is kept. Verbs take their own
transactions and may run twice with the same effect: so a claim whose holder was killed is taken over after
a while, and the request is dealt with once more.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Select, delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock
from backend.db import Database, if_new
from backend.errors import Conflict, Refusal
from backend.programs.model import ProgramAnswer

KEPT = timedelta(days=30)
LONGEST_WORK = timedelta(minutes=5)
"""After that whoever held a claim has been killed."""


@dataclass(frozen=True)
class Claim:
    """The right to deal with a request; only who holds it writes down the answer."""

    token_id: int
    key_hash: str
    claimed_at: datetime


@dataclass(frozen=True)
class Kept:
    status: int
    media_type: str
    body: str


def fingerprint(*parts: bytes) -> str:
    """Return one hash of several parts, none of which can pass into the next."""
    return hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in parts)).hexdigest()


async def claim(db: Database, *, token_id: int, key: str, asked: str) -> Claim | Kept:
    """Return the answer that is there, or the claim to find one; refuse a key used for something else."""
    now = clock.now()
    mine = Claim(token_id, fingerprint(key.encode()), now)
    async with db.begin() as session:
        row = {"token_id": token_id, "key_hash": mine.key_hash, "asked": asked, "claimed_at": now}
        made = await session.scalar(if_new(session, ProgramAnswer, **row).returning(ProgramAnswer.id))
        if made:
            return mine
        there = (await session.scalars(_of(mine).with_for_update())).one()
        if there.claimed_at < now - KEPT:
            await _begin_anew(session, there, asked, now)
            return mine
        return _kept(there, asked) or await _taken_over(session, there, mine)


def _kept(there: ProgramAnswer, asked: str) -> Kept | None:
    if there.asked != asked:
        raise Refusal("program-key-used")
    if there.status is None:
        return None
    return Kept(there.status, there.media_type or "", there.body or "")


async def _taken_over(session: AsyncSession, there: ProgramAnswer, mine: Claim) -> Claim:
    if there.claimed_at > mine.claimed_at - LONGEST_WORK:
        raise Conflict("program-key-running")
    await _begin_anew(session, there, there.asked, mine.claimed_at)
    return mine


async def _begin_anew(session: AsyncSession, there: ProgramAnswer, asked: str, now: datetime) -> None:
    there.asked, there.claimed_at = asked, now
    there.status = there.media_type = there.body = None
    await session.flush()


def _of(claim: Claim) -> Select[ProgramAnswer]:
    return select(ProgramAnswer).where(
        ProgramAnswer.token_id == claim.token_id, ProgramAnswer.key_hash == claim.key_hash
    )


async def keep(db: Database, *, claim: Claim, answer: Kept) -> None:
    """Write the answer down, unless the claim has passed to somebody else."""
    values = {"status": answer.status, "media_type": answer.media_type, "body": answer.body}
    async with db.begin() as session:
        await session.execute(update(ProgramAnswer).where(*_held(claim)).values(**values))


async def release(db: Database, *, claim: Claim) -> None:
    """Give a claim back without an answer: the request may come again, also with another body."""
    async with db.begin() as session:
        await session.execute(delete(ProgramAnswer).where(*_held(claim)))


def _held(claim: Claim) -> tuple[ColumnElement[bool], ...]:
    return (
        ProgramAnswer.token_id == claim.token_id,
        ProgramAnswer.key_hash == claim.key_hash,
        ProgramAnswer.claimed_at == claim.claimed_at,
        ProgramAnswer.status.is_(None),
    )


async def forget(db: Database) -> None:
    """Delete the answers that were kept long enough."""
    async with db.begin() as session:
        old = ProgramAnswer.claimed_at < clock.now() - KEPT
        await session.execute(delete(ProgramAnswer).where(old))
