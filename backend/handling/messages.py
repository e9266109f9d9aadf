from collections.abc import Sequence
from datetime import date

from sqlalchemy.ext.asyncio import AsyncSession

from backend import push
from backend.campaigns import queries as campaigns
from backend.dates import day_in_words
from backend.handling.model import Reply, Unit
from backend.handling.naming import names_author
from backend.i18n import label
from backend.people.model import Person
from backend.ratings.messages import may_rate
from backend.suggestions import following
from backend.suggestions.messages import event_and_suggestion, whose
from backend.suggestions.model import Suggestion


@push.says("suggestion-forwarded")
async def forwarded(session: AsyncSession, event_id: int, reader: Person) -> push.Blanks:
    event, suggestion = await event_and_suggestion(session, event_id)
    unit = await session.get_one(Unit, event.data["unit"])
    return {
        "number": suggestion.number,
        "role": await following.role(session, suggestion, reader),
        "unit": unit.name(reader.language),
        "due": day_in_words(date.fromisoformat(event.data["due_on"]), reader.language),
    }


@push.says("suggestion-reopened")
async def reopened(session: AsyncSession, event_id: int, reader: Person) -> push.Blanks:
    """Name the unit that answers once more, and the assisting one whose part was not good."""
    event, _ = await event_and_suggestion(session, event_id)
    lead, rated = event.data.get("lead"), event.data["unit"]
    beside = await session.get_one(Unit, rated) if lead not in {None, rated} else None
    return {
        **await in_hand(session, event_id, reader),
        "assisting": beside.name(reader.language) if beside else "",
        "has_assisting": "yes" if beside else "no",
    }


@push.says("suggestion-signed")
async def in_hand(session: AsyncSession, event_id: int, reader: Person) -> push.Blanks:
    event, suggestion = await event_and_suggestion(session, event_id)
    unit = await session.get_one(Unit, event.data.get("lead") or event.data["unit"])
    due = event.data["due_on"]
    return {
        **await whose(session, suggestion, reader),
        "unit": unit.name(reader.language),
        "due": day_in_words(date.fromisoformat(due), reader.language) if due else "",
    }


@push.says("suggestion-date-moved")
async def date_moved(session: AsyncSession, event_id: int, reader: Person) -> push.Blanks:
    event, suggestion = await event_and_suggestion(session, event_id)
    due = day_in_words(date.fromisoformat(event.data["due_on"]), reader.language)
    return {**await whose(session, suggestion, reader), "due": due}


@push.says("suggestion-diverted")
async def diverted(session: AsyncSession, event_id: int, reader: Person) -> push.Blanks:
    """Name the place where the matter belongs, in the campaign's own words."""
    event, suggestion = await event_and_suggestion(session, event_id)
    rules = await campaigns.edition(session, suggestion.edition)
    place = next(one for one in rules.diversions if one.id == event.data["place"])
    return {
        **await whose(session, suggestion, reader),
        "place": place.name.said(reader.language),
        "advice": f"{place.advice.said(reader.language)} {place.url or ''}".rstrip(),
    }


@push.says("suggestion-replied")
@push.says("suggestion-reply-corrected")
async def replied(session: AsyncSession, event_id: int, reader: Person) -> push.Blanks:
    """Say the whole reply, unless it says who the author is: then where its author may read it."""
    event, suggestion = await event_and_suggestion(session, event_id)
    answer = await session.get_one(Reply, event.data["reply"])
    told = not names_author(suggestion, answer)
    mine = reader.id == suggestion.person_id
    files = int(event.data.get("files", 0)) if mine else 0
    return {
        **await _about(session, suggestion, answer, reader),
        "told": "yes" if told else "no" if mine else "withheld",
        "text": answer.text if told else "",
        "reason": (answer.reason or "") if told else "",
        "explained": "yes" if answer.reason and told else "no",
        "files": str(files),
        "attached": "yes" if files else "no",
        "rating": "yes" if await may_rate(session, suggestion, event, reader) else "no",
    }


async def _about(
    session: AsyncSession, suggestion: Suggestion, answer: Reply, reader: Person
) -> dict[str, str]:
    unit = await session.get_one(Unit, answer.unit_id)
    rules = await campaigns.edition(session, suggestion.edition)
    outcome = rules.outcome(answer.outcome)
    return {
        "number": suggestion.number,
        "role": await following.role(session, suggestion, reader),
        "unit": unit.name(reader.language),
        "outcome": outcome.name.said(reader.language) if outcome else answer.outcome,
    }


@push.offers("suggestion-replied", "suggestion-reply-corrected", "suggestion-progressed", "rating-reminded")
async def ratings(session: AsyncSession, event_id: int, reader: Person) -> Sequence[push.Row]:
    """Offer the campaign's ratings, a row for each unit that is rated, by name where there are several."""
    event, suggestion = await event_and_suggestion(session, event_id)
    rules = await campaigns.edition(session, suggestion.edition)
    asked = await may_rate(session, suggestion, event, reader)
    names = {row.id: await _name(session, row.unit_id, reader) for row in asked} if len(asked) > 1 else {}
    return [
        tuple(
            push.Button(
                f"{names.get(row.id, '')}{each.name.said(reader.language)}",
                f"rate:{row.id}:{each.id}",
                suggestion.number,
            )
            for each in rules.ratings
        )
        for row in asked
    ]


async def _name(session: AsyncSession, unit_id: int, reader: Person) -> str:
    unit = await session.get_one(Unit, unit_id)
    return label(reader.language, "push-rated-unit", unit=unit.name(reader.language))
