"""A unit asks for a later day, the office decides (R68): each with a reason."""

from datetime import date

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock, notices
from backend.campaigns import queries as campaigns
from backend.db import Database
from backend.deadlines.model import Extension
from backend.errors import Conflict, NotFound, Refusal
from backend.handling.desk import checked_reason, just_done, lock, record
from backend.handling.unit import check_date, put_date
from backend.notices import queries as told
from backend.suggestions import history
from backend.suggestions.lifecycle import IN_HANDLING, Verb, take
from backend.suggestions.model import Event, EventKind, Suggestion
from backend.suggestions.queries import Sight

ANEW = (EventKind.FORWARDED, EventKind.REPLIED)
"""Events after which a unit asks anew."""


async def ask(
    db: Database,
    *,
    number: str,
    wanted_on: date,
    reason: str,
    sight: Sight,
    staff_id: int,
    seen: int | None = None,
) -> None:
    """Ask the office for a later day, for the unit that has the suggestion."""
    why = checked_reason(reason)
    async with db.begin() as session:
        suggestion = await lock(session, number, sight)
        kind, data = EventKind.EXTENSION_ASKED, {"until": wanted_on.isoformat()}
        if await just_done(session, suggestion, kind=kind, staff_id=staff_id, data=data, words=why):
            return
        await history.refuse_stale(session, suggestion, seen)
        take(suggestion, Verb.ASK_EXTENSION)
        if await open_of(session, suggestion):
            raise Conflict("extension-open", number=number)
        rules = await campaigns.edition(session, suggestion.edition)
        check_date(wanted_on, suggestion.due_on, campaigns.today(rules))
        if suggestion.due_on and wanted_on < suggestion.due_on:
            raise Refusal("extension-not-later")
        event = await record(session, suggestion, kind=kind, staff_id=staff_id, data=data, words=why)
        session.add(_request(suggestion, event, wanted_on, staff_id))
        await notices.tell(
            session,
            staff_ids=await told.office(session),
            kind=notices.Kind.EXTENSION_ASKED,
            suggestion_id=suggestion.id,
            once=f"event:{event.id}",
            but=staff_id,
        )


def _request(suggestion: Suggestion, event: Event, wanted_on: date, staff_id: int) -> Extension:
    return Extension(
        suggestion_id=suggestion.id,
        event_id=event.id,
        unit_id=suggestion.unit_id,
        staff_id=staff_id,
        wanted_on=wanted_on,
        asked_at=event.at,
    )


async def decide(
    db: Database, *, number: str, approved: bool, reason: str, staff_id: int, seen: int | None = None
) -> None:
    """Grant a later day or refuse it; the author is told where the day moves."""
    why = checked_reason(reason)
    async with db.begin() as session:
        suggestion = await lock(session, number)
        row = await _newest(session, suggestion)
        said = {"extension": row.id if row else None, "approved": "yes" if approved else "no"}
        kind = EventKind.EXTENSION_DECIDED
        if await just_done(session, suggestion, kind=kind, staff_id=staff_id, data=said, words=why):
            return
        if row is None or (await open_of(session, suggestion)) is not row:
            raise NotFound("extension-missing", number=number)
        await history.refuse_stale(session, suggestion, seen)
        take(suggestion, Verb.DECIDE_EXTENSION)
        if approved and (suggestion.due_on is None or row.wanted_on > suggestion.due_on):
            rules = await campaigns.edition(session, suggestion.edition)
            day, by = row.wanted_on, row.id
            await put_date(
                session, suggestion, rules, due_on=day, why=why, staff_id=staff_id, extension_id=by
            )
        event = await record(session, suggestion, kind=kind, staff_id=staff_id, data=said, words=why)
        row.approved, row.decided_at, row.decision_id = approved, clock.now(), event.id
        await notices.tell(
            session,
            staff_ids=await told.of_unit(session, row.unit_id),
            kind=notices.Kind.EXTENSION_APPROVED if approved else notices.Kind.EXTENSION_REFUSED,
            suggestion_id=suggestion.id,
            once=f"event:{event.id}",
        )


async def _newest(session: AsyncSession, suggestion: Suggestion) -> Extension | None:
    query = select(Extension).where(Extension.suggestion_id == suggestion.id)
    return await session.scalar(query.order_by(Extension.id.desc()).limit(1))


def is_open() -> ColumnElement[bool]:
    """Say of a request beside its suggestion whether it waits: of the unit that has it, since it got it.

    What was asked before a reply is over with it, also where the suggestion is reopened.
    """
    since = (
        select(func.max(Event.id))
        .where(Event.suggestion_id == Extension.suggestion_id, Event.kind.in_(ANEW))
        .correlate(Extension)
        .scalar_subquery()
    )
    return (
        Extension.decided_at.is_(None)
        & (Extension.suggestion_id == Suggestion.id)
        & (Extension.unit_id == Suggestion.unit_id)
        & Suggestion.state.in_(IN_HANDLING)
        & (Extension.event_id > since)
    )


async def open_of(session: AsyncSession, suggestion: Suggestion) -> Extension | None:
    """Return the request for a later day that the office has not decided."""
    query = select(Extension).join(Suggestion, Suggestion.id == Extension.suggestion_id)
    query = query.where(Suggestion.id == suggestion.id, is_open())
    return await session.scalar(query.order_by(Extension.id.desc()).limit(1))
