from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.dates import today
from backend.programs.model import ProgramToken, Scope
from backend.staff.model import OFFICE, READERS, UNITS, Role, Staff
from backend.staff.queries import digest

ROLES: dict[Scope, frozenset[Role]] = {
    Scope.READ: READERS,
    Scope.REGISTER: OFFICE,
    Scope.HANDLE: OFFICE | UNITS,
    Scope.IMPORT: OFFICE,
}
"""For whom a token with a scope may act."""


def fits(staff: Staff, scope: Scope) -> bool:
    """Say whether this member of staff may do now what a scope lets their programs do."""
    at_work = staff.suspended_at is None and (staff.role not in UNITS or staff.unit_id is not None)
    return at_work and staff.role in ROLES[scope]


def is_good(token: ProgramToken) -> bool:
    return token.revoked_at is None and token.last_day >= today()


async def with_token(session: AsyncSession, said: str) -> ProgramToken | None:
    """Return what a program's token stands for, unless it has ended or was revoked."""
    found = await session.scalar(select(ProgramToken).where(ProgramToken.token_hash == digest(said)))
    return found if found and is_good(found) else None


async def tokens(session: AsyncSession) -> Sequence[ProgramToken]:
    """Return every token, the newest first."""
    return (await session.scalars(select(ProgramToken).order_by(ProgramToken.id.desc()))).all()


async def possible_staff(session: AsyncSession) -> Sequence[Staff]:
    """Return the members of staff for whom some program may act."""
    found = await session.scalars(select(Staff).where(Staff.role.in_(READERS)).order_by(Staff.login))
    return [member for member in found if fits(member, Scope.READ)]
