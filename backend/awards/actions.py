from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock
from backend.awards.model import Award
from backend.campaigns import queries as campaigns
from backend.campaigns.parts import Prize
from backend.campaigns.schema import Campaign
from backend.db import Database
from backend.errors import Conflict, NotFound
from backend.handling.desk import lock, record
from backend.handling.model import Instruction
from backend.handling.queries import reply_to
from backend.suggestions import following, history
from backend.suggestions.actions import counted
from backend.suggestions.lifecycle import Verb, take
from backend.suggestions.model import EventKind, Suggestion


async def give(db: Database, *, number: str, prize: str, staff_id: int, seen: int | None = None) -> None:
    """Give a suggestion a prize while there are places (R98), and tell its author; given twice it is one."""
    async with db.begin() as session:
        suggestion = await lock(session, number)
        rules = await campaigns.edition(session, suggestion.edition)
        chosen = _prize(rules, prize)
        if await session.scalar(select(Award.id).filter_by(suggestion_id=suggestion.id, prize=prize)):
            return
        await history.refuse_stale(session, suggestion, seen)
        take(suggestion, Verb.AWARD)
        await _refuse_unless_worthy(session, suggestion, rules)
        place = await counted(session, f"prize:{suggestion.campaign}:{prize}")
        if place > chosen.places:
            raise Conflict("award-no-place", maximum=str(chosen.places))
        session.add(Award(suggestion_id=suggestion.id, prize=prize, place=place, given_at=clock.now()))
        data = {"prize": prize}
        event = await record(session, suggestion, kind=EventKind.AWARDED, staff_id=staff_id, data=data)
        await following.owe_author(session, suggestion, event_id=event.id, kind="suggestion-awarded")


def _prize(rules: Campaign, wanted: str) -> Prize:
    """Return a prize for a person; what units are given is no suggestion's."""
    prizes = rules.awards.prizes if rules.awards else ()
    chosen = next((one for one in prizes if one.id == wanted and one.awarded_to == "person"), None)
    if chosen is None:
        raise NotFound("award-missing")
    return chosen


async def _refuse_unless_worthy(session: AsyncSession, suggestion: Suggestion, rules: Campaign) -> None:
    if rules.awards is None:
        return
    mine = select(Instruction.id).where(Instruction.suggestion_id == suggestion.id)
    if rules.awards.needs_instruction and await session.scalar(mine.limit(1)) is None:
        raise Conflict("award-no-instruction", number=suggestion.number)
    if not rules.awards.needs_adoption:
        return
    reply = await reply_to(session, suggestion.id)
    outcome = rules.outcome(reply.outcome) if reply else None
    if outcome is None or not outcome.adopted:
        raise Conflict("award-not-adopted", number=suggestion.number)
