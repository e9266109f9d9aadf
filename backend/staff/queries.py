from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock
from backend.staff.actions import digest
from backend.staff.model import OFFICE, WATCHERS, SignIn, Staff
from backend.suggestions.queries import Sight


async def signed_in(session: AsyncSession, token: str) -> SignIn | None:
    """Return the sign-in a browser's token stands for, unless its time is over."""
    return await session.scalar(
        select(SignIn).where(SignIn.token_hash == digest(token), SignIn.expires_at > clock.now())
    )


async def has_account(session: AsyncSession, login: str) -> bool:
    return await session.scalar(select(Staff.id).where(Staff.login == login)) is not None


def sight(staff: Staff) -> Sight:
    """Say what this member of staff may see."""
    return Sight(unit_id=staff.unit_id, everything=staff.role in OFFICE | WATCHERS)
