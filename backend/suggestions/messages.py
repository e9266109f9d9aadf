"""What people are told of a suggestion: its number and its state, never personal data."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend import push
from backend.i18n import label
from backend.people.model import Person
from backend.suggestions import following
from backend.suggestions.model import Event, Suggestion


async def event_and_suggestion(session: AsyncSession, event_id: int) -> tuple[Event, Suggestion]:
    query = select(Event, Suggestion).join(Suggestion, Suggestion.id == Event.suggestion_id)
    event, suggestion = (await session.execute(query.where(Event.id == event_id))).one()
    return event, suggestion


async def whose(session: AsyncSession, suggestion: Suggestion, reader: Person) -> push.Blanks:
    """Return the number, and whose suggestion it is for this reader, in words."""
    role = await following.role(session, suggestion, reader)
    return {"number": suggestion.number, "whose": label(reader.language, f"push-whose-{role}")}


@push.says("suggestion-registered")
@push.says("suggestion-returned")
@push.says("suggestion-published")
async def numbered(session: AsyncSession, event_id: int, reader: Person) -> push.Blanks:
    del reader
    _, suggestion = await event_and_suggestion(session, event_id)
    return {"number": suggestion.number}


@push.says("suggestion-sent-back")
@push.says("suggestion-closed")
async def moved_on(session: AsyncSession, event_id: int, reader: Person) -> push.Blanks:
    _, suggestion = await event_and_suggestion(session, event_id)
    return await whose(session, suggestion, reader)


@push.says("suggestion-objection-decided")
async def objection_decided(session: AsyncSession, event_id: int, reader: Person) -> push.Blanks:
    del reader
    event, suggestion = await event_and_suggestion(session, event_id)
    return {"number": suggestion.number, "upheld": event.data["upheld"]}


@push.says("suggestion-undone")
async def undone(session: AsyncSession, event_id: int, reader: Person) -> push.Blanks:
    event, suggestion = await event_and_suggestion(session, event_id)
    return {**await whose(session, suggestion, reader), "undone": event.data["undone"]}


@push.says("suggestion-merged")
async def merged(session: AsyncSession, event_id: int, reader: Person) -> push.Blanks:
    event, suggestion = await event_and_suggestion(session, event_id)
    return {**await whose(session, suggestion, reader), "into": event.data["into"]}
