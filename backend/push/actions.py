from collections.abc import Collection
from datetime import datetime, timedelta
from uuid import uuid4

from sqlalchemy import Select, delete, func, insert, literal, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock
from backend.db import Database, if_new
from backend.people.model import Person
from backend.push.model import Lease, Push, PushState

HOLDER = uuid4().hex
"""This process, among all that may hold a lease."""


async def owe(session: AsyncSession, *, person_id: int, event_id: int, kind: str) -> None:
    """Owe a person a message about an event, in the transaction of the event."""
    channel = await session.scalar(select(Person.channel).where(Person.id == person_id))
    now = clock.now()
    session.add(
        Push(
            channel=channel,
            person_id=person_id,
            event_id=event_id,
            kind=kind,
            not_before=now,
            owed_since=now,
        )
    )


async def owe_each(session: AsyncSession, *, people: Select[int], event_id: int, kind: str) -> None:
    """Owe the same message to all persons a query names, however many, in one statement."""
    now = clock.now()
    fixed = {
        Push.event_id: event_id,
        Push.kind: kind,
        Push.state: PushState.OWED,
        Push.attempts: 0,
        Push.repeat: False,
        Push.not_before: now,
        Push.owed_since: now,
    }
    values = [literal(value, column.type) for column, value in fixed.items()]
    rows = select(Person.channel, Person.id, *values).where(Person.id.in_(people)).order_by(Person.id)
    columns = [Push.channel, Push.person_id, *fixed]
    await session.execute(insert(Push).from_select(columns, rows, include_defaults=False))


async def take_due(db: Database, *, channel: str, most: int) -> list[Push]:
    """Take the oldest due push of each person; the mark `sending` is there before a byte leaves."""
    now = clock.now()
    open_states = (PushState.OWED, PushState.SENDING)
    oldest = (
        select(func.min(Push.id))
        .where(Push.channel == channel, Push.state.in_(open_states))
        .group_by(Push.person_id)
        .scalar_subquery()
    )
    due = select(Push.id).where(Push.id.in_(oldest), Push.state == PushState.OWED, Push.not_before <= now)
    async with db.read() as session:
        ids = list(await session.scalars(due.order_by(Push.id).limit(most)))
    if not ids:
        return []
    async with db.begin() as session:
        taken = await session.scalars(
            update(Push)
            .where(Push.id.in_(ids), Push.state == PushState.OWED)
            .values(state=PushState.SENDING, attempts=Push.attempts + 1)
            .returning(Push)
        )
        return sorted(taken, key=lambda push: push.id)


async def sent(db: Database, *, push_id: int, message: int) -> None:
    await _settle(db, push_id, state=PushState.SENT, message=message, settled_at=clock.now())


async def park(db: Database, *, push_id: int, reason: str) -> None:
    """Stop trying, with the reason; staff see it."""
    await _settle(db, push_id, state=PushState.PARKED, reason=reason[:255], settled_at=clock.now())


async def owe_again(db: Database, *, push_id: int, after: timedelta, repeat: bool = False) -> None:
    """Try later. `repeat` when the attempt may have arrived: the next one says so."""
    values: dict[str, object] = {"state": PushState.OWED, "not_before": clock.now() + after}
    await _settle(db, push_id, **values, **({"repeat": True} if repeat else {}))


async def _settle(db: Database, push_id: int, **values: object) -> None:
    async with db.begin() as session:
        await session.execute(update(Push).where(Push.id == push_id).values(**values))


async def own_up(db: Database, *, channel: str, besides: Collection[int] = ()) -> None:
    """Owe again, as repeats, what an earlier sender was sending when it ended: nobody knows how that went.

    `besides` are the pushes that the caller is sending at this moment, and knows about.
    """
    async with db.begin() as session:
        await session.execute(
            update(Push)
            .where(Push.channel == channel, Push.state == PushState.SENDING, Push.id.not_in(besides))
            .values(state=PushState.OWED, repeat=True, not_before=clock.now())
        )


async def hold(db: Database, *, name: str, seconds: float) -> datetime | None:
    """Take or keep a lease; return until when, or None while somebody else holds it."""
    now = clock.now()
    until = now + timedelta(seconds=seconds)
    async with db.begin() as session:
        await session.execute(if_new(session, Lease, name=name, holder=HOLDER, until=until))
        lease = await session.get_one(Lease, name, with_for_update=True)
        if lease.holder != HOLDER and lease.until >= now:
            return None
        lease.holder, lease.until = HOLDER, until
    return until


async def free_leases(db: Database) -> None:
    """Take every lease back: only where this process is the one and only one, at its start."""
    async with db.begin() as session:
        await session.execute(delete(Lease))
