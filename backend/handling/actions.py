"""Forwarding, answering, showing to everybody; see screening.py for the office and unit.py for units."""

from collections.abc import Collection
from datetime import date

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock
from backend.campaigns import queries as campaigns
from backend.campaigns.deadlines import due_on, later
from backend.campaigns.schema import Campaign
from backend.db import Database
from backend.errors import Refusal
from backend.handling import sharing
from backend.handling.desk import OFFICE, lock, record
from backend.handling.model import Reply, Unit
from backend.handling.queries import reply_to
from backend.people.values import cleaned
from backend.suggestions import following, history
from backend.suggestions.actions import set_public
from backend.suggestions.lifecycle import IN_HANDLING, Verb, take
from backend.suggestions.model import Event, EventKind, Suggestion
from backend.suggestions.queries import Sight

REPLY_MAXIMUM = 3000
"""UTF-16 units, as chats count; with the frame around it a reply still fits into one message of 4096."""


async def add_units(db: Database, *, campaign: Campaign) -> None:
    """Make the units a campaign names that are not there yet, by their keys."""
    async with db.begin() as session:
        known = set(await session.scalars(select(Unit.key)))
        session.add_all(
            Unit(key=unit.id, names=dict(unit.name.root)) for unit in campaign.units if unit.id not in known
        )


async def forward(
    db: Database,
    *,
    number: str,
    unit_id: int,
    staff_id: int,
    assisting: Collection[int] = (),
    seen: int | None = None,
) -> None:
    """Give a suggestion to the unit that leads and those that assist (R63), and tell its author by when.

    Where the lead has it already, only who assists is changed.
    """
    async with db.begin() as session:
        suggestion = await lock(session, number)
        await sharing.refuse_unknown(session, unit_id, assisting)
        here = suggestion.state in IN_HANDLING and suggestion.unit_id == unit_id
        if here and not await sharing.differs(session, suggestion, assisting):
            return
        await history.refuse_stale(session, suggestion, seen)
        if here:
            await sharing.change(session, suggestion, assisting, staff_id=staff_id)
            return
        take(suggestion, Verb.FORWARD)
        suggestion.unit_id = unit_id
        suggestion.due_on = await _due(session, suggestion)
        await sharing.share(session, suggestion, assisting)
        data: dict[str, str | int | None] = {"unit": unit_id, "due_on": suggestion.due_on.isoformat()}
        if assisting:
            data["assisting"] = sharing.written(assisting)
        event = await record(session, suggestion, kind=EventKind.FORWARDED, staff_id=staff_id, data=data)
        await following.owe(session, suggestion, event_id=event.id, kind="suggestion-forwarded")


async def _due(session: AsyncSession, suggestion: Suggestion) -> date:
    """Return by when an answer is due if it is forwarded now; days waited for the author stay added."""
    rules = await campaigns.edition(session, suggestion.edition)
    due = due_on(rules, received=suggestion.submitted_at, forwarded=clock.now())
    if rules.deadline.starts_at in {"forwarded", "signed"}:
        return due
    answered = select(Event.data).where(
        Event.suggestion_id == suggestion.id, Event.kind == EventKind.ANSWERED
    )
    waited = sum(int(data.get("days") or 0) for data in await session.scalars(answered))
    return later(rules, due, waited)


async def reply(
    db: Database,
    *,
    number: str,
    outcome: str,
    text: str,
    reason: str,
    sight: Sight,
    staff_id: int,
    seen: int | None = None,
) -> None:
    """Answer the author for good, and ask how good it is; a refusal to adopt must say why (R67, R69)."""
    words, why = cleaned(text), cleaned(reason) or None
    async with db.begin() as session:
        suggestion = await lock(session, number, sight)
        rules = await campaigns.edition(session, suggestion.edition)
        _check(rules, outcome, words, why)
        last = await reply_to(session, suggestion.id)
        if last and (last.outcome, last.text, last.reason, last.staff_id) == (outcome, words, why, staff_id):
            return  # a form sent twice
        await history.refuse_stale(session, suggestion, seen)
        take(suggestion, Verb.REPLY)
        suggestion.paused_since = None
        answer = Reply(
            suggestion_id=suggestion.id,
            ordinal=last.ordinal + 1 if last else 1,
            unit_id=suggestion.unit_id,
            staff_id=staff_id,
            outcome=outcome,
            text=words,
            reason=why,
            given_at=clock.now(),
        )
        session.add(answer)
        await session.flush()
        data: dict[str, str | int | None] = {"reply": answer.id, "outcome": outcome}
        event = await record(session, suggestion, kind=EventKind.REPLIED, staff_id=staff_id, data=data)
        if rules.ratings:
            await sharing.ask_for_ratings(session, suggestion, answer)
        await following.owe(session, suggestion, event_id=event.id, kind="suggestion-replied")


async def publish(db: Database, *, number: str, staff_id: int, seen: int | None = None) -> None:
    """Let everybody find a suggestion: its number, text and outcome, never who wrote it."""
    await _set_public(db, number, staff_id, seen, public=True)


async def unpublish(db: Database, *, number: str, staff_id: int, seen: int | None = None) -> None:
    """Take a suggestion out of everybody's sight; those who support it are told no more."""
    await _set_public(db, number, staff_id, seen, public=False)


async def _set_public(db: Database, number: str, staff_id: int, seen: int | None, *, public: bool) -> None:
    async with db.begin() as session:
        suggestion = await lock(session, number, OFFICE)
        if (suggestion.public_since is not None) == public:
            return
        await history.refuse_stale(session, suggestion, seen)
        take(suggestion, Verb.PUBLISH if public else Verb.UNPUBLISH)
        await set_public(session, suggestion, clock.now() if public else None)
        kind = EventKind.PUBLISHED if public else EventKind.UNPUBLISHED
        event = await record(session, suggestion, kind=kind, staff_id=staff_id)
        if public:
            await following.owe_author(session, suggestion, event_id=event.id, kind="suggestion-published")


def _check(rules: Campaign, outcome: str, text: str, reason: str | None) -> None:
    chosen = rules.outcome(outcome)
    if chosen is None:
        raise Refusal("reply-outcome-missing")
    if not text:
        raise Refusal("reply-text-missing")
    if chosen.reason_required and not reason:
        raise Refusal("reply-reason-missing")
    length = _units(text) + _units(reason or "")
    if length > REPLY_MAXIMUM:
        raise Refusal("reply-too-long", length=str(length), maximum=str(REPLY_MAXIMUM))


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
