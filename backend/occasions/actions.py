"""Collection events (R24-R26): put down, changed and ended; and the one at which an officer is just now."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock
from backend.campaigns.model import Standing
from backend.dates import today
from backend.db import Database
from backend.errors import NotFound, Refusal
from backend.occasions import queries
from backend.occasions.model import Occasion, OccasionKind
from backend.officers import points
from backend.officers import queries as officers
from backend.officers.model import ContactPoint, Officer
from backend.officers.terms import By, line
from backend.sources import actions as sources
from backend.sources.model import Source, SourceKind
from backend.staff.log import note
from backend.staff.model import Act

MOST = {"title": 80, "place": 150, "host": 80}
"""Characters."""
LONGEST = timedelta(days=366)


@dataclass(frozen=True)
class Told:
    """What is said of an event; `host` is an office or a team, no private person."""

    unit_id: int
    kind: OccasionKind
    title: str
    first_day: date
    last_day: date
    place: str = ""
    host: str = ""
    contact_point_id: int | None = None


def _checked(told: Told) -> dict[str, Any]:
    said = {"title": line(told.title), "place": line(told.place), "host": line(told.host)}
    if not said["title"]:
        raise Refusal("occasion-title-missing")
    if any(len(words) > MOST[name] for name, words in said.items()):
        raise Refusal("occasion-too-long", **{name: str(most) for name, most in MOST.items()})
    if told.last_day < told.first_day:
        raise Refusal("occasion-days-turned")
    if told.last_day - told.first_day > LONGEST:
        raise Refusal("occasion-days-long")
    return {**said, "kind": told.kind, "first_day": told.first_day, "last_day": told.last_day}


async def _point(session: AsyncSession, point_id: int | None, by: By) -> int | None:
    if point_id is None:
        return None
    point = await session.get(ContactPoint, point_id)
    if point is None or point.closed_at or not by.reaches(point.unit_id):
        raise NotFound("officer-point-missing")
    return point.id


async def add(db: Database, *, campaign: str, told: Told, by: By) -> Occasion:
    """Put an event down, with its way in; put down twice with the same words and days it is one."""
    said = _checked(told)
    async with db.begin() as session:
        if await session.get(Standing, campaign) is None:
            raise NotFound("source-campaign-missing")
        unit_id = await points.unit_of(session, told.unit_id, by)
        point_id = await _point(session, told.contact_point_id, by)
        row = {**said, "campaign": campaign, "unit_id": unit_id, "contact_point_id": point_id}
        occasion = await session.scalar(select(Occasion).filter_by(**row, ended_at=None).limit(1))
        if occasion is None:
            occasion = Occasion(**row, made_by=by.staff_id, made_at=clock.now())
            session.add(occasion)
            await session.flush()
            _note(session, Act.OCCASION_ADDED, occasion, by)
    await way_in(db, occasion=occasion)
    return occasion


async def way_in(db: Database, *, occasion: Occasion) -> Source:
    """Make the event's way in, or return the one it has."""
    return await sources.add(
        db,
        campaign=occasion.campaign,
        kind=SourceKind.EVENT,
        name=occasion.title,
        unit_id=occasion.unit_id,
        occasion_id=occasion.id,
    )


async def change(db: Database, *, occasion_id: int, told: Told, by: By) -> None:
    said = _checked(told)
    async with db.begin() as session:
        occasion = await held(session, occasion_id, by)
        if occasion.unit_id != told.unit_id:
            said["unit_id"] = await points.unit_of(session, told.unit_id, by)
        if occasion.contact_point_id != told.contact_point_id:
            said["contact_point_id"] = await _point(session, told.contact_point_id, by)
        if all(getattr(occasion, name) == value for name, value in said.items()):
            return
        for name, value in said.items():
            setattr(occasion, name, value)
        _note(session, Act.OCCASION_CHANGED, occasion, by)


async def end(db: Database, *, occasion_id: int, by: By) -> None:
    """End an event before its last day: nobody collects there any more; ended twice it is ended once."""
    async with db.begin() as session:
        occasion = await held(session, occasion_id, by)
        if occasion.ended_at is None:
            occasion.ended_at = clock.now()
            _note(session, Act.OCCASION_ENDED, occasion, by)
            there = update(Officer).where(Officer.occasion_id == occasion.id)
            await session.execute(there.values(occasion_id=None))


async def held(session: AsyncSession, occasion_id: int, by: By) -> Occasion:
    query = select(Occasion).where(Occasion.id == occasion_id, *queries.within(by.reach))
    occasion = await session.scalar(query.with_for_update())
    if occasion is None:
        raise NotFound("occasion-missing")
    return occasion


def _note(session: AsyncSession, act: Act, occasion: Occasion, by: By) -> None:
    note(session, act, actor_id=by.staff_id, data={"occasion": occasion.id, "unit": occasion.unit_id})


async def collect_at(db: Database, *, person_id: int, occasion_id: int | None) -> Occasion | None:
    """Keep at which event an officer collects from now on; None for none. Refuses one that is not today."""
    async with db.begin() as session:
        officer = await officers.require(session, person_id)
        there = await queries.today_with(session, occasion_id) if occasion_id else None
        if occasion_id and there is None:
            raise NotFound("occasion-not-today")
        row = await session.get_one(Officer, officer.id, with_for_update=True)
        row.occasion_id = there.id if there else None
        return there


async def leave_over(db: Database) -> None:
    """Let nobody collect at an event whose last day is past."""
    over = select(Occasion.id).where(Occasion.last_day < today())
    async with db.begin() as session:
        there = update(Officer).where(Officer.occasion_id.in_(over))
        await session.execute(there.values(occasion_id=None).execution_options(synchronize_session=False))
