"""What administrators do with units: add, rename, move, retire; never delete."""

import re
from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock
from backend.db import Database, if_new
from backend.errors import Conflict, NotFound, Refusal
from backend.handling.model import Unit
from backend.handling.queries import below
from backend.i18n import DEFAULT_LANGUAGE, LANGUAGES
from backend.people.values import cleaned
from backend.staff.log import note
from backend.staff.model import Act, Staff
from backend.units.queries import hanging_on, open_in

KEY = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
NAME_MAXIMUM = 60


async def add(
    db: Database, *, key: str, names: Mapping[str, str], parent_id: int | None, actor_id: int
) -> Unit:
    """Make a unit below another, or at the top; made twice with the same words it is one."""
    said, told = key.strip().lower(), _names(names)
    if not KEY.fullmatch(said):
        raise Refusal("unit-key-wrong")
    async with db.begin() as session:
        there = await session.scalar(select(Unit).where(Unit.key == said))
        if there is not None:
            if (there.names, there.parent_id) == (told, parent_id):
                return there
            raise Conflict("unit-key-taken", taken=said)
        await _parent(session, parent_id)
        row = {"key": said, "names": told, "parent_id": parent_id, "placed": True}
        await session.execute(if_new(session, Unit, **row))
        unit = (await session.scalars(select(Unit).where(Unit.key == said))).one()
        note(session, Act.UNIT_ADDED, actor_id=actor_id, data={"unit": unit.id})
        return unit


def _names(said: Mapping[str, str]) -> dict[str, str]:
    names = {language: " ".join(cleaned(said.get(language, "")).split()) for language in LANGUAGES}
    if not names[DEFAULT_LANGUAGE]:
        raise Refusal("unit-name-missing")
    if max(map(len, names.values())) > NAME_MAXIMUM:
        raise Refusal("unit-name-too-long", maximum=str(NAME_MAXIMUM))
    return {language: name for language, name in names.items() if name}


async def _parent(session: AsyncSession, parent_id: int | None) -> None:
    if parent_id is None:
        return
    parent = await session.get(Unit, parent_id)
    if parent is None or parent.retired_at:
        raise Refusal("unit-missing")


async def rename(db: Database, *, unit_id: int, names: Mapping[str, str], actor_id: int) -> None:
    told = _names(names)
    async with db.begin() as session:
        unit = await _held(session, unit_id)
        if unit.names == told:
            return
        unit.names = told
        note(session, Act.UNIT_RENAMED, actor_id=actor_id, data={"unit": unit_id})


async def move(db: Database, *, unit_id: int, parent_id: int | None, actor_id: int) -> None:
    """Put a unit below another, with all that is below it; never below itself."""
    async with db.begin() as session:
        await session.execute(select(Unit.id).order_by(Unit.id).with_for_update())  # two moves make no ring
        unit = await _held(session, unit_id)
        if unit.parent_id == parent_id and unit.placed:
            return
        await _parent(session, parent_id)
        if parent_id in await below(session, unit_id):
            raise Refusal("unit-below-itself")
        unit.parent_id, unit.placed = parent_id, True
        data = {"unit": unit_id, "parent": parent_id}
        note(session, Act.UNIT_MOVED, actor_id=actor_id, data=data)


async def retire(db: Database, *, unit_id: int, actor_id: int) -> None:
    """Give a unit nothing any more: only once nothing is open there and nothing and nobody belongs to it."""
    async with db.begin() as session:
        unit = await _held(session, unit_id)
        if unit.retired_at:
            return
        if still := await open_in(session, unit_id):
            raise Conflict("unit-has-open", count=str(still))
        mine = select(Unit.id).where(Unit.parent_id == unit_id, Unit.retired_at.is_(None))
        if await session.scalar(mine.limit(1)):
            raise Conflict("unit-has-units")
        members = select(Staff.id).where(Staff.unit_id == unit_id, Staff.suspended_at.is_(None))
        if await session.scalar(members.limit(1)):
            raise Conflict("unit-has-members")
        if on := await hanging_on(session, unit_id):
            counts = {"officers": str(on.officers), "visits": str(on.visits), "points": str(on.points)}
            raise Conflict("unit-has-officers", **counts)
        unit.retired_at = clock.now()
        note(session, Act.UNIT_RETIRED, actor_id=actor_id, data={"unit": unit_id})


async def reopen(db: Database, *, unit_id: int, actor_id: int) -> None:
    async with db.begin() as session:
        unit = await _held(session, unit_id)
        if unit.retired_at is None:
            return
        unit.retired_at = None
        note(session, Act.UNIT_REOPENED, actor_id=actor_id, data={"unit": unit_id})


async def _held(session: AsyncSession, unit_id: int) -> Unit:
    unit = await session.get(Unit, unit_id, with_for_update=True)
    if unit is None:
        raise NotFound("unit-missing")
    return unit
