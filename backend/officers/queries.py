from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock
from backend.errors import NotAllowed
from backend.officers.model import Officer
from backend.push.actions import HOUSE_ZONE


def in_office() -> tuple[ColumnElement[bool], ...]:
    """Ask for appointments that were accepted and hold today."""
    today = clock.now().astimezone(HOUSE_ZONE).date()
    return (
        Officer.person_id.is_not(None),
        Officer.ended_at.is_(None),
        or_(Officer.until.is_(None), Officer.until >= today),
    )


async def of_person(session: AsyncSession, person_id: int) -> Officer | None:
    """Return the appointment by which a person is an officer today; asked anew at every step."""
    return await session.scalar(select(Officer).where(Officer.person_id == person_id, *in_office()))


async def require(session: AsyncSession, person_id: int) -> Officer:
    """Return a person's appointment, or refuse: they are no officer, or no longer."""
    officer = await of_person(session, person_id)
    if officer is None:
        raise NotAllowed("officer-not-in-office")
    return officer
