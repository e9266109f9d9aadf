from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.dates import today
from backend.errors import NotAllowed
from backend.officers.model import ContactPoint, Officer


def in_office() -> tuple[ColumnElement[bool], ...]:
    """Ask for appointments that were accepted and hold today."""
    return (
        Officer.person_id.is_not(None),
        Officer.ended_at.is_(None),
        or_(Officer.until.is_(None), Officer.until >= today()),
    )


def is_over(officer: Officer) -> bool:
    """Say whether an appointment was ended, or its last day is past."""
    return officer.ended_at is not None or (officer.until is not None and officer.until < today())


async def lasting_in(session: AsyncSession, unit_id: int) -> int:
    """Return how many appointments of a unit are not over, those included that wait to be accepted."""
    lasts = or_(Officer.until.is_(None), Officer.until >= today())
    query = select(func.count()).where(Officer.unit_id == unit_id, Officer.ended_at.is_(None), lasts)
    return await session.scalar(query) or 0


async def of_person(session: AsyncSession, person_id: int) -> Officer | None:
    """Return the appointment by which a person is an officer today; asked anew at every step."""
    return await session.scalar(select(Officer).where(Officer.person_id == person_id, *in_office()))


async def require(session: AsyncSession, person_id: int) -> Officer:
    """Return a person's appointment, or refuse: they are no officer, or no longer."""
    officer = await of_person(session, person_id)
    if officer is None:
        raise NotAllowed("officer-not-in-office")
    return officer


async def point_of(session: AsyncSession, officer: Officer) -> ContactPoint | None:
    """Return the contact point at which an officer is found."""
    if officer.contact_point_id is None:
        return None
    return await session.get(ContactPoint, officer.contact_point_id)
