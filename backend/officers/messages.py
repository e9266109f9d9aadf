"""What officers are told of their appointment, and the office of appointments that end: no names."""

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from backend import push
from backend.dates import day_in_words, today
from backend.handling.model import Unit
from backend.i18n import label
from backend.officers.model import ContactPoint, Officer
from backend.people.model import Person

OPEN_MENU = "officer:menu"
"""What the button under such a message says."""
TOLD_APART = ("officer-changed", "officer-ending", "officer-ending-office")
"""Kinds that are owed with what tells apart one such message from the next behind them."""


async def said(session: AsyncSession, officer_id: int, reader: Person) -> push.Blanks:
    """Say what holds now: unit, contact point, last day and the days until then."""
    officer = await session.get_one(Officer, officer_id)
    unit = await session.get_one(Unit, officer.unit_id)
    point = await session.get(ContactPoint, officer.contact_point_id) if officer.contact_point_id else None
    until = officer.until
    return {
        "officer": str(officer.id),
        "unit": unit.name(reader.language),
        "point": point.name if point else "",
        "has_point": "yes" if point else "no",
        "until": day_in_words(until, reader.language) if until else "",
        "has_until": "yes" if until else "no",
        "days": str(max((until - today()).days, 0)) if until else "",
    }


for _kind in ("officer-ended", *TOLD_APART):
    push.says(_kind)(said)


@push.offers("officer-changed", "officer-ending")
async def opened(session: AsyncSession, officer_id: int, reader: Person) -> Sequence[push.Row]:
    del session
    return [(push.Button(label(reader.language, "officer-button"), OPEN_MENU, str(officer_id)),)]
