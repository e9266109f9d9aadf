"""What the unit does with what it was given: sign for it, send it back, move the day, close (R65, R123)."""

from datetime import date, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock, notices
from backend.campaigns import queries as campaigns
from backend.campaigns.deadlines import FROM_RECEIPT
from backend.campaigns.schema import Campaign
from backend.db import Database
from backend.deadlines import actions as deadlines
from backend.errors import NotAllowed, Refusal
from backend.handling import sharing
from backend.handling.desk import checked_reason, just_done, lock, record
from backend.notices import queries as told
from backend.suggestions import following, history
from backend.suggestions.lifecycle import Verb, take
from backend.suggestions.model import EventKind, Suggestion, SuggestionState
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
            suggestion.due_on = await deadlines.begin(
                session, suggestion.id, rules, started=clock.now(), starts_at="signed"
            )
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
        unit_id, suggestion.unit_id = suggestion.unit_id, None
        await _stop_the_clock(session, suggestion)
        data = {"unit": unit_id, "due_on": suggestion.due_on.isoformat() if suggestion.due_on else None}
        event = await record(session, suggestion, kind=kind, staff_id=staff_id, data=data, words=why)
        await following.owe(session, suggestion, event_id=event.id, kind="suggestion-sent-back")
        await notices.tell(
            session,
            staff_ids=await told.office(session),
            kind=notices.Kind.SENT_BACK,
            suggestion_id=suggestion.id,
            once=f"event:{event.id}",
            but=staff_id,
        )


async def _stop_the_clock(session: AsyncSession, suggestion: Suggestion) -> None:
    """Forget the last day, unless it counts from receipt: then it runs on while the office assigns anew."""
    rules = await campaigns.edition(session, suggestion.edition)
    if rules.deadline.starts_at not in FROM_RECEIPT:
        suggestion.due_on = suggestion.paused_since = None


async def move_date(
    db: Database, *, number: str, due_on: date, reason: str, sight: Sight, staff_id: int
) -> None:
    """Set another last day for the reply, and say why (R68); units ask the office for one."""
    why = checked_reason(reason)
    if not sight.everything:
        raise NotAllowed("date-office-only")
    async with db.begin() as session:
        suggestion = await lock(session, number, sight)
        take(suggestion, Verb.MOVE_DATE)
        data = {"due_on": due_on.isoformat()}
        kind = EventKind.DATE_MOVED
        if await just_done(session, suggestion, kind=kind, staff_id=staff_id, data=data, words=why):
            return
        rules = await campaigns.edition(session, suggestion.edition)
        await put_date(session, suggestion, rules, due_on=due_on, why=why, staff_id=staff_id)


async def put_date(
    session: AsyncSession,
    suggestion: Suggestion,
    rules: Campaign,
    *,
    due_on: date,
    why: str,
    staff_id: int,
    extension_id: int | None = None,
) -> None:
    """Move the last day of a suggestion that is locked, and tell who follows it."""
    check_date(due_on, suggestion.due_on, campaigns.today(rules))
    suggestion.due_on = await deadlines.set_day(
        session, suggestion.id, rules, day=due_on, extension_id=extension_id
    )
    data: dict[str, str | int | None] = {"due_on": due_on.isoformat()}
    if extension_id:
        data["extension"] = extension_id
    kind = EventKind.DATE_MOVED
    event = await record(session, suggestion, kind=kind, staff_id=staff_id, data=data, words=why)
    await following.owe(session, suggestion, event_id=event.id, kind="suggestion-date-moved")


def check_date(wanted: date, there: date | None, today: date) -> None:
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
