"""What the unit does with what it was given: sign for it, send it back, move the day, close (R65, R123)."""

from datetime import date, timedelta

from backend import clock
from backend.campaigns import queries as campaigns
from backend.campaigns.deadlines import due_on
from backend.db import Database
from backend.errors import Conflict, NotFound, Refusal
from backend.handling.desk import checked_reason, just_done, lock, record
from backend.suggestions import following
from backend.suggestions.actions import move
from backend.suggestions.model import EventKind, SuggestionState
from backend.suggestions.queries import Sight

LATEST = timedelta(days=366)
IN_HANDLING = {SuggestionState.FORWARDED, SuggestionState.SIGNED}


async def sign(db: Database, *, number: str, sight: Sight, staff_id: int) -> None:
    """Take a suggestion in hand; where the campaign counts from the signature, the clock starts now."""
    async with db.begin() as session:
        suggestion = await lock(session, number, sight)
        if suggestion.state == SuggestionState.SIGNED:
            return
        if suggestion.state != SuggestionState.FORWARDED:  # reopening alone signs what was answered
            raise Conflict("suggestion-moved-on", number=number)
        move(suggestion, SuggestionState.SIGNED)
        rules = await campaigns.edition(session, suggestion.edition)
        if rules.deadline.starts_at == "signed":
            now = clock.now()
            suggestion.due_on = due_on(rules, received=suggestion.submitted_at, forwarded=now, signed=now)
        due = suggestion.due_on.isoformat() if suggestion.due_on else None
        data = {"unit": suggestion.unit_id, "due_on": due}
        event = await record(session, suggestion, kind=EventKind.SIGNED, staff_id=staff_id, data=data)
        await following.owe(session, suggestion, event_id=event.id, kind="suggestion-signed")


async def send_back(db: Database, *, number: str, reason: str, sight: Sight, staff_id: int) -> None:
    """Say that it is not this unit's: the office assigns it anew."""
    why = checked_reason(reason)
    async with db.begin() as session:
        suggestion = await lock(session, number)
        kind = EventKind.SENT_BACK
        if await just_done(session, suggestion, kind=kind, staff_id=staff_id, words=why):
            return
        if not (sight.everything or (sight.unit_id and sight.unit_id == suggestion.unit_id)):
            raise NotFound("suggestion-missing", number=number)
        if suggestion.state not in IN_HANDLING:
            raise Conflict("suggestion-moved-on", number=number)
        move(suggestion, SuggestionState.REGISTERED)
        data = {"unit": suggestion.unit_id}
        suggestion.unit_id = suggestion.due_on = suggestion.paused_since = None
        event = await record(session, suggestion, kind=kind, staff_id=staff_id, data=data, words=why)
        await following.owe(session, suggestion, event_id=event.id, kind="suggestion-sent-back")


async def move_date(
    db: Database, *, number: str, due_on: date, reason: str, sight: Sight, staff_id: int
) -> None:
    """Set another last day for the reply, and say why (R68)."""
    why = checked_reason(reason)
    async with db.begin() as session:
        suggestion = await lock(session, number, sight)
        if suggestion.state not in IN_HANDLING:
            raise Conflict("suggestion-moved-on", number=number)
        kind, there = EventKind.DATE_MOVED, suggestion.due_on
        data = {"due_on": due_on.isoformat()}
        if await just_done(session, suggestion, kind=kind, staff_id=staff_id, data=data, words=why):
            return
        rules = await campaigns.edition(session, suggestion.edition)
        _check_date(due_on, there, campaigns.today(rules))
        suggestion.due_on = due_on
        event = await record(session, suggestion, kind=kind, staff_id=staff_id, data=data, words=why)
        await following.owe(session, suggestion, event_id=event.id, kind="suggestion-date-moved")


def _check_date(wanted: date, there: date | None, today: date) -> None:
    if wanted < today:
        raise Refusal("date-past")
    if wanted > today + LATEST:
        raise Refusal("date-too-far")
    if wanted == there:
        raise Refusal("date-same")


async def close(db: Database, *, number: str, staff_id: int) -> None:
    """End the handling of what was answered; the author can still rate the reply."""
    async with db.begin() as session:
        suggestion = await lock(session, number)
        if suggestion.state == SuggestionState.CLOSED:
            return
        move(suggestion, SuggestionState.CLOSED)
        event = await record(session, suggestion, kind=EventKind.CLOSED, staff_id=staff_id)
        await following.owe(session, suggestion, event_id=event.id, kind="suggestion-closed")
