"""From arrival to done: stored raw, claimed one at a time per chat, dealt with or dead with a reason."""

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import and_, case, delete, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock
from backend.db import Database, if_new
from backend.inbox.model import Update, UpdateState

HOLD = timedelta(seconds=60)
"""How long a talker may be silent about an update before another takes it."""
MOST_ATTEMPTS = 20
"""An update that was in hand at so many ends of a process is given up; chance alone gets less far."""
FREE_ATTEMPTS = 3
PATIENCE = timedelta(hours=1)
"""How long a chat server or database may fail before the attempts are counted against the update."""


@dataclass(frozen=True)
class Arrival:
    """One raw update of a channel, not yet looked at but for its number and chat."""

    channel: str
    body: bytes

    def row(self) -> dict[str, Any]:
        """Return the row to store; ValueError when this is no update."""
        try:
            update = json.loads(self.body)
        except RecursionError as error:
            raise ValueError("nested too deeply") from error
        if not isinstance(update, dict) or not _fits(update.get("update_id")):
            raise ValueError("not an update")
        now = clock.now()
        return {
            "channel": self.channel,
            "update_id": update["update_id"],
            "chat": _chat(update),
            "body": self.body.decode("utf-8", "replace"),
            "state": UpdateState.OPEN,
            "attempts": 0,
            "arrived_at": now,
            "not_before": now,
        }


def _fits(number: object) -> bool:
    return type(number) is int and abs(number) < 2**63


def _chat(update: dict[str, Any]) -> int:
    """Find the chat an update belongs to, whatever kind it is of; 0 for none."""
    for fact in update.values():
        if isinstance(fact, dict):
            message = fact.get("message")
            chat = (message if isinstance(message, dict) else fact).get("chat") or fact.get("from")
            if isinstance(chat, dict) and _fits(chat.get("id")):
                return int(chat["id"])
    return 0


async def store(db: Database, arrivals: Iterable[Arrival]) -> None:
    """Store updates in one commit, in the order given; those already there are left as they are."""
    rows = [arrival.row() for arrival in arrivals]
    if not rows:
        return
    async with db.begin() as session:
        for row in rows:
            await session.execute(if_new(session, Update, **row))


async def put(session: AsyncSession, arrival: Arrival) -> None:
    """Store an update of our own in the transaction of what it tells of; its number is below zero."""
    await session.execute(if_new(session, Update, **arrival.row()))


async def claim(db: Database, *, channels: Collection[str], holder: str, most: int) -> list[Update]:
    """Take the oldest open update of each chat of these channels that nobody is dealing with."""
    now = clock.now()
    oldest = (
        select(func.min(Update.id))
        .where(Update.state == UpdateState.OPEN, Update.channel.in_(channels))
        .group_by(Update.channel, Update.chat)
        .scalar_subquery()
    )
    free = (
        select(Update.id)
        .where(Update.id.in_(oldest), Update.state == UpdateState.OPEN, Update.not_before <= now)
        .where(or_(Update.held_until.is_(None), Update.held_until < now))
        .order_by(Update.id)
    )
    async with db.read() as session:
        if not list(await session.scalars(free.limit(1))):
            return []
    async with db.begin() as session:
        ids = list(await session.scalars(free.limit(most).with_for_update(skip_locked=True)))
        taken = await session.scalars(
            update(Update)
            .where(Update.id.in_(ids))
            .values(holder=holder, held_until=now + HOLD, attempts=Update.attempts + 1)
            .returning(Update)
        )
        return sorted(taken, key=lambda row: row.id)


async def keep_hold(db: Database, *, holder: str) -> None:
    """Say that all this talker holds is still being dealt with."""
    mine = update(Update).where(Update.state == UpdateState.OPEN, Update.holder == holder)
    async with db.begin() as session:
        await session.execute(mine.values(held_until=clock.now() + HOLD))


async def done(db: Database, *, entry: int, holder: str | None) -> None:
    """Forget what an update said; its number stays, so that it is known when it comes again."""
    await _settle(db, entry, holder, state=UpdateState.DONE, body=None)


async def retry(db: Database, *, entry: int, holder: str | None, after: timedelta) -> None:
    """Try later. For an hour that is no fault of the update: an outage must make no dead letters."""
    now = clock.now()
    forgiven = and_(Update.arrived_at > now - PATIENCE, Update.attempts > FREE_ATTEMPTS)
    attempts = case((forgiven, FREE_ATTEMPTS), else_=Update.attempts)
    await _settle(db, entry, holder, not_before=now + after, attempts=attempts)


async def bury(db: Database, *, entry: int, holder: str | None, reason: str) -> None:
    """Make it a dead letter: staff see the reason, the chat goes on with the next update."""
    await _settle(db, entry, holder, state=UpdateState.DEAD, reason=reason[:255])


async def _settle(db: Database, entry: int, holder: str | None, **values: object) -> None:
    """Write down how it ended, unless another talker has taken the entry over: then it is theirs."""
    ours = update(Update).where(Update.id == entry, Update.holder == holder)
    async with db.begin() as session:
        await session.execute(ours.values(**values, holder=None, held_until=None))


async def free_all(db: Database) -> None:
    """Take every claim back: only where this process is the one and only talker, at its start."""
    async with db.begin() as session:
        await session.execute(
            update(Update)
            .where(Update.state == UpdateState.OPEN, Update.holder.is_not(None))
            .values(holder=None, held_until=None, not_before=clock.now())
        )


async def forget(db: Database, *, older_than: timedelta) -> int:
    """Drop what was done long ago, but for each channel's newest; return how many."""
    fetched = select(func.max(Update.id)).where(Update.update_id >= 0)
    newest = fetched.group_by(Update.channel).scalar_subquery()
    async with db.begin() as session:
        gone = await session.scalars(
            delete(Update)
            .where(
                Update.state == UpdateState.DONE,
                Update.arrived_at < clock.now() - older_than,
                Update.id.not_in(newest),
            )
            .returning(Update.id)
        )
        return len(list(gone))
