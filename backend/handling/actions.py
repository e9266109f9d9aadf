"""Forwarding, answering, showing to everybody; see screening.py for the office and unit.py for units."""

from sqlalchemy import select

from backend import clock, notices
from backend.campaigns import queries as campaigns
from backend.campaigns.schema import Campaign
from backend.db import Database
from backend.deadlines import actions as deadlines
from backend.errors import NotFound, Refusal
from backend.handling.desk import OFFICE, lock, record
from backend.handling.model import Reply, Unit
from backend.handling.queries import reply_to
from backend.notices import queries as told
from backend.people.values import cleaned
from backend.ratings import asking
from backend.suggestions import following
from backend.suggestions.actions import move, set_public
from backend.suggestions.model import EventKind, SuggestionState
from backend.suggestions.queries import Sight

IN_HANDLING = {SuggestionState.FORWARDED, SuggestionState.SIGNED}
REPLY_MAXIMUM = 3000
"""UTF-16 units, as chats count; with the frame around it a reply still fits into one message of 4096."""


async def add_units(db: Database, *, campaign: Campaign) -> None:
    """Make the units a campaign names that are not there yet, by their keys."""
    async with db.begin() as session:
        known = set(await session.scalars(select(Unit.key)))
        session.add_all(
            Unit(key=unit.id, names=dict(unit.name.root)) for unit in campaign.units if unit.id not in known
        )


async def forward(db: Database, *, number: str, unit_id: int, staff_id: int) -> None:
    """Give a suggestion to the unit that is to handle it, and tell its author by when an answer is due."""
    async with db.begin() as session:
        suggestion = await lock(session, number)
        unit = await session.get(Unit, unit_id)
        if unit is None:
            raise NotFound("unit-missing")
        if suggestion.state in IN_HANDLING and suggestion.unit_id == unit_id:
            return
        move(suggestion, SuggestionState.FORWARDED)
        suggestion.unit_id = unit_id
        rules = await campaigns.edition(session, suggestion.edition)
        suggestion.due_on = await deadlines.forwarded(
            session, suggestion.id, rules, received=suggestion.submitted_at
        )
        event = await record(
            session,
            suggestion,
            kind=EventKind.FORWARDED,
            staff_id=staff_id,
            data={"unit": unit_id, "due_on": suggestion.due_on.isoformat()},
        )
        await following.owe(session, suggestion, event_id=event.id, kind="suggestion-forwarded")
        await notices.tell(
            session,
            staff_ids=await told.of_unit(session, unit_id),
            kind=notices.Kind.FORWARDED,
            suggestion_id=suggestion.id,
            once=f"event:{event.id}",
        )


async def reply(
    db: Database, *, number: str, outcome: str, text: str, reason: str, sight: Sight, staff_id: int
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
        move(suggestion, SuggestionState.REPLIED)
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
            asking.ask(session, suggestion.id, reply_id=answer.id, unit_id=answer.unit_id)
        await following.owe(session, suggestion, event_id=event.id, kind="suggestion-replied")


async def publish(db: Database, *, number: str, staff_id: int) -> None:
    """Let everybody find a suggestion: its number, text and outcome, never who wrote it."""
    await _set_public(db, number, staff_id, public=True)


async def unpublish(db: Database, *, number: str, staff_id: int) -> None:
    """Take a suggestion out of everybody's sight; those who support it are told no more."""
    await _set_public(db, number, staff_id, public=False)


async def _set_public(db: Database, number: str, staff_id: int, *, public: bool) -> None:
    async with db.begin() as session:
        suggestion = await lock(session, number, OFFICE)
        if (suggestion.public_since is not None) == public:
            return
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
