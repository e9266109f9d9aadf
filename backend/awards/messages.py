from sqlalchemy.ext.asyncio import AsyncSession

from backend import push
from backend.campaigns import queries as campaigns
from backend.people.model import Person
from backend.suggestions.messages import event_and_suggestion


@push.says("suggestion-awarded")
async def awarded(session: AsyncSession, event_id: int, reader: Person) -> push.Blanks:
    """Name the prize in the campaign's own words."""
    event, suggestion = await event_and_suggestion(session, event_id)
    rules = await campaigns.edition(session, suggestion.edition)
    prizes = rules.awards.prizes if rules.awards else ()
    prize = next(one for one in prizes if one.id == event.data["prize"])
    return {"number": suggestion.number, "prize": prize.name.said(reader.language)}
