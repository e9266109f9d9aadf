from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock
from backend.campaigns import queries as campaigns
from backend.campaigns.schema import Campaign
from backend.db import Database
from backend.errors import NotFound, Refusal
from backend.handling.deadlines import due_on
from backend.handling.model import Reply, Unit
from backend.people.values import cleaned
from backend.suggestions import following, history
from backend.suggestions.actions import move, set_public
from backend.suggestions.model import ActorKind, EventKind, Suggestion, SuggestionState
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


async def forward(db: Database, *, number: str, unit_id: int, staff_id: int) -> None:
    """Give a suggestion to the unit that is to handle it, and tell its author by when an answer is due."""
    async with db.begin() as session:
        suggestion = await _lock(session, number, Sight(None, everything=True))
        unit = await session.get(Unit, unit_id)
        if unit is None:
            raise NotFound("unit-missing")
        if suggestion.state == SuggestionState.FORWARDED and suggestion.unit_id == unit_id:
            return
        move(suggestion, SuggestionState.FORWARDED)
        rules = await campaigns.edition(session, suggestion.edition)
        suggestion.unit_id = unit_id
        suggestion.due_on = due_on(rules, received=suggestion.submitted_at, forwarded=clock.now())
        event = await history.append(
            session,
            suggestion,
            kind=EventKind.FORWARDED,
            actor=(ActorKind.STAFF, staff_id),
            data={"unit": unit_id, "due_on": suggestion.due_on.isoformat()},
        )
        await following.owe(session, suggestion, event_id=event.id, kind="suggestion-forwarded")


async def reply(
    db: Database, *, number: str, outcome: str, text: str, reason: str, sight: Sight, staff_id: int
) -> None:
    """Answer the author for good; a refusal to adopt must say why (R67, R69)."""
    words, why = cleaned(text), cleaned(reason) or None
    async with db.begin() as session:
        suggestion = await _lock(session, number, sight)
        rules = await campaigns.edition(session, suggestion.edition)
        _check(rules, outcome, words, why)
        if await _said_already(session, suggestion, (outcome, words, why, staff_id)):
            return
        move(suggestion, SuggestionState.REPLIED)
        answer = Reply(
            suggestion_id=suggestion.id,
            unit_id=suggestion.unit_id,
            staff_id=staff_id,
            outcome=outcome,
            text=words,
            reason=why,
            given_at=clock.now(),
        )
        session.add(answer)
        await session.flush()
        event = await history.append(
            session,
            suggestion,
            kind=EventKind.REPLIED,
            actor=(ActorKind.STAFF, staff_id),
            data={"reply": answer.id, "outcome": outcome},
        )
        await following.owe(session, suggestion, event_id=event.id, kind="suggestion-replied")


async def publish(db: Database, *, number: str, staff_id: int) -> None:
    """Let everybody find a suggestion: its number, text and outcome, never who wrote it."""
    await _set_public(db, number, staff_id, public=True)


async def unpublish(db: Database, *, number: str, staff_id: int) -> None:
    """Take a suggestion out of everybody's sight; those who support it are told no more."""
    await _set_public(db, number, staff_id, public=False)


async def _set_public(db: Database, number: str, staff_id: int, *, public: bool) -> None:
    async with db.begin() as session:
        suggestion = await _lock(session, number, Sight(None, everything=True))
        if (suggestion.public_since is not None) == public:
            return
        await set_public(session, suggestion, clock.now() if public else None)
        kind = EventKind.PUBLISHED if public else EventKind.UNPUBLISHED
        await history.append(session, suggestion, kind=kind, actor=(ActorKind.STAFF, staff_id))


async def _said_already(
    session: AsyncSession, suggestion: Suggestion, said: tuple[str, str, str | None, int]
) -> bool:
    """Recognise a form sent twice: the very reply is there."""
    there = await session.scalar(select(Reply).where(Reply.suggestion_id == suggestion.id))
    return there is not None and (there.outcome, there.text, there.reason, there.staff_id) == said


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


async def _lock(session: AsyncSession, number: str, sight: Sight) -> Suggestion:
    query = sight.narrow(select(Suggestion).where(Suggestion.number == number))
    suggestion = await session.scalar(query.with_for_update())
    if suggestion is None:
        raise NotFound("suggestion-missing", number=number)
    return suggestion
