"""Forwarding, answering, showing to everybody; see screening.py for the office and unit.py for units."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock, notices
from backend.campaigns import queries as campaigns
from backend.campaigns.schema import Campaign
from backend.db import Database
from backend.deadlines import actions as deadlines
from backend.errors import Conflict, Refusal
from backend.handling import sharing
from backend.handling.desk import OFFICE, lock, record
from backend.handling.model import Reply, Unit
from backend.handling.queries import below, reply_to
from backend.notices import queries as told
from backend.people.values import cleaned
from backend.ratings import queries as ratings
from backend.suggestions import following, history
from backend.suggestions.actions import set_public
from backend.suggestions.lifecycle import IN_HANDLING, Verb, take
from backend.suggestions.model import EventKind, Suggestion
from backend.suggestions.queries import Sight

REPLY_MAXIMUM = 3000
"""UTF-16 units, as chats count; with the frame around it a reply still fits into one message of 4096."""


async def add_units(db: Database, *, campaign: Campaign) -> None:
    """Make the units a campaign names that are not there yet, by their keys, and place those with a parent.

    Where a unit was placed once, by a file or by an administrator, it stays.
    """
    async with db.begin() as session:
        known = {unit.key: unit for unit in await session.scalars(select(Unit))}
        for named in campaign.units:
            if named.id not in known:
                known[named.id] = Unit(key=named.id, names=dict(named.name.root))
                session.add(known[named.id])
        await session.flush()
        for named in campaign.units:
            await _place(session, known[named.id], known[named.parent] if named.parent else None)


async def _place(session: AsyncSession, unit: Unit, parent: Unit | None) -> None:
    if parent is None or unit.placed or parent.id in await below(session, unit.id):
        return
    unit.parent_id, unit.placed = parent.id, True
    await session.flush()


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
        await _hand_over(session, suggestion, unit_id, assisting, staff_id)


async def _hand_over(
    session: AsyncSession, suggestion: Suggestion, unit_id: int, assisting: Collection[int], staff_id: int
) -> None:
    """Let the clock run for the units that have it now, write what happened, and tell who is to know."""
    rules = await campaigns.edition(session, suggestion.edition)
    suggestion.due_on = await deadlines.forwarded(
        session, suggestion.id, rules, received=suggestion.submitted_at
    )
    await sharing.share(session, suggestion, assisting)
    data: dict[str, str | int | None] = {"unit": unit_id, "due_on": suggestion.due_on.isoformat()}
    if assisting:
        data["assisting"] = sharing.written(assisting)
    event = await record(session, suggestion, kind=EventKind.FORWARDED, staff_id=staff_id, data=data)
    await following.owe(session, suggestion, event_id=event.id, kind="suggestion-forwarded")
    await notices.tell(
        session,
        staff_ids=await told.of_unit(session, unit_id),
        kind=notices.Kind.FORWARDED,
        suggestion_id=suggestion.id,
        once=f"event:{event.id}",
    )


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
    async with db.begin() as session:
        suggestion = await lock(session, number, sight)
        if (await campaigns.edition(session, suggestion.edition)).approval:
            raise Refusal("reply-needs-approval")
        await give(session, suggestion, said=Said(outcome, text, reason, seen=seen), staff_id=staff_id)


@dataclass(frozen=True)
class Said:
    """A reply as it was written; `more` is kept with its event: how many files, which hints were shown.

    `writer` where somebody else sends it; `seen` is the ordinal of the last event the writer's page showed.
    """

    outcome: str
    text: str
    reason: str
    more: Mapping[str, str | int] = field(default_factory=dict)
    writer: int | None = None
    seen: int | None = None


async def give(session: AsyncSession, suggestion: Suggestion, *, said: Said, staff_id: int) -> Reply:
    """Give a reply in an open transaction; return it, or the one there is where a form was sent twice."""
    rules = await campaigns.edition(session, suggestion.edition)
    words, why = check_reply(rules, said.outcome, said.text, said.reason)
    last = await reply_to(session, suggestion.id)
    if last and says(last, said, staff_id):
        return last
    await history.refuse_stale(session, suggestion, said.seen)
    take(suggestion, Verb.REPLY)
    suggestion.paused_since = None
    answer = _answer(suggestion, last, said, staff_id, words=(words, why))
    session.add(answer)
    await session.flush()
    data = {"reply": answer.id, "outcome": said.outcome, **said.more}
    event = await record(session, suggestion, kind=EventKind.REPLIED, staff_id=staff_id, data=data)
    if rules.ratings:
        await sharing.ask_for_ratings(session, suggestion, answer)
    await following.owe(session, suggestion, event_id=event.id, kind="suggestion-replied")
    return answer


def says(reply: Reply, said: Said, staff_id: int) -> bool:
    """Say whether a reply is these very words of this very member of staff."""
    told = (said.outcome, cleaned(said.text), cleaned(said.reason) or None, said.writer or staff_id)
    return (reply.outcome, reply.text, reply.reason, reply.staff_id) == told


async def correct(session: AsyncSession, suggestion: Suggestion, *, said: Said, staff_id: int) -> Reply:
    """Let another reply follow one that was sent, which stays as it is; this one is rated anew."""
    rules = await campaigns.edition(session, suggestion.edition)
    words, why = check_reply(rules, said.outcome, said.text, said.reason)
    take(suggestion, Verb.CORRECT_REPLY)
    last = await reply_to(session, suggestion.id)
    if last is None:
        raise Conflict("suggestion-moved-on", number=suggestion.number)
    answer = _answer(suggestion, last, said, staff_id, words=(words, why))
    session.add(answer)
    await session.flush()
    data = {"reply": answer.id, "outcome": said.outcome, "corrects": last.id, **said.more}
    event = await record(session, suggestion, kind=EventKind.REPLY_CORRECTED, staff_id=staff_id, data=data)
    if rules.ratings:
        rated = {row.unit_id for row in await ratings.of_reply(session, suggestion.id) if row.given_at}
        await sharing.ask_for_ratings(session, suggestion, answer, but=rated)
    await following.owe(session, suggestion, event_id=event.id, kind="suggestion-reply-corrected")
    return answer


def _answer(
    suggestion: Suggestion, last: Reply | None, said: Said, staff_id: int, *, words: tuple[str, str | None]
) -> Reply:
    return Reply(
        suggestion_id=suggestion.id,
        ordinal=last.ordinal + 1 if last else 1,
        unit_id=suggestion.unit_id,
        staff_id=said.writer or staff_id,
        outcome=said.outcome,
        text=words[0],
        reason=words[1],
        given_at=clock.now(),
    )


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


def check_reply(rules: Campaign, outcome: str, text: str, reason: str) -> tuple[str, str | None]:
    """Return text and reason of a reply that is complete; refuse another."""
    words, why = cleaned(text), cleaned(reason) or None
    chosen = rules.outcome(outcome)
    if chosen is None:
        raise Refusal("reply-outcome-missing")
    if not words:
        raise Refusal("reply-text-missing")
    if chosen.reason_required and not why:
        raise Refusal("reply-reason-missing")
    length = _units(words) + _units(why or "")
    if length > REPLY_MAXIMUM:
        raise Refusal("reply-too-long", length=str(length), maximum=str(REPLY_MAXIMUM))
    return words, why


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
