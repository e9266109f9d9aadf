"""What an appointment says, and the rules it keeps to; who may make it for which units."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from backend.dates import today
from backend.errors import NotFound, Refusal
from backend.handling.model import Unit
from backend.officers.model import ContactPoint, Officer, OfficerKind
from backend.officers.queries import is_over
from backend.people.values import cleaned

NAME_MAXIMUM = 60
DISTRICT_MAXIMUM = 64
WORD_MAXIMUM = 20
MOST_WORDS = 10
LONGEST = timedelta(days=5 * 366)


@dataclass(frozen=True)
class By:
    """Who of the staff acts; `reach` are the units they may act for, None for every one."""

    staff_id: int
    reach: Collection[int] | None = None

    def reaches(self, unit_id: int | None) -> bool:
        return self.reach is None or unit_id in self.reach


@dataclass(frozen=True)
class Terms:
    """`expertise` are words as they were typed, `until` the last day, None for no end."""

    name: str
    kind: OfficerKind
    unit_id: int
    contact_point_id: int | None = None
    district: str = ""
    expertise: tuple[str, ...] = ()
    until: date | None = None


def line(said: str) -> str:
    return " ".join(cleaned(said).split())


async def checked(
    session: AsyncSession, terms: Terms, by: By, there: Officer | None = None
) -> dict[str, Any]:
    """Return the columns of an appointment, or refuse; what stands `there` already may stay as it is."""
    point = await _point(session, terms, by, there)
    district = line(terms.district) or (point.district if point else "")
    if len(district) > DISTRICT_MAXIMUM:
        raise Refusal("officer-district-too-long", maximum=str(DISTRICT_MAXIMUM))
    return {
        "name": _name(terms.name),
        "kind": terms.kind,
        "unit_id": await _unit(session, terms.unit_id, by, there),
        "contact_point_id": point.id if point else None,
        "district": district,
        "expertise": _words(terms.expertise),
        "until": _until(terms.until, there),
    }


def _name(said: str) -> str:
    name = line(said)
    if not name:
        raise Refusal("officer-name-missing")
    if len(name) > NAME_MAXIMUM:
        raise Refusal("officer-name-too-long", maximum=str(NAME_MAXIMUM))
    return name


def _words(said: Collection[str]) -> list[str]:
    words = list(dict.fromkeys(word for word in map(line, said) if word))
    if len(words) > MOST_WORDS or any(len(word) > WORD_MAXIMUM for word in words):
        raise Refusal("officer-expertise-too-long", most=str(MOST_WORDS), maximum=str(WORD_MAXIMUM))
    return words


def _until(said: date | None, there: Officer | None) -> date | None:
    if said is None or (there and there.until == said):
        return said
    if not today() <= said <= today() + LONGEST:
        raise Refusal("officer-until-wrong")
    return said


async def _unit(session: AsyncSession, unit_id: int, by: By, there: Officer | None) -> int:
    unit = await session.get(Unit, unit_id, with_for_update=True) if by.reaches(unit_id) else None
    stays = there is not None and there.unit_id == unit_id and not is_over(there)
    if unit is None or (unit.retired_at and not stays):
        raise Refusal("officer-unit-missing")
    return unit.id


async def _point(session: AsyncSession, terms: Terms, by: By, there: Officer | None) -> ContactPoint | None:
    if terms.contact_point_id is None:
        return None
    point = await session.get(ContactPoint, terms.contact_point_id)
    stays = there is not None and there.contact_point_id == terms.contact_point_id
    if point is None or (not stays and (point.closed_at or not by.reaches(point.unit_id))):
        raise NotFound("officer-point-missing")
    return point
