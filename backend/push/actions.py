from collections.abc import Collection, Iterable
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from sqlalchemy import (
    ColumnElement,
    Select,
    and_,
    case,
    delete,
    func,
    insert,
    literal,
    not_,
    or_,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from backend import clock
from backend.dates import HOUSE_ZONE
from backend.db import Database, if_new
from backend.people.model import CHATLESS, Person
from backend.push.model import Lease, Push, PushState

HOLDER = uuid4().hex
"""This process, among all that may hold a lease."""
GONE = "Forbidden"
"""With this begins the reason where a person has blocked the bot or left."""
NO_CHAT = "no-chat"
"""The reason where a person has no chat at all: staff tell them by letter or telephone."""
TOLD_ELSEWHERE = "told-elsewhere"
"""The reason where another system, from which a suggestion was taken over, told its author."""
TOLD_IN_PERSON = "told-in-person"
"""The reason where an information officer brought word to somebody who has no chat."""
UNSURE, GIVEN_UP, NO_WORDS = "no answer, twice", "given up", "no words"
"""With these begin the reasons where it may have arrived, where all attempts failed, and where words lack."""


async def owe(
    session: AsyncSession,
    *,
    person_id: int,
    kind: str,
    event_id: int | None = None,
    about: int | None = None,
    at_once: bool = False,
) -> None:
    """Owe a person a message about an event, in the transaction of the event.

    `about` in place of the event where nothing happened to a suggestion: the row of which it tells.
    `at_once` for what the person has just caused, which is said in quiet hours too.
    """
    channel = await session.scalar(select(Person.channel).where(Person.id == person_id))
    now = clock.now()
    parked = {"state": PushState.PARKED, "reason": NO_CHAT, "settled_at": now} if channel in CHATLESS else {}
    session.add(
        Push(
            channel=channel,
            person_id=person_id,
            event_id=event_id,
            about=about,
            kind=kind,
            at_once=at_once,
            not_before=now,
            owed_since=now,
            **parked,
        )
    )


async def owe_each(
    session: AsyncSession,
    *,
    people: Select[int] | Select[int | None],
    kind: str,
    event_id: int | None = None,
    about: int | None = None,
) -> None:
    """Owe the same message to all persons a query names, however many, in one statement.

    It is about an event, or about the row `about`, as in `owe`.
    """
    now = clock.now()
    fixed = {
        Push.event_id: event_id,
        Push.about: about,
        Push.kind: kind,
        Push.attempts: 0,
        Push.repeat: False,
        Push.at_once: False,
        Push.not_before: now,
        Push.owed_since: now,
    }
    values = [literal(value, column.type) for column, value in fixed.items()]
    told = select(Person.channel, Person.id, *_parked_if_chatless(now), *values)
    rows = told.where(Person.id.in_(people)).order_by(Person.id)
    columns = [Push.channel, Push.person_id, Push.state, Push.reason, Push.settled_at, *fixed]
    await session.execute(insert(Push).from_select(columns, rows, include_defaults=False))


def _parked_if_chatless(now: datetime) -> list[ColumnElement[Any]]:
    """Return state, reason and when it was settled, for each person by their channel."""
    chatless = Person.channel.in_(sorted(CHATLESS))
    return [
        case((chatless, PushState.PARKED.value), else_=PushState.OWED.value),
        case((chatless, NO_CHAT), else_=None),
        case((chatless, literal(now, Push.settled_at.type)), else_=None),
    ]


async def take_due(db: Database, *, channel: str, most: int) -> list[list[Push]]:
    """Take what is due to each of the persons waiting longest, all of it together.

    The mark `sending` is there before a byte leaves. A repeat goes apart from what was never tried.
    """
    async with db.read() as session:
        ids = await _due(session, channel, most)
    if not ids:
        return []
    async with db.begin() as session:
        taken = await session.scalars(
            update(Push)
            .where(Push.id.in_(ids), Push.state == PushState.OWED)
            .values(state=PushState.SENDING, attempts=Push.attempts + 1)
            .returning(Push)
        )
        return _together(taken)


async def _due(session: AsyncSession, channel: str, most: int) -> list[int]:
    """Return what may be sent now: nothing to whom something is on its way or waits for another try."""
    here = (Push.channel == channel, Push.state.in_((PushState.OWED, PushState.SENDING)))
    now = clock.now()
    held_up = or_(Push.state == PushState.SENDING, Push.not_before > now)
    waiting = select(Push.person_id).where(*here, held_up)
    due = and_(*here, Push.state == PushState.OWED, Push.not_before <= now)
    spoken_to = due & Push.person_id.not_in(waiting) & or_(Push.at_once, Person.id.not_in(quiet(now)))
    first = (
        select(func.min(Push.id))
        .join(Person, Person.id == Push.person_id)
        .where(spoken_to)
        .group_by(Push.person_id)
        .order_by(func.min(Push.id))
        .limit(most)
    )
    oldest = list(await session.scalars(first))
    if not oldest:
        return []
    leading = aliased(Push)
    together = (
        select(Push.id)
        .join(Person, Person.id == Push.person_id)
        .join(leading, and_(leading.person_id == Push.person_id, leading.repeat == Push.repeat))
        .where(spoken_to, leading.id.in_(oldest))
    )
    return list(await session.scalars(together.order_by(Push.id)))


def quiet(now: datetime) -> Select[int]:
    """Ask for the persons in whose quiet hours it is now, by the clock of the house."""
    hour = now.astimezone(HOUSE_ZONE).hour
    begun, ended = Person.quiet_from <= hour, Person.quiet_until > hour
    over_night = Person.quiet_from > Person.quiet_until
    within = or_(and_(over_night, or_(begun, ended)), and_(not_(over_night), begun, ended))
    return select(Person.id).where(Person.quiet_from.is_not(None), Person.quiet_until.is_not(None), within)


def _together(taken: Iterable[Push]) -> list[list[Push]]:
    groups: dict[int, list[Push]] = {}
    for push in sorted(taken, key=lambda push: push.id):
        groups.setdefault(push.person_id, []).append(push)
    return list(groups.values())


async def owe_missed(db: Database, *, person_id: int) -> None:
    """Owe again what could not be delivered while a person was not to be reached, who now is back."""
    async with db.begin() as session:
        back = update(Person).where(Person.id == person_id).values(unreachable_since=None)
        await session.execute(back)
        await session.execute(
            update(Push)
            .where(Push.person_id == person_id, Push.state == PushState.PARKED)
            .where(Push.reason.startswith(GONE))
            .values(state=PushState.OWED, not_before=clock.now(), settled_at=None, repeat=False)
        )


async def sent(db: Database, *, push_ids: Collection[int], message: int) -> None:
    await _settle(db, push_ids, state=PushState.SENT, message=message, settled_at=clock.now())


async def park(db: Database, *, push_ids: Collection[int], reason: str) -> None:
    """Stop trying, with the reason; staff see it."""
    await _settle(db, push_ids, state=PushState.PARKED, reason=reason[:255], settled_at=clock.now())


async def owe_again(
    db: Database, *, push_ids: Collection[int], after: timedelta, repeat: bool = False
) -> None:
    """Try later. `repeat` when the attempt may have arrived: the next one says so."""
    values: dict[str, object] = {"state": PushState.OWED, "not_before": clock.now() + after}
    await _settle(db, push_ids, **values, **({"repeat": True} if repeat else {}))


async def told_elsewhere(session: AsyncSession, *, event_ids: Select[int]) -> None:
    """Park for good what another system has told already."""
    theirs = update(Push).where(Push.event_id.in_(event_ids), Push.reason == NO_CHAT)
    await session.execute(theirs.values(reason=TOLD_ELSEWHERE))


async def told_in_person(session: AsyncSession, *, event_id: int, person_id: int) -> None:
    """Settle what somebody without a chat was owed about an event: they were told face to face."""
    theirs = update(Push).where(Push.event_id == event_id, Push.person_id == person_id)
    await session.execute(theirs.where(Push.reason == NO_CHAT).values(reason=TOLD_IN_PERSON))


async def _settle(db: Database, push_ids: Collection[int], **values: object) -> None:
    async with db.begin() as session:
        await session.execute(update(Push).where(Push.id.in_(push_ids)).values(**values))


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
