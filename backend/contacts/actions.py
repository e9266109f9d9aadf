"""Recording a talk with the author (R80)."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock
from backend.campaigns import queries as campaigns
from backend.contacts.model import ContactEntry, Mode
from backend.db import Database
from backend.errors import NotFound, Refusal
from backend.handling.desk import lock_seen, record
from backend.people.values import cleaned
from backend.suggestions.lifecycle import Verb, take
from backend.suggestions.model import EventKind, Suggestion
from backend.suggestions.queries import Sight

OUTCOME_MAXIMUM = 1000
"""Characters."""


async def log(
    db: Database, *, number: str, mode: str, spoken_on: str, text: str, sight: Sight, staff_id: int
) -> None:
    """Put a talk on record, with its day as typed (2024-08-01); the same once more changes nothing."""
    how, words = mode_of(mode), _checked(text)
    async with db.begin() as session:
        suggestion = await lock_seen(session, number, sight)
        if not sight.handles(suggestion):
            raise NotFound("suggestion-missing", number=number)
        on = await day_of(session, suggestion, spoken_on)
        if await _is_there(session, suggestion.id, (staff_id, how, on, words)):
            return
        take(suggestion, Verb.CONTACT)
        entry = ContactEntry(
            suggestion_id=suggestion.id,
            unit_id=suggestion.unit_id,
            staff_id=staff_id,
            mode=how,
            spoken_on=on,
            text=words,
            recorded_at=clock.now(),
        )
        session.add(entry)
        await session.flush()
        data = {"contact": entry.id, "unit": suggestion.unit_id, "mode": how.value, "on": on.isoformat()}
        await record(session, suggestion, kind=EventKind.CONTACTED, staff_id=staff_id, data=data)


def mode_of(said: str) -> Mode:
    if said not in set(Mode):
        raise Refusal("contact-mode-missing")
    return Mode(said)


async def day_of(session: AsyncSession, suggestion: Suggestion, said: str) -> date:
    """Read the day on which something was done: not before the suggestion came, not after today."""
    rules = await campaigns.edition(session, suggestion.edition)
    try:
        on = date.fromisoformat(said.strip())
    except ValueError as error:
        raise Refusal("day-missing") from error
    if not campaigns.day_of(rules, suggestion.submitted_at) <= on <= campaigns.today(rules):
        raise Refusal("day-not-then")
    return on


def _checked(text: str) -> str:
    words = cleaned(text)
    if not words:
        raise Refusal("contact-outcome-missing")
    if len(words) > OUTCOME_MAXIMUM:
        raise Refusal("words-too-long", length=str(len(words)), maximum=str(OUTCOME_MAXIMUM))
    return words


async def _is_there(session: AsyncSession, suggestion_id: int, said: tuple[int, Mode, date, str]) -> bool:
    """Recognise a form sent twice; what is sealed is compared here."""
    mine = select(ContactEntry).where(ContactEntry.suggestion_id == suggestion_id)
    return any((e.staff_id, e.mode, e.spoken_on, e.text) == said for e in await session.scalars(mine))
