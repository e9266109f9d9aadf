"""Asking chosen officers for chosen topics 定向征集 (R13, R14): make, remind, extend, close."""

from collections.abc import Collection
from datetime import date

from sqlalchemy import ColumnElement, exists, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock, push
from backend.calls import queries
from backend.calls.model import Asked, Call
from backend.calls.queries import Picked
from backend.campaigns import queries as campaigns
from backend.campaigns.schema import Campaign
from backend.db import Database
from backend.errors import Conflict, NotFound, Refusal
from backend.handling import queries as handling
from backend.officers import queries as officers
from backend.officers.model import Officer
from backend.people.values import cleaned
from backend.push.model import Push
from backend.suggestions.queries import Sight

TITLE_MAXIMUM = 60
WORDS_MAXIMUM = 1000
"""Characters."""
TOPICS_MAXIMUM = 10


async def make(
    db: Database,
    *,
    campaign: str,
    title: str,
    words: str,
    topics: Collection[str],
    due_on: date,
    picked: Picked,
    sight: Sight,
    staff_id: int,
    once: str,
) -> int:
    """Ask the chosen officers, each told in their chat; the same form sent twice is one. Return the id."""
    async with db.begin() as session:
        if there := await session.scalar(select(Call.id).where(Call.once == once, Call.made_by == staff_id)):
            return there
        _, rules = await campaigns.in_force(session, campaign)
        asked = _asked_for(rules, topics)
        _refuse_day(rules, due_on)
        call = Call(
            campaign=rules.id,
            title=_checked(title, "call-title", TITLE_MAXIMUM),
            words=_checked(words, "call-words", WORDS_MAXIMUM),
            topics=asked,
            due_on=due_on,
            made_by=staff_id,
            made_at=clock.now(),
            unit_id=None if sight.everything else sight.unit_id,
            once=once,
        )
        chosen = await _chosen(session, picked, sight)
        session.add(call)
        await session.flush()
        session.add_all(Asked(call_id=call.id, officer_id=officer.id) for officer in chosen)
        await session.flush()
        await _tell(session, call, "call-made")
        return call.id


def _asked_for(rules: Campaign, topics: Collection[str]) -> list[str]:
    known = queries.topics_of(rules)
    if not topics:
        raise Refusal("call-topics-missing")
    if not set(topics) <= set(known):
        raise NotFound("topic-missing")
    if len(set(topics)) > TOPICS_MAXIMUM:
        raise Refusal("call-topics-many", maximum=str(TOPICS_MAXIMUM))
    return [topic for topic in known if topic in set(topics)]


def _refuse_day(rules: Campaign, due_on: date) -> None:
    if due_on < campaigns.today(rules):
        raise Refusal("date-past")


def _checked(said: str, key: str, maximum: int) -> str:
    words = cleaned(said)
    if not words:
        raise Refusal(f"{key}-missing")
    if len(words) > maximum:
        raise Refusal(f"{key}-too-long", length=str(len(words)), maximum=str(maximum))
    return words


async def _chosen(session: AsyncSession, picked: Picked, sight: Sight) -> Collection[Officer]:
    if picked.unit_id is not None and not sight.everything and picked.unit_id not in sight.units:
        raise NotFound("unit-missing")
    if picked.unit_id is not None and not await handling.below(session, picked.unit_id):
        raise NotFound("unit-missing")
    chosen = await queries.chosen(session, picked, sight)
    if not chosen:
        raise Refusal("call-nobody")
    return chosen


async def _tell(session: AsyncSession, call: Call, kind: str, *whom: ColumnElement[bool]) -> int:
    """Owe a push to those asked who are in office and were not told this; return how many that are."""
    told = exists().where(Push.about == call.id, Push.person_id == Officer.person_id, Push.kind == kind)
    people = (
        select(Officer.person_id)
        .join(Asked, Asked.officer_id == Officer.id)
        .where(Asked.call_id == call.id, *officers.in_office(), ~told, *whom)
    )
    count = await session.scalar(select(func.count()).select_from(people.subquery())) or 0
    if count:
        await push.owe_each(session, people=people, about=call.id, kind=kind)
    return count


async def _held(session: AsyncSession, sight: Sight, call_id: int) -> Call:
    """Return a call of this desk for writing."""
    query = select(Call).where(Call.id == call_id, queries.of_desk(sight)).with_for_update()
    call = await session.scalar(query)
    if call is None:
        raise NotFound("call-missing")
    return call


async def remind(db: Database, *, call_id: int, sight: Sight) -> int:
    """Tell those once more who have not read, once a day; return how many are told."""
    async with db.begin() as session:
        call = await _held(session, sight, call_id)
        _, rules = await campaigns.in_force(session, call.campaign)
        today = campaigns.today(rules)
        if not call.is_open_on(today):
            raise Conflict("call-over")
        return await _tell(session, call, f"call-reminded:{today}", Asked.read_at.is_(None))


async def extend(db: Database, *, call_id: int, due_on: date, sight: Sight) -> None:
    """Move the last day further off; those who have not answered are told."""
    async with db.begin() as session:
        call = await _held(session, sight, call_id)
        if call.closed_at:
            raise Conflict("call-over")
        if call.due_on == due_on:
            return
        _, rules = await campaigns.in_force(session, call.campaign)
        _refuse_day(rules, due_on)
        if due_on < call.due_on:
            raise Refusal("call-day-earlier")
        call.due_on = due_on
        await _tell(session, call, f"call-extended:{due_on}", queries.silent(call.id))


async def close(db: Database, *, call_id: int, sight: Sight) -> None:
    """Ask no more; what is being written for it may still be sent and counts."""
    async with db.begin() as session:
        call = await _held(session, sight, call_id)
        if call.closed_at is None:
            call.closed_at = clock.now()


async def remind_before_the_end(db: Database) -> None:
    """Tell those who have sent nothing, three days before the last day and on it; each once."""
    async with db.read() as session:
        due = [
            (call.id, kind)
            for call in await session.scalars(select(Call).where(Call.closed_at.is_(None)))
            if (kind := await _due(session, call))
        ]
    for call_id, kind in due:
        async with db.begin() as session:
            call = await session.get_one(Call, call_id, with_for_update=True)
            if await _due(session, call) == kind:
                await _tell(session, call, kind, queries.silent(call.id))


BEFORE_DAYS = 3


async def _due(session: AsyncSession, call: Call) -> str | None:
    """Return what the reminder of today is called; None where none has come."""
    _, rules = await campaigns.in_force(session, call.campaign)
    left = (call.due_on - campaigns.today(rules)).days
    if call.closed_at or not 0 <= left <= BEFORE_DAYS:
        return None
    return f"call-due:{call.due_on}:{BEFORE_DAYS if left else 0}"


async def read(db: Database, *, person_id: int, call_id: int) -> tuple[Call, Asked, Officer]:
    """Open a call in its officer's chat, which marks it as read; nobody else has such a call."""
    async with db.begin() as session:
        officer = await officers.require(session, person_id)
        found = await queries.asked_of(session, officer.id, call_id)
        if found is None:
            raise NotFound("call-missing")
        call, asked = found
        asked.read_at = asked.read_at or clock.now()
        return call, asked, officer
