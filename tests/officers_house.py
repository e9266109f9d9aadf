"""An information officer in office, made in one step."""

from datetime import date

from sqlalchemy import select

from backend import clock
from backend.db import Database
from backend.handling.model import Unit
from backend.officers.model import Officer, OfficerKind
from backend.people.model import Person
from backend.staff.model import Role, Staff


async def in_office(
    db: Database, person: Person, *, unit: str = "transport", until: date | None = None
) -> Officer:
    """Appoint a person who has accepted: their unit by its key in the campaign file."""
    async with db.begin() as session:
        unit_id = (await session.scalars(select(Unit.id).where(Unit.key == unit))).one()
        clerk = await session.scalar(select(Staff).where(Staff.role == Role.CLERK).limit(1))
        if clerk is None:
            clerk = Staff(login="the-clerk", password_hash="-", role=Role.CLERK, language="zh-CN")
            session.add(clerk)
            await session.flush()
        officer = Officer(
            unit_id=unit_id,
            kind=OfficerKind.INFORMATION,
            name="李四",
            district="示例区",
            expertise=["交通"],
            appointed_by=clerk.id,
            appointed_at=clock.now(),
            person_id=person.id,
            accepted_at=clock.now(),
            until=until,
        )
        session.add(officer)
    return officer
