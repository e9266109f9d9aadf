"""Members of staff without passwords, and what they are told."""

from backend_house import rows, unit_id
from sqlalchemy import select

from backend.db import Database
from backend.notices.model import Notice
from backend.staff.model import Role, Staff


async def staff(db: Database, login: str, role: Role, unit: str = "") -> int:
    """Make an account nobody can sign in to."""
    of = await unit_id(db, unit) if unit else None
    async with db.begin() as session:
        row = Staff(login=login, password_hash="none", role=role, unit_id=of, language="zh-CN")
        session.add(row)
        await session.flush()
        return row.id


async def everybody(db: Database) -> dict[str, int]:
    """Two units with a handler and a lead each, and one of every other kind."""
    return {
        "handler": await staff(db, "handler", Role.HANDLER, "transport"),
        "lead": await staff(db, "lead", Role.UNIT_LEAD, "transport"),
        "other": await staff(db, "other", Role.HANDLER, "health"),
        "other-lead": await staff(db, "other-lead", Role.UNIT_LEAD, "health"),
        **{
            str(role): await staff(db, role, role)
            for role in Role
            if "unit" not in role and role != "handler"
        },
    }


async def told(db: Database, login: str) -> list[str]:
    """The kinds of notices a member of staff was given, the oldest first."""
    query = select(Notice).join(Staff, Staff.id == Notice.staff_id).where(Staff.login == login)
    return [str(notice.kind) for notice in await rows(db, query.order_by(Notice.id))]
