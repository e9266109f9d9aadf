from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from backend import push
from backend.people.model import Person
from backend.ratings.model import Rating
from backend.ratings.queries import asked
from backend.suggestions.messages import event_and_suggestion
from backend.suggestions.model import Event, Suggestion

KEPT = "kept"
"""The state of a promise that is rated, as its reports say it."""


async def may_rate(
    session: AsyncSession, suggestion: Suggestion, event: Event, reader: Person
) -> Sequence[Rating]:
    """Return what an event asks this reader to rate: the author alone, and of replies only the newest."""
    if reader.id != suggestion.person_id:
        return ()
    reply, promise = event.data.get("reply"), event.data.get("promise", 0)
    if promise and event.data.get("state") != KEPT:
        return ()
    rows = [row for row in await asked(session, suggestion.id) if row.given_at is None]
    return [row for row in rows if row.promise == promise and (promise or row.reply_id == reply)]


@push.says("rating-reminded")
async def reminded(session: AsyncSession, event_id: int, reader: Person) -> push.Blanks:
    del reader
    event, suggestion = await event_and_suggestion(session, event_id)
    return {"number": suggestion.number, "promise": "yes" if event.data.get("promise") else "no"}
