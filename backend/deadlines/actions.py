"""Counting a last day, with what it rests on, in the transaction of the event that sets it (R68).

Each returns the day; the caller holds the suggestion's row and writes the day into it.
"""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock
from backend.campaigns.deadlines import FROM_RECEIPT, Counted, Span, count, day_of, waited
from backend.campaigns.schema import Campaign
from backend.deadlines.model import Reckoning
from backend.deadlines.queries import newest, spans

SET = "set"
"""What a day counts from that the office named: the day on which it did."""


async def begin(
    session: AsyncSession, suggestion_id: int, rules: Campaign, *, started: datetime, starts_at: str
) -> date:
    """Count all the days of the campaign from this instant."""
    day = day_of(rules, started)
    return await _keep(session, suggestion_id, rules, cause=starts_at, starts_at=starts_at, started_on=day)


async def forwarded(
    session: AsyncSession, suggestion_id: int, rules: Campaign, *, received: datetime
) -> date:
    """Count for the unit that gets it now; what runs from receipt runs on, with its pauses."""
    if rules.deadline.starts_at not in FROM_RECEIPT:
        return await begin(session, suggestion_id, rules, started=clock.now(), starts_at="forwarded")
    if last := await newest(session, suggestion_id):
        return await _again(session, last, rules, cause="forwarded", pauses=spans(last))
    return await begin(session, suggestion_id, rules, started=received, starts_at=rules.deadline.starts_at)


async def go_on(
    session: AsyncSession, suggestion_id: int, rules: Campaign, *, paused_since: datetime, due_on: date
) -> tuple[date, int]:
    """Let the clock go on; return the day, and how many of the pause's days were added to it."""
    last = await newest(session, suggestion_id)
    begun, today = day_of(rules, paused_since), day_of(rules, clock.now())
    if last is None:  # counted before countings were kept
        span = (begun, today)
        day = await _keep(
            session,
            suggestion_id,
            rules,
            cause="answered",
            starts_at=SET,
            started_on=begun,
            pauses=[span],
            set_on=due_on,
        )
        return day, waited(rules, [span])
    span = (max(begun, last.started_on), today)
    day = await _again(session, last, rules, cause="answered", pauses=[*spans(last), span])
    return day, waited(rules, [span])


async def set_day(
    session: AsyncSession, suggestion_id: int, rules: Campaign, *, day: date, extension_id: int | None = None
) -> date:
    """Let a day that the office names take the place of counting."""
    today = day_of(rules, clock.now())
    return await _keep(
        session,
        suggestion_id,
        rules,
        cause="date-moved",
        starts_at=SET,
        started_on=today,
        set_on=day,
        extension_id=extension_id,
    )


async def recount(session: AsyncSession, suggestion_id: int, rules: Campaign) -> date | None:
    """Count once more with what the official calendar knows by now."""
    last = await newest(session, suggestion_id)
    if last is None or not last.provisional:
        return None
    return await _again(session, last, rules, cause="calendar", pauses=spans(last))


async def _again(
    session: AsyncSession, last: Reckoning, rules: Campaign, *, cause: str, pauses: Sequence[Span]
) -> date:
    return await _keep(
        session,
        last.suggestion_id,
        rules,
        cause=cause,
        starts_at=last.starts_at,
        started_on=last.started_on,
        pauses=pauses,
        set_on=last.set_on,
        extension_id=last.extension_id,
    )


async def _keep(
    session: AsyncSession,
    suggestion_id: int,
    rules: Campaign,
    *,
    cause: str,
    starts_at: str,
    started_on: date,
    pauses: Sequence[Span] = (),
    set_on: date | None = None,
    extension_id: int | None = None,
) -> date:
    days = 0 if set_on else rules.deadline.days
    found = count(rules, set_on or started_on, days + waited(rules, pauses))
    session.add(
        Reckoning(
            suggestion_id=suggestion_id,
            cause=cause,
            starts_at=starts_at,
            started_on=started_on,
            days=days,
            day_type=rules.deadline.day_type,
            calendar=rules.deadline.calendar,
            pauses=[[first.isoformat(), last.isoformat()] for first, last in pauses],
            set_on=set_on,
            extension_id=extension_id,
            **_told(found),
            computed_at=clock.now(),
        )
    )
    await session.flush()
    return found.due_on


def _told(found: Counted) -> dict[str, object]:
    return {
        "due_on": found.due_on,
        "holidays": [day.isoformat() for day in found.holidays],
        "workdays": [day.isoformat() for day in found.workdays],
        "provisional": found.provisional,
    }
