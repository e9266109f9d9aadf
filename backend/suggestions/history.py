"""Events as a keyed chain: each seal covers its event and the seal before (HMAC)."""

import json
from collections.abc import Collection, Sequence
from datetime import UTC

from sqlalchemy import func, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock
from backend.db import Database, keys_of
from backend.errors import Conflict
from backend.secret import Keys
from backend.suggestions.model import ActorKind, Event, EventKind, Heads, Suggestion


def _fact(event: Event) -> bytes:
    at = event.at.astimezone(UTC).isoformat(timespec="microseconds")
    who = [event.actor_kind, event.actor_id]
    fact = [event.suggestion_id, event.ordinal, event.kind, *who, at, event.data]
    return json.dumps(fact, ensure_ascii=False, sort_keys=True).encode()


async def append(
    session: AsyncSession,
    suggestion: Suggestion,
    *,
    kind: EventKind,
    actor: tuple[ActorKind, int],
    data: dict[str, str | int | None] | None = None,
) -> Event:
    """Write what happened, in the transaction in which it happens; the suggestion's row must be locked."""
    last = await newest(session, suggestion.id)
    event = Event(
        suggestion_id=suggestion.id,
        ordinal=last.ordinal + 1 if last else 1,
        kind=kind,
        actor_kind=actor[0],
        actor_id=actor[1],
        at=clock.now(),
        data=data or {},
    )
    event.seal = keys_of(session).chained(last.seal if last else "", _fact(event))
    session.add(event)
    await session.flush()
    return event


async def newest(session: AsyncSession, suggestion_id: int) -> Event | None:
    query = select(Event).where(Event.suggestion_id == suggestion_id).order_by(Event.ordinal.desc())
    return await session.scalar(query.limit(1))


async def newest_that(
    session: AsyncSession, suggestion_id: int, kinds: Collection[EventKind], **said: str | int
) -> Event | None:
    """Return the newest event of these kinds whose data say this."""
    query = select(Event).where(Event.suggestion_id == suggestion_id, Event.kind.in_(kinds))
    events = await session.scalars(query.order_by(Event.ordinal.desc()))
    return next((event for event in events if said.items() <= event.data.items()), None)


async def refuse_stale(session: AsyncSession, suggestion: Suggestion, seen: int | None) -> None:
    """Refuse what was decided before an older page: `seen` is the ordinal of the last event it showed."""
    if seen is None:
        return
    last = await newest(session, suggestion.id)
    if last and last.ordinal > seen:
        raise Conflict("suggestion-changed", number=suggestion.number)


async def seal_heads(db: Database) -> None:
    """Seal the state of all chains together; nothing is written where nothing has happened since."""
    async with db.begin() as session:
        if not db.embedded:  # an event with a smaller number may be on its way to its commit: let it come
            await session.execute(text("LOCK TABLE event IN SHARE ROW EXCLUSIVE MODE"))
        last, count = (await session.execute(select(func.max(Event.id), func.count()))).one()
        before = await session.scalar(select(Heads).order_by(Heads.id.desc()).limit(1))
        if last is None or (before and before.last_event == last):
            return
        seal = keys_of(session).chained(before.seal if before else "", await _heads_fact(session, last))
        session.add(Heads(at=clock.now(), last_event=last, events=count, seal=seal))


async def _heads_fact(session: AsyncSession, last_event: int) -> bytes:
    """Return the seal of every chain's newest event up to `last_event`, in the order of the suggestions."""
    newest = (
        select(func.max(Event.id))
        .where(Event.id <= last_event)
        .group_by(Event.suggestion_id)
        .scalar_subquery()
    )
    seals = await session.scalars(
        select(Event.seal).where(Event.id.in_(newest)).order_by(Event.suggestion_id)
    )
    return "\n".join(seals).encode()


async def verify(db: Database) -> list[str]:
    """Return what is wrong with the history, a line for each finding; nothing for a sound one."""
    found: list[str] = []
    async with db.read() as session:
        ids = list(await session.scalars(select(Suggestion.id).order_by(Suggestion.id)))
        for suggestion_id in ids:
            events = await session.scalars(
                select(Event).where(Event.suggestion_id == suggestion_id).order_by(Event.ordinal)
            )
            found += _broken_links(keys_of(session), suggestion_id, list(events))
        found += await _broken_heads(session)
    return found


def _broken_links(keys: Keys, suggestion_id: int, events: Sequence[Event]) -> list[str]:
    if not events:
        return [f"suggestion {suggestion_id}: no event at all"]
    before = ""
    for place, event in enumerate(events, 1):
        sealed = {keys.chained(before, _fact(event), key=key) for key in range(len(keys.events))}
        if event.ordinal != place or event.seal not in sealed:
            return [f"suggestion {suggestion_id}: event {event.ordinal} was changed, dropped or moved"]
        before = event.seal
    return []


async def _broken_heads(session: AsyncSession) -> list[str]:
    keys, before, found = keys_of(session), "", []
    for heads in await session.scalars(select(Heads).order_by(Heads.id)):
        fact = await _heads_fact(session, heads.last_event)
        if heads.seal not in {keys.chained(before, fact, key=key) for key in range(len(keys.events))}:
            found.append(f"heads {heads.id} of {heads.at:%Y-%m-%d %H:%M}: a chain was cut or changed")
        before = heads.seal
    return found
