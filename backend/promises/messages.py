from datetime import date

from sqlalchemy.ext.asyncio import AsyncSession

from backend import push
from backend.dates import day_in_words
from backend.i18n import label
from backend.people.model import Person
from backend.ratings.messages import may_rate
from backend.suggestions.messages import event_and_suggestion, whose


@push.says("suggestion-promised")
@push.says("suggestion-progressed")
async def promised(session: AsyncSession, event_id: int, reader: Person) -> push.Blanks:
    """Say the day and how far it is; what exactly was promised is read in the list."""
    event, suggestion = await event_and_suggestion(session, event_id)
    state = event.data.get("state", "under-way")
    asked = await may_rate(session, suggestion, event, reader)
    return {
        **await whose(session, suggestion, reader),
        "state": label(reader.language, f"promise-{state}"),
        "due": day_in_words(date.fromisoformat(event.data["due_on"]), reader.language),
        "rating": "yes" if asked else "no",
    }
