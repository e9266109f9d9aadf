"""Promising, and reporting on it: whoever follows the suggestion is told each time."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock
from backend.campaigns import queries as campaigns
from backend.db import Database
from backend.errors import Conflict, NotFound, Refusal
from backend.handling.desk import checked_reason, just_done, lock, record
from backend.handling.queries import reply_to
from backend.people.values import cleaned
from backend.promises import queries
from backend.promises.model import OVER, Promise, PromiseState
from backend.ratings import asking
from backend.suggestions import following, history
from backend.suggestions.lifecycle import Verb, take
from backend.suggestions.model import EventKind, Suggestion
from backend.suggestions.queries import Sight

PROMISE_MAXIMUM = 500
"""Characters."""
MOST = 50
"""Promises of one suggestion."""
Data = dict[str, str | int | None]
REPORTED: dict[PromiseState, Verb] = {
    PromiseState.UNDER_WAY: Verb.REPORT,
    PromiseState.KEPT: Verb.KEEP,
    PromiseState.LATE: Verb.PUT_OFF,
    PromiseState.DROPPED: Verb.BREAK,
}
"""The verb by which a promise comes to each state."""


async def promise(
    db: Database,
    *,
    number: str,
    text: str,
    due_on: date,
    sight: Sight,
    staff_id: int,
    seen: int | None = None,
) -> int:
    """Promise something by a day, once the reply took the suggestion in; return the promise's ordinal."""
    words = _checked(text)
    async with db.begin() as session:
        suggestion = await _adopted(session, number, sight)
        made = await queries.of_suggestion(session, suggestion.id)
        if again := next((one for one in made if (one.text, one.due_on) == (words, due_on)), None):
            return again.ordinal  # a form sent twice
        await history.refuse_stale(session, suggestion, seen)
        take(suggestion, Verb.PROMISE)
        rules = await campaigns.edition(session, suggestion.edition)
        if due_on < campaigns.today(rules):
            raise Refusal("date-past")
        if len(made) >= MOST:
            raise Refusal("promise-too-many", maximum=str(MOST))
        one = Promise(
            suggestion_id=suggestion.id,
            ordinal=len(made) + 1,
            unit_id=suggestion.unit_id,
            text=words,
            due_on=due_on,
            state=PromiseState.UNDER_WAY,
            made_at=clock.now(),
        )
        session.add(one)
        data: Data = {"promise": one.ordinal, "due_on": due_on.isoformat()}
        kind = EventKind.PROMISED
        event = await record(session, suggestion, kind=kind, staff_id=staff_id, data=data, words=words)
        await following.owe(session, suggestion, event_id=event.id, kind="suggestion-promised")
        return one.ordinal


async def report(
    db: Database,
    *,
    number: str,
    ordinal: int,
    state: PromiseState,
    text: str,
    sight: Sight,
    staff_id: int,
    due_on: date | None = None,
    seen: int | None = None,
) -> None:
    """Say how far a promise has come; one that is late names its new day."""
    words = checked_reason(text)
    async with db.begin() as session:
        suggestion = await _adopted(session, number, sight)
        one = await _promise(session, suggestion, ordinal)
        day = due_on if state == PromiseState.LATE and due_on else one.due_on
        data: Data = {"promise": ordinal, "state": str(state), "due_on": day.isoformat()}
        kind = EventKind.PROGRESSED
        if await just_done(session, suggestion, kind=kind, staff_id=staff_id, data=data, words=words):
            return
        await history.refuse_stale(session, suggestion, seen)
        take(suggestion, REPORTED[state])
        if one.state in OVER:
            raise Conflict("promise-over", number=number)
        if state == PromiseState.LATE and day <= one.due_on:
            raise Refusal("promise-late-day")
        one.state, one.due_on = state, day
        event = await record(session, suggestion, kind=kind, staff_id=staff_id, data=data, words=words)
        if state == PromiseState.KEPT:
            await _ask_for_rating(session, suggestion, one)
        await following.owe(session, suggestion, event_id=event.id, kind="suggestion-progressed")


async def _ask_for_rating(session: AsyncSession, suggestion: Suggestion, one: Promise) -> None:
    """Ask the author for a second rating, now that what was promised is done (R127)."""
    rules = await campaigns.edition(session, suggestion.edition)
    reply = await reply_to(session, suggestion.id)
    if reply and rules.ratings:
        asking.ask(session, suggestion.id, reply_id=reply.id, unit_id=one.unit_id, promise=one.ordinal)


def _checked(text: str) -> str:
    words = cleaned(text)
    if not words:
        raise Refusal("promise-text-missing")
    if len(words) > PROMISE_MAXIMUM:
        raise Refusal("promise-too-long", length=str(len(words)), maximum=str(PROMISE_MAXIMUM))
    return words


async def _adopted(session: AsyncSession, number: str, sight: Sight) -> Suggestion:
    """Hold a suggestion whose newest reply took it in, in whole or in part."""
    suggestion = await lock(session, number, sight)
    if not sight.handles(suggestion):
        raise NotFound("suggestion-missing", number=number)
    rules = await campaigns.edition(session, suggestion.edition)
    reply = await reply_to(session, suggestion.id)
    outcome = rules.outcome(reply.outcome) if reply else None
    if outcome is None or not outcome.adopted:
        raise Conflict("promise-not-adopted", number=number)
    return suggestion


async def _promise(session: AsyncSession, suggestion: Suggestion, ordinal: int) -> Promise:
    mine = select(Promise).where(Promise.suggestion_id == suggestion.id, Promise.ordinal == ordinal)
    found = await session.scalar(mine.with_for_update())
    if found is None:
        raise NotFound("promise-missing", number=suggestion.number)
    return found
