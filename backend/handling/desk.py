"""What every verb of the desk does first and last: hold the row, read the reason, write what happened."""

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.errors import NotAllowed, NotFound, Refusal
from backend.people.values import cleaned
from backend.suggestions import history
from backend.suggestions.model import ActorKind, Event, EventKind, Remark, Suggestion
from backend.suggestions.queries import Sight

OFFICE = Sight(None, everything=True)
REASON_MAXIMUM = 1000
"""Characters."""


async def lock(session: AsyncSession, number: str, sight: Sight = OFFICE) -> Suggestion:
    """Return a suggestion that this desk handles, for writing; nobody else writes it meanwhile."""
    suggestion = await lock_seen(session, number, sight)
    if not sight.handles(suggestion):
        raise NotAllowed("suggestion-not-lead", number=number)
    return suggestion


async def lock_seen(session: AsyncSession, number: str, sight: Sight) -> Suggestion:
    """Return a suggestion that this desk may see, be it as an assisting unit, for writing."""
    query = sight.narrow(select(Suggestion).where(Suggestion.number == number))
    suggestion = await session.scalar(query.with_for_update())
    if suggestion is None:
        raise NotFound("suggestion-missing", number=number)
    return suggestion


def checked_reason(said: str) -> str:
    words = cleaned(said)
    if not words:
        raise Refusal("reason-missing")
    if len(words) > REASON_MAXIMUM:
        raise Refusal("reason-too-long", length=str(len(words)), maximum=str(REASON_MAXIMUM))
    return words


async def record(
    session: AsyncSession,
    suggestion: Suggestion,
    *,
    kind: EventKind,
    staff_id: int,
    data: Mapping[str, str | int | None] | None = None,
    words: str = "",
) -> Event:
    """Append what staff did, with the words that go with it."""
    event = await history.append(
        session, suggestion, kind=kind, actor=(ActorKind.STAFF, staff_id), data=dict(data or {})
    )
    if words:
        session.add(Remark(event_id=event.id, text=words))
    return event


async def just_done(
    session: AsyncSession,
    suggestion: Suggestion,
    *,
    kind: EventKind,
    staff_id: int,
    data: Mapping[str, str | int | None] | None = None,
    words: str = "",
) -> bool:
    """Recognise a form sent twice: the newest event says that this very thing was done.

    Without `data` any will do: where staff and words tell enough.
    """
    newest = await history.newest(session, suggestion.id)
    if newest is None or (newest.kind, newest.actor_kind, newest.actor_id) != (
        kind,
        ActorKind.STAFF,
        staff_id,
    ):
        return False
    remark = await session.get(Remark, newest.id)
    return data in (None, newest.data) and (remark.text if remark else "") == words
