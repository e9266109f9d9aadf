from sqlalchemy.ext.asyncio import AsyncSession

from backend import push
from backend.campaigns import queries as campaigns
from backend.handling.model import Reply, Unit
from backend.people.model import Person
from backend.suggestions import following
from backend.suggestions.messages import event_and_suggestion


@push.says("suggestion-forwarded")
async def forwarded(session: AsyncSession, event_id: int, reader: Person) -> push.Blanks:
    event, suggestion = await event_and_suggestion(session, event_id)
    unit = await session.get_one(Unit, event.data["unit"])
    return {
        "number": suggestion.number,
        "role": following.role(suggestion, reader),
        "unit": unit.name(reader.language),
        "due": event.data["due_on"],
    }


@push.says("suggestion-replied")
async def replied(session: AsyncSession, event_id: int, reader: Person) -> push.Blanks:
    event, suggestion = await event_and_suggestion(session, event_id)
    answer = await session.get_one(Reply, event.data["reply"])
    unit = await session.get_one(Unit, answer.unit_id)
    rules = await campaigns.edition(session, suggestion.edition)
    outcome = rules.outcome(answer.outcome)
    return {
        "number": suggestion.number,
        "role": following.role(suggestion, reader),
        "unit": unit.name(reader.language),
        "outcome": outcome.name.said(reader.language) if outcome else answer.outcome,
        "text": answer.text,
        "reason": answer.reason or "",
        "explained": "yes" if answer.reason else "no",
    }
