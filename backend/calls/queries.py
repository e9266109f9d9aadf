"""Whom to ask, who was asked, who has read, and what came of it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, Select, and_, false, func, select, union_all
from sqlalchemy.ext.asyncio import AsyncSession

from backend.calls.model import Asked, Call
from backend.campaigns import queries as campaigns
from backend.campaigns.schema import Campaign
from backend.drafts.model import Draft
from backend.handling import queries as handling
from backend.officers import queries as officers
from backend.officers.model import Officer, OfficerKind
from backend.people.values import cleaned
from backend.proxy.model import Entry
from backend.quotas.counting import UNCOUNTED
from backend.suggestions.model import Suggestion
from backend.suggestions.queries import PAGE, Sight


@dataclass(frozen=True)
class Picked:
    """Which officers are asked; empty for all. `unit_id` means the unit and all below it."""

    district: str = ""
    unit_id: int | None = None
    expertise: str = ""
    kind: OfficerKind | None = None


class Answered(NamedTuple):
    """An officer of a call; `read_at` is empty until it was opened, `answers` counts what came."""

    officer: Officer
    read_at: datetime | None
    answers: int


class Reach(NamedTuple):
    """Of a call: how many were asked, have read, have answered, and what they sent together."""

    asked: int = 0
    read: int = 0
    answered: int = 0
    answers: int = 0


async def chosen(session: AsyncSession, picked: Picked, sight: Sight) -> Sequence[Officer]:
    """Return the officers in office who fit, as far as this desk sees."""
    query = select(Officer).where(*officers.in_office())
    if not sight.everything:
        query = query.where(Officer.unit_id.in_(sorted(sight.units)))
    if picked.unit_id is not None:
        below = await handling.below(session, picked.unit_id)
        query = query.where(Officer.unit_id.in_(sorted(below)))
    if picked.district:
        query = query.where(Officer.district == picked.district)
    if picked.kind:
        query = query.where(Officer.kind == picked.kind)
    found = (await session.scalars(query.order_by(Officer.id))).all()
    wanted = _folded(picked.expertise)
    return [one for one in found if not wanted or wanted in map(_folded, one.expertise)]


def _folded(said: str) -> str:
    return cleaned(said).casefold()


async def offered(session: AsyncSession, sight: Sight) -> tuple[list[str], list[str]]:
    """Return the districts and the expertise there are to choose from among those in office."""
    found = await chosen(session, Picked(), sight)
    districts = {one.district for one in found if one.district}
    return sorted(districts), sorted({word for one in found for word in one.expertise})


def of_desk(sight: Sight) -> ColumnElement[bool]:
    """Ask for the calls of a desk: the office sees all, a unit its own and those of units below it."""
    if sight.everything:
        return Call.id.is_not(None)
    return Call.unit_id.in_(sorted(sight.units)) if sight.units else false()


def _open(today: date) -> ColumnElement[bool]:
    return and_(Call.closed_at.is_(None), Call.due_on >= today)


async def open_of_entry(session: AsyncSession, draft_id: int) -> int | None:
    """Return the request an entry was written for, while it is open: the next person may answer it, too."""
    query = select(Call).join(Entry, Entry.call_id == Call.id).where(Entry.draft_id == draft_id)
    call = await session.scalar(query)
    if call is None:
        return None
    _, rules = await campaigns.in_force(session, call.campaign)
    return call.id if call.is_open_on(campaigns.today(rules)) else None


async def listed(
    session: AsyncSession, sight: Sight, *, today: date, page: int
) -> tuple[Sequence[Call], int]:
    """Return a page of calls, the open ones first, the soonest due first; and how many there are."""
    mine = of_desk(sight)
    total = await session.scalar(select(func.count()).select_from(Call).where(mine)) or 0
    order = (_open(today).desc(), Call.due_on.desc(), Call.id.desc())
    query = select(Call).where(mine).order_by(*order).offset((page - 1) * PAGE).limit(PAGE)
    return (await session.scalars(query)).all(), total


async def one(session: AsyncSession, sight: Sight, call_id: int) -> Call | None:
    return await session.scalar(select(Call).where(Call.id == call_id, of_desk(sight)))


def _answers(call_ids: Collection[int]) -> Select[int, int, int]:
    """Count what came, by call and officer: entries for others, and their own suggestions."""
    counts = Suggestion.state.not_in(UNCOUNTED)
    entered = (
        select(Entry.call_id.label("call"), Entry.officer_id.label("officer"))
        .join(Suggestion, Suggestion.draft_id == Entry.draft_id)
        .where(Entry.call_id.in_(call_ids), counts)
    )
    own = (
        select(Draft.call_id.label("call"), Officer.id.label("officer"))
        .join(Suggestion, Suggestion.draft_id == Draft.id)
        .join(Officer, Officer.person_id == Draft.person_id)
        .join(Asked, and_(Asked.call_id == Draft.call_id, Asked.officer_id == Officer.id))
        .where(Draft.call_id.in_(call_ids), Draft.subject_id.is_(None), counts)
    )
    came = union_all(entered, own).subquery()
    return select(came.c.call, came.c.officer, func.count().label("answers")).group_by(
        came.c.call, came.c.officer
    )


async def reach(session: AsyncSession, call_ids: Collection[int]) -> dict[int, Reach]:
    """Return what came of each of these calls."""
    asked = select(Asked.call_id, func.count(), func.count(Asked.read_at)).group_by(Asked.call_id)
    came = _answers(call_ids).subquery()
    sums = select(came.c.call, func.count(), func.sum(came.c.answers)).group_by(came.c.call)
    sent = {call: (who, int(count)) for call, who, count in await session.execute(sums)}
    rows = await session.execute(asked.where(Asked.call_id.in_(call_ids)))
    return {call: Reach(count, read, *sent.get(call, (0, 0))) for call, count, read in rows}


async def asked(session: AsyncSession, call_id: int) -> list[Answered]:
    """Return who was asked, those who have not read first, then those who have not answered."""
    counts = {officer: count for _, officer, count in await session.execute(_answers([call_id]))}
    query = select(Officer, Asked.read_at).join(Asked, Asked.officer_id == Officer.id)
    rows = await session.execute(query.where(Asked.call_id == call_id).order_by(Officer.unit_id, Officer.id))
    found = [Answered(officer, read_at, counts.get(officer.id, 0)) for officer, read_at in rows]
    return sorted(found, key=lambda each: (each.read_at is not None, each.answers > 0))


def silent(call_id: int) -> ColumnElement[bool]:
    """Ask for officers who have sent nothing to a call yet."""
    came = _answers([call_id]).subquery()
    return Officer.id.not_in(select(came.c.officer))


async def of_officer(session: AsyncSession, officer_id: int) -> list[tuple[Call, Asked]]:
    """Return the calls an officer was asked and which nobody closed, the soonest due first."""
    query = select(Call, Asked).join(Asked, Asked.call_id == Call.id)
    query = query.where(Asked.officer_id == officer_id, Call.closed_at.is_(None))
    return [(call, row) for call, row in await session.execute(query.order_by(Call.due_on, Call.id))]


async def asked_of(session: AsyncSession, officer_id: int, call_id: int) -> tuple[Call, Asked] | None:
    query = select(Call, Asked).join(Asked, Asked.call_id == Call.id)
    row = (await session.execute(query.where(Asked.officer_id == officer_id, Call.id == call_id))).first()
    return (row[0], row[1]) if row else None


async def answers_of(session: AsyncSession, officer_id: int, call_ids: Collection[int]) -> dict[int, int]:
    """Return how many an officer has sent to each of these calls."""
    rows = await session.execute(_answers(call_ids))
    return {call: count for call, officer, count in rows if officer == officer_id}


def topics_of(rules: Campaign) -> list[str]:
    """Return every topic that may be asked for, as `theme/topic`; `other` where a theme takes it."""
    return [
        f"{theme.id}/{topic}"
        for theme in rules.themes
        for topic in (
            *(topic.id for topic in theme.topics),
            *([campaigns.OTHER_TOPIC] if theme.other_topic or not theme.topics else []),
        )
    ]
