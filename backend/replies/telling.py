"""Proof that a reply reached its author where no chat brought it to them (R72)."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock
from backend.contacts.actions import day_of, mode_of
from backend.db import Database
from backend.errors import NotFound, Refusal
from backend.handling.desk import record
from backend.handling.model import Reply
from backend.push.model import Push, PushState
from backend.replies.drafting import at_hand
from backend.replies.model import Told
from backend.suggestions.lifecycle import Verb, take
from backend.suggestions.model import Event, EventKind, Suggestion
from backend.suggestions.queries import Sight

BROUGHT = (EventKind.REPLIED, EventKind.REPLY_CORRECTED)


async def tell(
    db: Database, *, number: str, reply_id: int, mode: str, told_on: str, sight: Sight, staff_id: int
) -> None:
    """Put on record that the author was told of a reply in person; once for each reply."""
    how = mode_of(mode)
    async with db.begin() as session:
        suggestion = await at_hand(session, number, sight)
        reply = await session.get(Reply, reply_id)
        if reply is None or reply.suggestion_id != suggestion.id:
            raise NotFound("reply-missing")
        on = await day_of(session, suggestion, told_on)
        if await session.scalar(select(Told).where(Told.reply_id == reply_id)):
            return
        take(suggestion, Verb.TELL)
        delivered = (await pushes(session, suggestion)).get(reply_id)
        if delivered and delivered.state == PushState.SENT:
            raise Refusal("reply-delivered-already")
        session.add(Told(reply_id=reply_id, mode=how, told_on=on, staff_id=staff_id, recorded_at=clock.now()))
        data = {"reply": reply_id, "mode": how.value, "on": on.isoformat()}
        await record(session, suggestion, kind=EventKind.TOLD, staff_id=staff_id, data=data)


async def pushes(session: AsyncSession, suggestion: Suggestion) -> dict[int, Push]:
    """Return what the author was to be told, by reply."""
    query = select(Event, Push).join(Push, Push.event_id == Event.id)
    query = query.where(Event.suggestion_id == suggestion.id, Event.kind.in_(BROUGHT))
    rows = await session.execute(query.where(Push.person_id == suggestion.person_id))
    return {event.data["reply"]: push for event, push in rows}
