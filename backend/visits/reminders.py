"""What the clock does about visits: end those somebody else made needless, remind of those that are due."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend import push
from backend.dates import today
from backend.db import Database
from backend.push.model import Push
from backend.visits import making, queries
from backend.visits.model import Visit

AT_ONCE = 200
LATE = (0, 1, 3)
"""Days after the last one on which an officer is reminded; then every week."""
EVERY = 7


async def remind(db: Database) -> None:
    """Remind officers of visits on their day and after it, each once for a visit and a day."""
    after = 0
    while True:
        async with db.read() as session:
            due = await _due(session, after)
        for visit_id in due:
            async with db.begin() as session:
                await _remind(session, visit_id)
        if len(due) < AT_ONCE:
            return
        after = due[-1]


async def _due(session: AsyncSession, after: int) -> list[int]:
    query = select(Visit.id).where(Visit.id > after, Visit.done_at.is_(None), Visit.due_on <= today())
    return list(await session.scalars(query.order_by(Visit.id).limit(AT_ONCE)))


async def _remind(session: AsyncSession, visit_id: int) -> None:
    visit = await session.get_one(Visit, visit_id, with_for_update=True)
    if visit.done_at:
        return
    if await queries.is_needless(session, visit):
        making.overtake([visit])
        return
    person_id = await making.whose(session, visit)
    kind = f"visit-due:{visit.due_on}:{mark((today() - visit.due_on).days)}"
    there = select(Push.id).where(Push.about == visit.id, Push.person_id == person_id, Push.kind == kind)
    if person_id and await session.scalar(there) is None:
        await push.owe(session, person_id=person_id, kind=kind, about=visit.id)


def mark(late: int) -> int:
    """Return the newest day of reminding that has come, in days after the last one."""
    if late < EVERY:
        return max(day for day in LATE if day <= late)
    return late - late % EVERY
