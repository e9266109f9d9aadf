"""The log of accounts and units: who did what to whom, written in the transaction of the act itself."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock
from backend.staff.model import AccountEvent, Act, Staff

PAGE = 50


@dataclass(frozen=True)
class Logged:
    """A page of the log, the newest first; `names` has the login of everybody in it."""

    events: Sequence[AccountEvent]
    names: Mapping[int, str]
    page: int
    pages: int


def note(
    session: AsyncSession,
    act: Act,
    *,
    actor_id: int | None,
    staff_id: int | None = None,
    data: Mapping[str, str | int | None] | None = None,
) -> None:
    """Write an act down; `data` holds keys, ids and days only."""
    row = AccountEvent(at=clock.now(), act=act, actor_id=actor_id, staff_id=staff_id, data=dict(data or {}))
    session.add(row)


async def logged(session: AsyncSession, page: int, *, about: int | None = None) -> Logged:
    """Return a page of what was done, to everybody or to one account."""
    mine = [AccountEvent.staff_id == about] if about else []
    total = await session.scalar(select(func.count()).select_from(AccountEvent).where(*mine)) or 0
    pages = max(1, -(-total // PAGE))
    number = min(page, pages)
    query = select(AccountEvent).where(*mine).order_by(AccountEvent.id.desc())
    events = (await session.scalars(query.offset((number - 1) * PAGE).limit(PAGE))).all()
    ids = {each for event in events for each in (event.actor_id, event.staff_id) if each}
    named = await session.execute(select(Staff.id, Staff.login).where(Staff.id.in_(ids)))
    return Logged(events, {row[0]: row[1] for row in named}, number, pages)
