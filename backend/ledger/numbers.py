"""Numbers under which other systems know a suggestion."""

import re
from collections.abc import Collection
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock
from backend.errors import Refusal
from backend.ledger.model import ForeignNumber
from backend.people.values import cleaned
from backend.suggestions.model import Suggestion

LONGEST = 64
SYSTEM = re.compile(r"[\w.-]{1,64}")
NUMBER = re.compile(r"[^\s;\uff1b](?:[^;\uff1b\n\t]{0,62}[^\s;\uff1b])?")


class Foreign(NamedTuple):
    """A system's name, and its number for a suggestion."""

    system: str
    number: str


def foreign(system: str, number: str) -> Foreign:
    """Check a system's name (letters, figures, full stops, hyphens) and a number of it."""
    name, said = cleaned(system), cleaned(number)
    if not SYSTEM.fullmatch(name):
        raise Refusal("ledger-system-unclear")
    if not said:
        raise Refusal("ledger-number-missing")
    if not NUMBER.fullmatch(said):
        raise Refusal("ledger-number-unclear", maximum=str(LONGEST))
    return Foreign(name, said)


async def row_with(session: AsyncSession, known_as: Foreign) -> ForeignNumber | None:
    mine = select(ForeignNumber).where(ForeignNumber.system == known_as.system)
    return await session.scalar(mine.where(ForeignNumber.number == known_as.number))


async def suggestion_with(session: AsyncSession, known_as: Foreign) -> Suggestion | None:
    found = await row_with(session, known_as)
    return await session.get(Suggestion, found.suggestion_id) if found else None


async def note(session: AsyncSession, known_as: Foreign, suggestion_id: int, *, finished: bool) -> None:
    now = clock.now()
    session.add(
        ForeignNumber(
            system=known_as.system,
            number=known_as.number,
            suggestion_id=suggestion_id,
            noted_at=now,
            finished_at=now if finished else None,
        )
    )
    await session.flush()


async def of_suggestions(session: AsyncSession, ids: Collection[int]) -> dict[int, list[Foreign]]:
    """Return the numbers of other systems for each of these suggestions that has one."""
    query = select(ForeignNumber).where(ForeignNumber.suggestion_id.in_(ids)).order_by(ForeignNumber.id)
    found: dict[int, list[Foreign]] = {}
    for row in await session.scalars(query):
        found.setdefault(row.suggestion_id, []).append(Foreign(row.system, row.number))
    return found


def written(known: Collection[Foreign]) -> str:
    """Return numbers as a cell of the ledger holds them: "system:number; system:number"."""
    return "; ".join(f"{each.system}:{each.number}" for each in known)


def read(said: str) -> list[Foreign]:
    """Return the numbers a cell of the ledger holds; Refusal for what is none."""
    each = [part.strip().partition(":") for part in re.split("[;\uff1b]", said) if part.strip()]
    return [foreign(system, number) for system, _, number in each]
