"""What the clock does about appointments that end: officer and office are told, twice, each once."""

from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend import push
from backend.dates import today
from backend.db import Database
from backend.officers.model import Officer
from backend.officers.queries import in_office
from backend.push.model import Push
from backend.staff.model import OFFICE, Link, Role, Staff

DAYS_BEFORE = (3, 14)
"""Days before the last one on which is told, the nearest first."""


async def remind(db: Database) -> None:
    last = today() + timedelta(days=max(DAYS_BEFORE))
    async with db.read() as session:
        ending = list(await session.scalars(select(Officer.id).where(*in_office(), Officer.until <= last)))
    for officer_id in ending:
        async with db.begin() as session:
            await _remind(session, officer_id)


async def _remind(session: AsyncSession, officer_id: int) -> None:
    officer = await session.scalar(
        select(Officer).where(Officer.id == officer_id, *in_office()).with_for_update()
    )
    if officer is None or officer.until is None or officer.person_id is None:
        return
    left = (officer.until - today()).days
    mark = next((days for days in DAYS_BEFORE if left <= days), None)
    if mark is None:
        return
    await _tell(session, officer, officer.person_id, f"officer-ending:{mark}:{officer.until}")
    for person_id in await _who_appoints(session, officer.unit_id):
        await _tell(session, officer, person_id, f"officer-ending-office:{mark}:{officer.until}")


async def _tell(session: AsyncSession, officer: Officer, person_id: int, kind: str) -> None:
    told = select(Push.id).filter_by(about=officer.id, person_id=person_id, kind=kind)
    if await session.scalar(told) is None:
        await push.owe(session, person_id=person_id, kind=kind, about=officer.id)


async def _who_appoints(session: AsyncSession, unit_id: int) -> list[int]:
    """Return the chats of the office and of the unit's leads, as far as they linked one."""
    whose = select(Link.person_id).join(Staff, Staff.id == Link.staff_id)
    leads = (Staff.role == Role.UNIT_LEAD) & (Staff.unit_id == unit_id)
    return list(
        await session.scalars(whose.where(Staff.role.in_(OFFICE) | leads, Staff.suspended_at.is_(None)))
    )
