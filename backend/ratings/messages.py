from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from backend import push
from backend.people.model import Person
from backend.ratings.model import Rating
from backend.ratings.queries import of_reply
from backend.suggestions.messages import event_and_suggestion
from backend.suggestions.model import Suggestion


async def may_rate(
    session: AsyncSession, suggestion: Suggestion, reply_id: int, reader: Person
) -> Sequence[Rating]:
    """Return what this reader is asked to rate in a reply: the author, and only of the newest."""
    if reader.id != suggestion.person_id:
        return ()
    asked = await of_reply(session, suggestion.id)
    return [row for row in asked if row.reply_id == reply_id and row.given_at is None]


@push.says("rating-reminded")
async def reminded(session: AsyncSession, event_id: int, reader: Person) -> push.Blanks:
    del reader
    _, suggestion = await event_and_suggestion(session, event_id)
    return {"number": suggestion.number}
