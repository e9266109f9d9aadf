"""What the office does with a suggestion besides forwarding it: return, divert, merge, decide (R56-R62)."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock
from backend.campaigns import queries as campaigns
from backend.db import Database
from backend.errors import Conflict, NotFound, Refusal
from backend.handling.desk import checked_reason, just_done, lock, record
from backend.suggestions import following, history
from backend.suggestions.lifecycle import WAITING, Verb, take
from backend.suggestions.model import EventKind, Objection, Suggestion, SuggestionState

TAKES_OTHERS = frozenset(WAITING)
"""States of a suggestion that others can be merged into."""


async def return_for_correction(
    db: Database, *, number: str, reason: str, staff_id: int, seen: int | None = None
) -> None:
    """Give a suggestion back to its author to be put right."""
    why = checked_reason(reason)
    async with db.begin() as session:
        suggestion = await lock(session, number)
        if await just_done(session, suggestion, kind=EventKind.RETURNED, staff_id=staff_id, words=why):
            return
        await history.refuse_stale(session, suggestion, seen)
        take(suggestion, Verb.RETURN)
        event = await record(session, suggestion, kind=EventKind.RETURNED, staff_id=staff_id, words=why)
        await following.owe_author(session, suggestion, event_id=event.id, kind="suggestion-returned")


async def divert(
    db: Database, *, number: str, place: str, reason: str, staff_id: int, seen: int | None = None
) -> None:
    """Tell the author of a matter that is no suggestion where it belongs (R54, R62)."""
    why = checked_reason(reason)
    async with db.begin() as session:
        suggestion = await lock(session, number)
        rules = await campaigns.edition(session, suggestion.edition)
        if place not in {one.id for one in rules.diversions}:
            raise NotFound("diversion-missing")
        kind, data = EventKind.DIVERTED, {"place": place}
        if await just_done(session, suggestion, kind=kind, staff_id=staff_id, data=data, words=why):
            return
        await history.refuse_stale(session, suggestion, seen)
        take(suggestion, Verb.DIVERT)
        event = await record(session, suggestion, kind=kind, staff_id=staff_id, data=data, words=why)
        await following.owe(session, suggestion, event_id=event.id, kind="suggestion-diverted")


async def merge(db: Database, *, number: str, into: str, staff_id: int, seen: int | None = None) -> None:
    """Let another suggestion stand for this one too; its author follows that one from now on."""
    if number == into:
        raise Refusal("merge-itself", number=number)
    async with db.begin() as session:
        suggestion, main = await _both(session, number, into)
        if suggestion.state == SuggestionState.MERGED and suggestion.merged_into == main.id:
            return
        await history.refuse_stale(session, suggestion, seen)
        if main.state not in TAKES_OTHERS:
            raise Conflict("merge-main-over", number=into)
        if await session.scalar(following.merged_authors(suggestion).limit(1)):
            raise Conflict("merge-others-there", number=number)
        take(suggestion, Verb.MERGE)
        suggestion.merged_into = main.id
        event = await record(
            session, suggestion, kind=EventKind.MERGED, staff_id=staff_id, data={"into": into}
        )
        await following.owe(session, suggestion, event_id=event.id, kind="suggestion-merged")


async def _both(session: AsyncSession, number: str, into: str) -> tuple[Suggestion, Suggestion]:
    """Hold two suggestions in one order always: two desks that merge at once do not block each other."""
    held = {each: await lock(session, each) for each in sorted((number, into))}
    return held[number], held[into]


async def decide_objection(
    db: Database, *, number: str, upheld: bool, reason: str, staff_id: int, seen: int | None = None
) -> None:
    """Answer an author who disagrees with a diversion or a merge; upheld, the suggestion is screened anew."""
    why = checked_reason(reason)
    async with db.begin() as session:
        suggestion = await lock(session, number)
        said = {"upheld": "yes" if upheld else "no"}
        kind = EventKind.OBJECTION_DECIDED
        if await just_done(session, suggestion, kind=kind, staff_id=staff_id, data=said, words=why):
            return
        await history.refuse_stale(session, suggestion, seen)
        objection = await _open_objection(session, suggestion)
        take(suggestion, Verb.UPHOLD if upheld else Verb.REJECT)
        if upheld:
            suggestion.merged_into = None
        objection.upheld, objection.decided_at = upheld, clock.now()
        event = await record(session, suggestion, kind=kind, staff_id=staff_id, data=said, words=why)
        await following.owe_author(
            session, suggestion, event_id=event.id, kind="suggestion-objection-decided"
        )


async def _open_objection(session: AsyncSession, suggestion: Suggestion) -> Objection:
    mine = select(Objection).where(Objection.suggestion_id == suggestion.id, Objection.decided_at.is_(None))
    found = await session.scalar(mine.order_by(Objection.id.desc()).limit(1))
    if found is None:
        raise NotFound("objection-missing", number=suggestion.number)
    return found
