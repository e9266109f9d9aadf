"""From arrival to done: stored raw, claimed one at a time per chat, dealt with or dead with a reason."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import delete, func, or_, select, update
from sqlalchemy.dialects.postgresql import insert as insert_postgresql
from sqlalchemy.dialects.sqlite import insert as insert_sqlite

from backend import clock
from backend.db import Database
from backend.inbox.model import Update, UpdateState

HOLD = timedelta(seconds=60)
"""How long a talker may be silent about an update before another takes it."""
MOST_ATTEMPTS = 6


@dataclass(frozen=True)
class Arrival:
    """One raw update of a channel, not yet looked at but for its number and chat."""

    channel: str
    body: bytes

    def row(self) -> dict[str, Any]:
        """Return the row to store; ValueError when this is no update."""
        update = json.loads(self.body)
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
    return isinstance(number, int) and abs(number) < 2**63


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
    insert = insert_sqlite if db.embedded else insert_postgresql
    async with db.begin() as session:
        for row in rows:
            await session.execute(insert(Update).values(row).on_conflict_do_nothing())


async def claim(db: Database, *, holder: str, most: int) -> list[Update]:
    """Take the oldest open update of each chat that nobody is dealing with."""
    now = clock.now()
    oldest = (
        select(func.min(Update.id))
        .where(Update.state == UpdateState.OPEN)
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


async def keep_hold(db: Database, *, ids: list[int]) -> None:
    """Say that these updates are still being dealt with."""
    async with db.begin() as session:
        await session.execute(update(Update).where(Update.id.in_(ids)).values(held_until=clock.now() + HOLD))


async def done(db: Database, *, update_id: int) -> None:
    """Forget what an update said; its number stays, so that it is known when it comes again."""
    await _settle(db, update_id, state=UpdateState.DONE, body=None, holder=None, held_until=None)


async def retry(db: Database, *, update_id: int, after: timedelta) -> None:
    await _settle(db, update_id, holder=None, held_until=None, not_before=clock.now() + after)


async def bury(db: Database, *, update_id: int, reason: str) -> None:
    """Make it a dead letter: staff see the reason, the chat goes on with the next update."""
    await _settle(db, update_id, state=UpdateState.DEAD, reason=reason[:255], holder=None, held_until=None)


async def _settle(db: Database, row: int, **values: object) -> None:
    async with db.begin() as session:
        await session.execute(update(Update).where(Update.id == row).values(**values))


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
    newest = select(func.max(Update.id)).group_by(Update.channel).scalar_subquery()
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
