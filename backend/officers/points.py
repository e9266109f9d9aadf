"""Contact points 联系点 (R16): opened, changed and closed; each with a way in for each campaign."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock
from backend.db import Database
from backend.errors import NotFound, Refusal
from backend.handling.model import Unit
from backend.officers.model import ContactPoint, Officer
from backend.officers.queries import in_office
from backend.officers.terms import By, line
from backend.sources import actions as sources
from backend.sources.model import Source, SourceKind
from backend.staff.log import note
from backend.staff.model import Act
from backend.suggestions.queries import PAGE

NAME_MAXIMUM = 60
DISTRICT_MAXIMUM = 64
ADDRESS_MAXIMUM = 150


@dataclass(frozen=True)
class Place:
    """What is said of a contact point."""

    unit_id: int
    name: str
    district: str = ""
    address: str = ""


@dataclass(frozen=True)
class Points:
    points: Sequence[ContactPoint]
    officers: dict[int, int]
    page: int
    pages: int


def _checked(place: Place) -> dict[str, str]:
    said = {"name": line(place.name), "district": line(place.district), "address": line(place.address)}
    if not said["name"]:
        raise Refusal("point-name-missing")
    most = {"name": NAME_MAXIMUM, "district": DISTRICT_MAXIMUM, "address": ADDRESS_MAXIMUM}
    if any(len(words) > most[name] for name, words in said.items()):
        raise Refusal("point-too-long", **{name: str(maximum) for name, maximum in most.items()})
    return said


async def unit_of(session: AsyncSession, unit_id: int, by: By) -> int:
    unit = await session.get(Unit, unit_id, with_for_update=True) if by.reaches(unit_id) else None
    if unit is None or unit.retired_at:
        raise Refusal("officer-unit-missing")
    return unit.id


async def open_point(db: Database, *, place: Place, by: By) -> ContactPoint:
    """Open a contact point; with the same name in the same unit it is the one that is there."""
    said = _checked(place)
    async with db.begin() as session:
        unit_id = await unit_of(session, place.unit_id, by)
        same = select(ContactPoint).filter_by(unit_id=unit_id, **said, closed_at=None)
        there = await session.scalar(same.limit(1))
        if there:
            return there
        point = ContactPoint(unit_id=unit_id, **said, opened_at=clock.now())
        session.add(point)
        await session.flush()
        _note(session, Act.POINT_ADDED, point, by)
        return point


async def change(db: Database, *, point_id: int, place: Place, by: By) -> None:
    said = _checked(place)
    async with db.begin() as session:
        point = await held(session, point_id, by)
        unit_id = (
            point.unit_id if place.unit_id == point.unit_id else await unit_of(session, place.unit_id, by)
        )
        values = {**said, "unit_id": unit_id}
        if all(getattr(point, name) == value for name, value in values.items()):
            return
        for name, value in values.items():
            setattr(point, name, value)
        _note(session, Act.POINT_CHANGED, point, by)


async def close(db: Database, *, point_id: int, by: By) -> None:
    """Take nothing at a contact point any more; its posters still open the chat, and stay counted."""
    async with db.begin() as session:
        point = await held(session, point_id, by)
        if point.closed_at is None:
            point.closed_at = clock.now()
            _note(session, Act.POINT_CLOSED, point, by)


async def reopen(db: Database, *, point_id: int, by: By) -> None:
    async with db.begin() as session:
        point = await held(session, point_id, by)
        if point.closed_at:
            await unit_of(session, point.unit_id, by)
            point.closed_at = None
            _note(session, Act.POINT_REOPENED, point, by)


async def add_way_in(db: Database, *, point_id: int, campaign: str, by: By) -> Source:
    """Make the point's way in to a campaign, or return the one it has."""
    async with db.begin() as session:
        point = await held(session, point_id, by)
    return await sources.add(
        db,
        campaign=campaign,
        kind=SourceKind.PLACE,
        name=point.name,
        unit_id=point.unit_id,
        contact_point_id=point.id,
    )


async def held(session: AsyncSession, point_id: int, by: By) -> ContactPoint:
    query = select(ContactPoint).where(ContactPoint.id == point_id, *_within(by.reach))
    point = await session.scalar(query.with_for_update())
    if point is None:
        raise NotFound("point-missing")
    return point


def _within(reach: Collection[int] | None) -> list[ColumnElement[bool]]:
    return [] if reach is None else [ContactPoint.unit_id.in_(sorted(reach))]


def _note(session: AsyncSession, act: Act, point: ContactPoint, by: By) -> None:
    note(session, act, actor_id=by.staff_id, data={"point": point.id, "unit": point.unit_id})


async def one(session: AsyncSession, point_id: int, reach: Collection[int] | None) -> ContactPoint | None:
    return await session.scalar(select(ContactPoint).where(ContactPoint.id == point_id, *_within(reach)))


async def open_ones(session: AsyncSession, reach: Collection[int] | None) -> Sequence[ContactPoint]:
    query = select(ContactPoint).where(ContactPoint.closed_at.is_(None), *_within(reach))
    return (await session.scalars(query.order_by(ContactPoint.unit_id, ContactPoint.id))).all()


async def open_in(session: AsyncSession, unit_id: int) -> int:
    """Return how many contact points a unit has in use."""
    query = select(func.count()).where(ContactPoint.unit_id == unit_id, ContactPoint.closed_at.is_(None))
    return await session.scalar(query) or 0


async def listed(session: AsyncSession, reach: Collection[int] | None, page: int) -> Points:
    """Return a page, those in use first, with how many officers are in office at each."""
    total = await session.scalar(select(func.count()).select_from(ContactPoint).where(*_within(reach))) or 0
    pages = max(1, -(-total // PAGE))
    number = min(max(page, 1), pages)
    query = select(ContactPoint).where(*_within(reach))
    query = query.order_by(ContactPoint.closed_at.is_not(None), ContactPoint.id.desc())
    found = (await session.scalars(query.offset((number - 1) * PAGE).limit(PAGE))).all()
    counted = select(Officer.contact_point_id, func.count()).where(*in_office())
    rows = await session.execute(counted.group_by(Officer.contact_point_id))
    return Points(found, {row[0]: row[1] for row in rows if row[0]}, number, pages)


async def officers_at(session: AsyncSession, point_id: int) -> Sequence[Officer]:
    query = select(Officer).where(Officer.contact_point_id == point_id, *in_office()).order_by(Officer.id)
    return (await session.scalars(query)).all()


async def ways_in(session: AsyncSession, point_id: int) -> Sequence[Source]:
    query = select(Source).where(Source.contact_point_id == point_id).order_by(Source.id)
    return (await session.scalars(query)).all()
