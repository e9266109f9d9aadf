"""The list of suggestions: what each way of looking at it holds, how many, and in which order."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum

from sqlalchemy import ColumnElement, and_, case, false, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.campaigns import queries as campaigns
from backend.deadlines.model import Extension
from backend.handling.extensions import is_open
from backend.handling.story import RUNNING
from backend.replies.model import DraftState, ReplyDraft
from backend.staff.model import OFFICE, UNITS, Role
from backend.suggestions.model import Objection, Suggestion, SuggestionState
from backend.suggestions.queries import PAGE, Sight

SOON = 3
"""Days before the last one that count as soon."""
DIGITS = 6
"""A number has at least so many."""
IN_A_UNIT = (SuggestionState.FORWARDED, SuggestionState.SIGNED)


class Show(StrEnum):
    OVERDUE = "overdue"
    SOON = "soon"
    MINE = "mine"
    UNSIGNED = "unsigned"
    BY_OFFICERS = "by-officers"
    ALL = "all"


Views = Mapping[Show, ColumnElement[bool]]


async def views(session: AsyncSession, role: Role) -> Views:
    """Return what each way of looking at the list asks for; what waits for nobody is not among them."""
    late, soon = await _by_day(session)
    running = and_(Suggestion.state.in_(RUNNING), Suggestion.paused_since.is_(None))
    found: dict[Show, ColumnElement[bool]] = {Show.OVERDUE: running & late, Show.SOON: running & soon}
    if role in OFFICE:
        found[Show.MINE] = _for_the_office()
    if role in UNITS:
        found[Show.MINE] = Suggestion.state.in_(IN_A_UNIT) & Suggestion.paused_since.is_(None)
    return found | {
        Show.UNSIGNED: Suggestion.state == SuggestionState.FORWARDED,
        Show.BY_OFFICERS: Suggestion.officer_id.is_not(None),
        Show.ALL: Suggestion.id.is_not(None),
    }


def _for_the_office() -> ColumnElement[bool]:
    """Ask for what is not forwarded, objected to, wanted a later day for, or answered and to be checked."""
    objected = select(Objection.suggestion_id).where(Objection.decided_at.is_(None))
    asked = select(Extension.suggestion_id).join(Suggestion, Suggestion.id == Extension.suggestion_id)
    wanted = asked.where(is_open()).correlate(None)
    of_its_unit = (Suggestion.id == ReplyDraft.suggestion_id) & (Suggestion.unit_id == ReplyDraft.unit_id)
    drafted = select(ReplyDraft.suggestion_id).join(Suggestion, of_its_unit)
    drafted = drafted.where(ReplyDraft.state == DraftState.WITH_OFFICE).correlate(None)
    return or_(
        Suggestion.state == SuggestionState.REGISTERED,
        Suggestion.id.in_(objected),
        Suggestion.id.in_(drafted),
        Suggestion.id.in_(wanted),
    )


async def _by_day(session: AsyncSession) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """Ask for what is late and what is due soon, each suggestion by the clock of its own campaign."""
    query = select(Suggestion.edition).where(Suggestion.state.in_(RUNNING)).distinct()
    here: dict[date, list[str]] = {}
    for edition in await session.scalars(query):
        rules = await campaigns.edition(session, edition)
        here.setdefault(campaigns.today(rules), []).append(edition)
    late: list[ColumnElement[bool]] = [false()]
    soon: list[ColumnElement[bool]] = [false()]
    for today, editions in here.items():
        among = Suggestion.edition.in_(editions)
        late.append(among & (Suggestion.due_on < today))
        soon.append(among & Suggestion.due_on.between(today, today + timedelta(days=SOON)))
    return or_(*late), or_(*soon)


async def counts(session: AsyncSession, sight: Sight, asked: Views) -> dict[Show, int]:
    """Return how many there are in each way of looking at the list."""
    sums = [func.coalesce(func.sum(case((view, 1), else_=0)), 0) for view in asked.values()]
    query = sight.narrow(select(Suggestion)).with_only_columns(*sums).select_from(Suggestion)
    (row,) = await session.execute(query)
    return {show: int(count) for show, count in zip(asked, row, strict=True)}


async def states(session: AsyncSession, sight: Sight) -> dict[SuggestionState, int]:
    """Return how many there are in each state."""
    query = sight.narrow(select(Suggestion)).with_only_columns(Suggestion.state, func.count())
    rows = await session.execute(query.group_by(Suggestion.state))
    return {SuggestionState(state): count for state, count in rows}


async def count(session: AsyncSession, sight: Sight, view: ColumnElement[bool]) -> int:
    query = sight.narrow(select(Suggestion)).where(view).with_only_columns(func.count())
    return await session.scalar(query.select_from(Suggestion)) or 0


async def rows(
    session: AsyncSession, sight: Sight, view: ColumnElement[bool], page: int
) -> Sequence[Suggestion]:
    """Return a page: first what somebody waits for, the one due soonest on top; then what is over.

    Where the author is asked the clock stands: it comes after what runs.
    """
    running = Suggestion.state.in_(RUNNING)
    stands = or_(Suggestion.paused_since.is_not(None), Suggestion.due_on.is_(None))
    query = sight.narrow(select(Suggestion).where(view)).order_by(
        case((running & ~stands, 0), (running, 1), else_=2),
        case((running, Suggestion.due_on)).nulls_last(),
        case((running, Suggestion.id), else_=-Suggestion.id),
    )
    return (await session.scalars(query.offset((page - 1) * PAGE).limit(PAGE))).all()


def numbered(said: str) -> ColumnElement[bool]:
    """Ask for a number by its beginning, or by its last figures alone: 12 is …-000012."""
    if said.isdigit():
        return Suggestion.number.endswith(f"-{said.zfill(DIGITS)}")
    return Suggestion.number.startswith(said, autoescape=True)
