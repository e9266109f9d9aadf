from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import NamedTuple

from sqlalchemy import Select, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock
from backend.campaigns import queries as campaigns
from backend.campaigns.schema import Campaign
from backend.dates import today
from backend.drafts.model import Draft
from backend.handling import queries as handling
from backend.handling.model import Reply
from backend.officers.model import Officer
from backend.officers.queries import in_office
from backend.people.model import Person
from backend.questions.model import Question
from backend.replies.model import Told
from backend.suggestions.model import Event, Remark, Suggestion, SuggestionState
from backend.suggestions.queries import Sight
from backend.visits.making import DIVERTED, QUESTIONS, REPLIES, RETURNED
from backend.visits.model import ENDED, Visit, VisitOutcome

ON_A_PAGE = 6
ON_A_SHEET = 20
TOPIC = "visit:"
"""How `Person.answering` names a visit, before its number."""


class Row(NamedTuple):
    visit: Visit
    suggestion: Suggestion
    officer: Officer


@dataclass(frozen=True)
class Pile:
    """One page of visits; pages count from 1."""

    rows: Sequence[Row]
    page: int
    pages: int


@dataclass(frozen=True)
class Word:
    """What there is to tell: the event, and what goes with it as far as there is any."""

    event: Event
    question: Question | None = None
    reply: Reply | None = None
    remark: str = ""


def _every() -> Select[Visit, Suggestion, Officer]:
    query = select(Visit, Suggestion, Officer).join(Suggestion, Suggestion.id == Visit.suggestion_id)
    return query.join(Officer, Officer.id == Visit.officer_id)


async def own(session: AsyncSession, person_id: int, visit_id: int) -> Row | None:
    """Return a visit of this officer, by whichever of their appointments."""
    found = await session.execute(_every().where(Officer.person_id == person_id, Visit.id == visit_id))
    row = found.one_or_none()
    return Row(*row) if row else None


async def waiting(session: AsyncSession, person_id: int, page: int = 1) -> Pile:
    """Return a page of what an officer still has to tell, what is due first on top."""
    return await _page(session, _every().where(Officer.person_id == person_id), page, ON_A_PAGE)


async def on_desk(session: AsyncSession, sight: Sight, page: int = 1, officer_id: int | None = None) -> Pile:
    """Return a page of open visits about suggestions this desk sees, the most overdue on top."""
    query = _every()
    if not sight.everything:
        mine = sight.narrow(select(Suggestion)).with_only_columns(Suggestion.id)
        query = query.where(Visit.suggestion_id.in_(mine))
    if officer_id:
        query = query.where(Visit.officer_id == officer_id)
    return await _page(session, query, page, ON_A_SHEET)


async def _page(
    session: AsyncSession, query: Select[Visit, Suggestion, Officer], page: int, rows: int
) -> Pile:
    query = query.where(Visit.done_at.is_(None))
    total = await session.scalar(query.with_only_columns(func.count()).order_by(None)) or 0
    pages = max(1, -(-total // rows))
    page = min(max(page, 1), pages)
    found = await session.execute(
        query.order_by(Visit.due_on, Visit.id).offset((page - 1) * rows).limit(rows)
    )
    return Pile([Row(*row) for row in found], page, pages)


async def open_count(session: AsyncSession, officer_id: int) -> int:
    """Return how many visits an appointment would leave behind if it ended now."""
    query = select(func.count()).where(Visit.officer_id == officer_id, Visit.done_at.is_(None))
    return await session.scalar(query) or 0


async def open_in(session: AsyncSession, unit_id: int) -> int:
    """Return how many visits are open of a unit's officers, of those who left too."""
    query = select(func.count(Visit.id)).join(Officer, Officer.id == Visit.officer_id)
    return await session.scalar(query.where(Officer.unit_id == unit_id, Visit.done_at.is_(None))) or 0


async def counts(session: AsyncSession, person_id: int) -> tuple[int, int]:
    """Return how many visits are open of an officer, and how many of them are past their day."""
    late = func.count().filter(Visit.due_on < today())
    query = select(func.count(), late).join(Officer, Officer.id == Visit.officer_id)
    row = (await session.execute(query.where(Officer.person_id == person_id, Visit.done_at.is_(None)))).one()
    return row[0], row[1]


async def of_suggestion(session: AsyncSession, suggestion_id: int) -> list[Row]:
    """Return every visit about a suggestion, the newest first."""
    found = await session.execute(
        _every().where(Visit.suggestion_id == suggestion_id).order_by(Visit.id.desc())
    )
    return [Row(*row) for row in found]


async def open_of(session: AsyncSession, suggestion_ids: Sequence[int]) -> dict[int, Visit]:
    """Return the open visit of each suggestion that is due first."""
    query = select(Visit).where(Visit.suggestion_id.in_(suggestion_ids), Visit.done_at.is_(None))
    found = await session.scalars(query.order_by(Visit.due_on.desc(), Visit.id.desc()))
    return {visit.suggestion_id: visit for visit in found}


def may_undo(visit: Visit, rules: Campaign) -> bool:
    """Say whether a slip can still be taken back: on the day on which it was made."""
    if visit.done_at is None or visit.outcome not in ENDED:
        return False
    return campaigns.day_of(rules, visit.done_at) == campaigns.today(rules)


async def undoable(session: AsyncSession, person_id: int) -> list[Row]:
    """Return what an officer ended today and may open again, the last first."""
    query = _every().where(Officer.person_id == person_id, Visit.outcome.in_(ENDED))
    query = query.where(Visit.done_at > clock.now() - timedelta(days=1))
    found = await session.execute(query.order_by(Visit.done_at.desc(), Visit.id.desc()).limit(ON_A_PAGE))
    rows = [Row(*row) for row in found]
    return [
        row for row in rows if may_undo(row.visit, await campaigns.edition(session, row.suggestion.edition))
    ]


async def is_needless(session: AsyncSession, visit: Visit) -> bool:
    """Say whether there is nothing to tell any more: told or answered another way, or overtaken."""
    event = await session.get_one(Event, visit.event_id)
    if visit.kind in REPLIES:
        newer = select(Visit.id).where(Visit.suggestion_id == visit.suggestion_id, Visit.id > visit.id)
        told = select(Told.id).where(Told.reply_id == event.data["reply"])
        return await session.scalar(newer.where(Visit.kind.in_(REPLIES)).union_all(told).limit(1)) is not None
    if visit.kind in QUESTIONS:
        question = await session.get(Question, event.data["question"])
        return question is not None and question.closed_at is not None
    stands = {RETURNED: SuggestionState.RETURNED, DIVERTED: SuggestionState.DIVERTED}.get(visit.kind)
    about = await session.get_one(Suggestion, event.suggestion_id)
    newer = select(Event.id).where(Event.suggestion_id == about.id, Event.kind == event.kind)
    again = await session.scalar(newer.where(Event.id > event.id).limit(1)) is not None
    return stands is not None and (about.state != stands or again)


async def told_reply(session: AsyncSession, suggestion_id: int, person_id: int) -> Visit | None:
    """Return the visit by which this officer told the newest reply: its rating may still be written down."""
    query = select(Visit).join(Officer, Officer.id == Visit.officer_id)
    query = query.where(Visit.suggestion_id == suggestion_id, Officer.person_id == person_id)
    query = query.where(Visit.kind.in_(REPLIES), Visit.outcome == VisitOutcome.TOLD)
    return await session.scalar(query.order_by(Visit.id.desc()).limit(1))


async def names(session: AsyncSession, rows: Sequence[Row]) -> dict[int, str]:
    """Return by visit whom to see, as far as a chat may name them: "" for who was named on a page of ours."""
    mine = select(Draft.id).where(Draft.id.in_([row.suggestion.draft_id for row in rows]), Draft.on_own_page)
    hidden = set(await session.scalars(mine))
    return {
        row.visit.id: "" if row.suggestion.draft_id in hidden else row.suggestion.name or "" for row in rows
    }


async def word(session: AsyncSession, visit: Visit) -> Word:
    """Return what there is to tell, as it stands now."""
    event = await session.get_one(Event, visit.event_id)
    if visit.kind in QUESTIONS:
        return Word(event, question=await session.get(Question, event.data["question"]))
    if visit.kind in REPLIES:
        return Word(event, reply=await session.get(Reply, event.data["reply"]))
    remark = await session.get(Remark, event.id)
    return Word(event, remark=remark.text if remark else "")


async def correctable(session: AsyncSession, person_id: int, number: str) -> Suggestion | None:
    """Return a returned suggestion that this officer may put right: who entered it, or whose task it is."""
    mine = select(Officer.id).where(Officer.person_id == person_id)
    given = select(Visit.suggestion_id).join(Officer, Officer.id == Visit.officer_id)
    given = given.where(Officer.person_id == person_id, Visit.kind == RETURNED, Visit.done_at.is_(None))
    query = select(Suggestion).where(Suggestion.number == number)
    return await session.scalar(query.where(Suggestion.officer_id.in_(mine) | Suggestion.id.in_(given)))


async def who_may_take(session: AsyncSession, officer: Officer) -> Sequence[Officer]:
    """Return who of the unit, and of those below it, could take over from an officer today."""
    units = await handling.below(session, officer.unit_id)
    query = select(Officer).where(Officer.unit_id.in_(sorted(units)), Officer.id != officer.id, *in_office())
    return (await session.scalars(query.order_by(Officer.id))).all()


async def attended(session: AsyncSession, person_id: int) -> list[str]:
    """Return what of which visit a person's next words are, as `actions.take_up` put it; [] for nothing."""
    about = await session.scalar(select(Person.answering).where(Person.id == person_id))
    return about.removeprefix(TOPIC).split(":") if about and about.startswith(TOPIC) else []
