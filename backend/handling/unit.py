"""What the unit does with what it was given: sign for it, send it back, move the day, close (R65, R123)."""

from datetime import date, timedelta

from backend import clock
from backend.campaigns import queries as campaigns
from backend.campaigns.deadlines import due_on
from backend.db import Database
from backend.errors import Refusal
from backend.handling import sharing
from backend.handling.desk import checked_reason, just_done, lock, record
from backend.suggestions import following, history
from backend.suggestions.lifecycle import Verb, take
from backend.suggestions.model import EventKind, SuggestionState
from backend.suggestions.queries import Sight

LATEST = timedelta(days=366)


async def sign(db: Database, *, number: str, sight: Sight, staff_id: int, seen: int | None = None) -> None:
    """Take a suggestion in hand; where the campaign counts from the signature, the clock starts now."""
    async with db.begin() as session:
        suggestion = await lock(session, number, sight)
        if suggestion.state == SuggestionState.SIGNED:
            return
        await history.refuse_stale(session, suggestion, seen)
        take(suggestion, Verb.SIGN)
        rules = await campaigns.edition(session, suggestion.edition)
        if rules.deadline.starts_at == "signed":
            now = clock.now()
            suggestion.due_on = due_on(rules, received=suggestion.submitted_at, forwarded=now, signed=now)
        due = suggestion.due_on.isoformat() if suggestion.due_on else None
        data = {"unit": suggestion.unit_id, "due_on": due}
        event = await record(session, suggestion, kind=EventKind.SIGNED, staff_id=staff_id, data=data)
        await following.owe(session, suggestion, event_id=event.id, kind="suggestion-signed")


async def send_back(
    db: Database, *, number: str, reason: str, sight: Sight, staff_id: int, seen: int | None = None
) -> None:
    """Say that it is not this unit's: the office assigns it anew."""
    why = checked_reason(reason)
    async with db.begin() as session:
        suggestion = await lock(session, number)
        kind = EventKind.SENT_BACK
        if await just_done(session, suggestion, kind=kind, staff_id=staff_id, words=why):
            return
        await lock(session, number, sight)
        await history.refuse_stale(session, suggestion, seen)
        take(suggestion, Verb.SEND_BACK)
        await sharing.end(session, suggestion)
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
        take(suggestion, Verb.MOVE_DATE)
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


async def close(db: Database, *, number: str, staff_id: int, seen: int | None = None) -> None:
    """End the handling of what was answered; the author can still rate the reply."""
    async with db.begin() as session:
        suggestion = await lock(session, number)
        if suggestion.state == SuggestionState.CLOSED:
            return
        await history.refuse_stale(session, suggestion, seen)
        take(suggestion, Verb.CLOSE)
        event = await record(session, suggestion, kind=EventKind.CLOSED, staff_id=staff_id)
        await following.owe(session, suggestion, event_id=event.id, kind="suggestion-closed")
