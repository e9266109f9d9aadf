"""What the author is told of a suggestion: its number and its state, never personal data."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend import push
from backend.people.model import Person
from backend.suggestions.model import Event, Suggestion


async def event_and_suggestion(session: AsyncSession, event_id: int) -> tuple[Event, Suggestion]:
    query = select(Event, Suggestion).join(Suggestion, Suggestion.id == Event.suggestion_id)
    event, suggestion = (await session.execute(query.where(Event.id == event_id))).one()
    return event, suggestion


@push.says("suggestion-registered")
async def registered(session: AsyncSession, event_id: int, reader: Person) -> push.Blanks:
    del reader
    _, suggestion = await event_and_suggestion(session, event_id)
    return {"number": suggestion.number}
