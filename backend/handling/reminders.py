"""What the clock does about last days: remind staff (R77), and count anew when a year is announced."""

from collections.abc import Iterator, Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend import notices
from backend.campaigns import official
from backend.campaigns import queries as campaigns
from backend.campaigns.parts import Reminders
from backend.campaigns.schema import Campaign
from backend.db import Database
from backend.deadlines import actions as deadlines
from backend.deadlines.model import Reckoning
from backend.deadlines.queries import holding
from backend.handling.story import RUNNING
from backend.notices import queries as told
from backend.notices.model import Notice
from backend.suggestions import following, history
from backend.suggestions.lifecycle import Verb, take
from backend.suggestions.model import ActorKind, EventKind, Suggestion

AT_ONCE = 200
"""Suggestions looked at together."""
HOUSE = (ActorKind.HOUSE, 0)
BEGINS = "due:"
"""How the mark of a reminder begins, before the last day and the day of reminding."""


def mark(reminders: Reminders, late: int) -> int | None:
    """Return the newest day of reminding that has come: days late, negative before; None before the first."""
    return max((day for day in _days(reminders, late) if day <= late), default=None)


def _days(reminders: Reminders, late: int) -> Iterator[int]:
    yield from (-day for day in reminders.before)
    if reminders.on_the_day:
        yield 0
    yield from reminders.after
    last = max(reminders.after, default=0)
    if reminders.every and late >= last + reminders.every:
        yield late - (late - last) % reminders.every


async def remind(db: Database) -> None:
    """Put before staff what is due soon, due today or late: each once for a suggestion and a day."""
    after = 0
    while True:
        async with db.read() as session:
            waiting = await _waiting(session, after)
            due = await _owed(session, waiting)
        for suggestion_id, once in due:
            async with db.begin() as session:
                await _remind(session, suggestion_id, once)
        if len(waiting) < AT_ONCE:
            return
        after = waiting[-1].id


async def _waiting(session: AsyncSession, after: int) -> list[Suggestion]:
    """Return what somebody waits for an answer to; while its author is asked, the clock stands."""
    query = select(Suggestion).where(
        Suggestion.id > after,
        Suggestion.state.in_(RUNNING),
        Suggestion.due_on.is_not(None),
        Suggestion.paused_since.is_(None),
    )
    return list(await session.scalars(query.order_by(Suggestion.id).limit(AT_ONCE)))


async def _owed(session: AsyncSession, waiting: Sequence[Suggestion]) -> list[tuple[int, str]]:
    """Return the reminders that are due and were not given, by suggestion."""
    due = [
        (one.id, once)
        for one in waiting
        if (once := _once(one, await campaigns.edition(session, one.edition)))
    ]
    given = select(Notice.suggestion_id, Notice.once).distinct()
    given = given.where(Notice.suggestion_id.in_([each for each, _ in due]), Notice.once.startswith(BEGINS))
    there = {(suggestion_id, once) for suggestion_id, once in await session.execute(given)}
    return [each for each in due if each not in there]


def _late(suggestion: Suggestion, rules: Campaign) -> int:
    return (campaigns.today(rules) - (suggestion.due_on or date.max)).days


def _once(suggestion: Suggestion, rules: Campaign) -> str | None:
    day = mark(rules.deadline.reminders, _late(suggestion, rules))
    return None if day is None else f"{BEGINS}{suggestion.due_on}:{day}"


async def _remind(session: AsyncSession, suggestion_id: int, once: str) -> None:
    suggestion = await session.get_one(Suggestion, suggestion_id, with_for_update=True)
    rules = await campaigns.edition(session, suggestion.edition)
    if suggestion.state not in RUNNING or suggestion.paused_since or _once(suggestion, rules) != once:
        return
    late = _late(suggestion, rules)
    staff = [*await told.concerned(session, suggestion.unit_id)]
    if late >= 0:
        staff += [*await told.office(session), *await told.supervisors(session)]
    kinds = notices.Kind.DUE_SOON, notices.Kind.DUE_TODAY, notices.Kind.OVERDUE
    await notices.tell(
        session,
        staff_ids=staff,
        kind=kinds[(late > 0) - (late < 0) + 1],
        suggestion_id=suggestion.id,
        once=once,
        due_on=suggestion.due_on,
    )


async def recount(db: Database) -> None:
    """Count provisional days again once their year is announced; the author hears only of another day."""
    async with db.read() as session:
        found = await _announced(session)
    for suggestion_id in found:
        async with db.begin() as session:
            await _recount(session, suggestion_id)


async def _announced(session: AsyncSession) -> list[int]:
    """Return what was counted before the notice of its year was out, which now is."""
    known = date(official.newest_year() + 1, 1, 1)
    query = (
        select(Reckoning.suggestion_id)
        .join(Suggestion, Suggestion.id == Reckoning.suggestion_id)
        .where(Reckoning.provisional, Reckoning.due_on < known, Reckoning.id.in_(holding()))
        .where(Suggestion.state.in_(RUNNING), Suggestion.due_on.is_not(None))
    )
    return list(await session.scalars(query.order_by(Reckoning.id)))


async def _recount(session: AsyncSession, suggestion_id: int) -> None:
    suggestion = await session.get_one(Suggestion, suggestion_id, with_for_update=True)
    if suggestion.state not in RUNNING or suggestion.due_on is None:
        return
    rules = await campaigns.edition(session, suggestion.edition)
    due = await deadlines.recount(session, suggestion.id, rules)
    if due is None or due == suggestion.due_on:
        return
    take(suggestion, Verb.RECOUNT)
    suggestion.due_on = due
    data: dict[str, str | int | None] = {"due_on": due.isoformat(), "why": "calendar"}
    kind = EventKind.DATE_MOVED
    event = await history.append(session, suggestion, kind=kind, actor=HOUSE, data=data)
    await following.owe(session, suggestion, event_id=event.id, kind="suggestion-date-moved")
