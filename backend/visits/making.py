"""Word that must be brought becomes a visit, in the transaction in which an author without a chat is owed it.

Only what asks for something or ends something is worth a way to the village: a question, a reply and its
correction, a return, a diversion. Other steps are told with the next visit, or by whoever is asked.
"""

from datetime import date

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock, push
from backend.campaigns import deadlines
from backend.campaigns import queries as campaigns
from backend.campaigns.schema import Campaign
from backend.officers.model import Officer
from backend.officers.queries import in_office
from backend.push.model import Push
from backend.suggestions import following
from backend.suggestions.model import Suggestion
from backend.visits.model import Visit, VisitOutcome

QUESTIONS = frozenset({"suggestion-asked", "question-reminded"})
REPLIES = frozenset({"suggestion-replied", "suggestion-reply-corrected"})
RETURNED, DIVERTED, UNDONE = "suggestion-returned", "suggestion-diverted", "suggestion-undone"
BROUGHT = QUESTIONS | REPLIES | {RETURNED, DIVERTED}
"""Kinds of messages that are brought."""


@following.brings
async def owed(session: AsyncSession, suggestion: Suggestion, *, event_id: int, kind: str) -> None:
    """Have word of this brought to the author by the officer who entered the suggestion."""
    before = await _open(session, suggestion.id)
    if kind == UNDONE:
        await _undo(session, suggestion, before, event_id)
    elif kind in REPLIES:
        overtake([visit for visit in before if visit.kind in REPLIES])
        await make(session, suggestion, event_id=event_id, kind=kind)
    elif kind in BROUGHT and all(visit.event_id != event_id for visit in before):
        await make(session, suggestion, event_id=event_id, kind=kind)


async def _open(session: AsyncSession, suggestion_id: int) -> list[Visit]:
    query = select(Visit).where(Visit.suggestion_id == suggestion_id, Visit.done_at.is_(None))
    return list(await session.scalars(query.order_by(Visit.id).with_for_update()))


async def _undo(session: AsyncSession, suggestion: Suggestion, before: list[Visit], event_id: int) -> None:
    """Tell nobody of what was taken back before they knew it; who was told of it is told so."""
    undone = [visit for visit in before if visit.kind in {RETURNED, DIVERTED}]
    overtake(undone)
    told = select(Visit.id).where(Visit.suggestion_id == suggestion.id, Visit.kind.in_([RETURNED, DIVERTED]))
    if not undone and await session.scalar(told.where(Visit.outcome == VisitOutcome.TOLD).limit(1)):
        await make(session, suggestion, event_id=event_id, kind=UNDONE)


def overtake(visits: list[Visit]) -> None:
    for visit in visits:
        visit.outcome, visit.done_at = VisitOutcome.OVERTAKEN, clock.now()


async def make(session: AsyncSession, suggestion: Suggestion, *, event_id: int, kind: str) -> None:
    if suggestion.officer_id is None:
        return
    rules = await campaigns.edition(session, suggestion.edition)
    visit = Visit(
        suggestion_id=suggestion.id,
        event_id=event_id,
        person_id=suggestion.person_id,
        kind=kind,
        officer_id=suggestion.officer_id,
        made_at=clock.now(),
        due_on=due_on(rules, rules.visits.question_days if kind in QUESTIONS else rules.visits.days),
    )
    session.add(visit)
    await session.flush()
    await tell(session, visit)


def due_on(rules: Campaign, days: int) -> date:
    """Return the day so many working days from today."""
    return deadlines.working(rules, campaigns.today(rules), days).due_on


async def tell(session: AsyncSession, visit: Visit) -> None:
    """Tell the officer of a visit, once; nobody where the appointment is over: the office sees it late."""
    person_id = await whose(session, visit)
    mine = select(Push.id).where(Push.about == visit.id, Push.person_id == person_id)
    if person_id and await session.scalar(mine.where(Push.kind == "visit-made")) is None:
        await push.owe(session, person_id=person_id, kind="visit-made", about=visit.id)


async def whose(session: AsyncSession, visit: Visit) -> int | None:
    """Return the person whose visit it is, None where their appointment is over."""
    query = select(Officer.person_id).where(Officer.id == visit.officer_id, *in_office())
    return await session.scalar(query)
