"""The same answer to the same request, however often it comes (draft-ietf-httpapi-idempotency-key).

What a request does and what it is answered commit together: killed before, nothing was done; killed after,
the answer is there. An import is too long for one transaction: its key is claimed before, each line notes in
its own transaction how many are in by this request, and whoever takes a claim over goes on counting there.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock
from backend.db import Database, if_new
from backend.errors import Conflict, Refusal
from backend.programs.model import ProgramAnswer

KEPT = timedelta(days=30)
LONGEST_WORK = timedelta(minutes=5)
"""After that whoever held a claim has been killed."""


class AnsweredMeanwhileError(Exception):
    """This very request was answered since it was looked up: look again."""


class ClaimLostError(ConnectionError):
    """Somebody else goes on with this import; who comes again is told how it ended."""


@dataclass(frozen=True)
class Asked:
    """A request: whose, under which key, and a hash of what it says."""

    token_id: int
    key_hash: str
    said: str


@dataclass(frozen=True)
class Claim:
    """The right to deal with a request; `done` of its lines were in when it was made."""

    asked: Asked
    claimed_at: datetime
    done: int = 0


@dataclass(frozen=True)
class Kept:
    status: int
    media_type: str
    body: str


def asked(*, token_id: int, key: str, said: tuple[bytes, ...]) -> Asked:
    return Asked(token_id, fingerprint(key.encode()), fingerprint(*said))


def fingerprint(*parts: bytes) -> str:
    """Return one hash of several parts, none of which can pass into the next."""
    return hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in parts)).hexdigest()


async def given(db: Database, mine: Asked) -> Kept | None:
    """Return what this request was answered; refuse a key that was used for something else."""
    async with db.read() as session:
        there = await session.scalar(select(ProgramAnswer).where(*_of(mine), _is_kept()))
    return _answer(there, mine) if there else None


def _answer(there: ProgramAnswer, mine: Asked) -> Kept | None:
    if there.asked != mine.said:
        raise Refusal("program-key-used")
    if there.status is None:
        return None
    return Kept(there.status, there.media_type or "", there.body or "")


async def begin(session: AsyncSession, mine: Asked) -> None:
    """Take the key in an open transaction; AnsweredMeanwhileError where somebody else has it."""
    if not await _taken(session, mine, clock.now()):
        raise AnsweredMeanwhileError


async def _taken(session: AsyncSession, mine: Asked, now: datetime) -> bool:
    """Take the key, once whoever takes it at the same time has ended; False where it is taken."""
    await session.execute(delete(ProgramAnswer).where(*_of(mine), ~_is_kept()))
    row = {"token_id": mine.token_id, "key_hash": mine.key_hash, "asked": mine.said, "claimed_at": now}
    made = await session.scalar(if_new(session, ProgramAnswer, **row).returning(ProgramAnswer.id))
    return made is not None


async def keep(db: Database, mine: Asked, *, answer: Kept) -> None:
    """Write the answer down."""
    values = {"status": answer.status, "media_type": answer.media_type, "body": answer.body}
    async with db.begin() as session:
        await session.execute(update(ProgramAnswer).where(*_of(mine)).values(**values))


async def claim(db: Database, mine: Asked) -> Claim | Kept:
    """Return the answer that is there, or the claim to find one by more than one transaction."""
    now = clock.now()
    async with db.begin() as session:
        if await _taken(session, mine, now):
            return Claim(mine, now)
        there = (await session.scalars(select(ProgramAnswer).where(*_of(mine)).with_for_update())).one()
        if found := _answer(there, mine):
            return found
        if there.claimed_at > now - LONGEST_WORK:
            raise Conflict("program-key-running")
        there.claimed_at = now
        return Claim(mine, now, int(there.body or 0))


async def note(session: AsyncSession, held: Claim, *, done: int) -> None:
    """Note in a line's own transaction how many lines are in by this request."""
    noted = update(ProgramAnswer).where(*_held(held)).values(body=str(done)).returning(ProgramAnswer.id)
    if await session.scalar(noted) is None:
        raise ClaimLostError


async def settle(db: Database, held: Claim, *, answer: Kept) -> None:
    """Write the answer down, unless the claim has passed to somebody else."""
    values = {"status": answer.status, "media_type": answer.media_type, "body": answer.body}
    async with db.begin() as session:
        await session.execute(update(ProgramAnswer).where(*_held(held)).values(**values))


async def release(db: Database, held: Claim) -> None:
    """Give a claim back without an answer: who comes again goes on at once, or begins anew with any body."""
    async with db.begin() as session:
        nothing_in = ProgramAnswer.body.is_(None)
        await session.execute(delete(ProgramAnswer).where(*_held(held), nothing_in))
        over = held.claimed_at - LONGEST_WORK
        await session.execute(update(ProgramAnswer).where(*_held(held)).values(claimed_at=over))


def _of(mine: Asked) -> tuple[ColumnElement[bool], ...]:
    return (ProgramAnswer.token_id == mine.token_id, ProgramAnswer.key_hash == mine.key_hash)


def _held(held: Claim) -> tuple[ColumnElement[bool], ...]:
    return (*_of(held.asked), ProgramAnswer.claimed_at == held.claimed_at, ProgramAnswer.status.is_(None))


def _is_kept() -> ColumnElement[bool]:
    return ProgramAnswer.claimed_at >= clock.now() - KEPT


async def forget(db: Database) -> None:
    """Delete the answers that were kept long enough."""
    async with db.begin() as session:
        await session.execute(delete(ProgramAnswer).where(~_is_kept()))
