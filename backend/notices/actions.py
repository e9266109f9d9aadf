from collections.abc import Iterable
from datetime import date

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock, push
from backend.db import Database, if_new
from backend.notices import queries
from backend.notices.model import Kind, Notice


async def tell(
    session: AsyncSession,
    *,
    staff_ids: Iterable[int],
    kind: Kind,
    suggestion_id: int,
    once: str,
    due_on: date | None = None,
    but: int | None = None,
    event_id: int | None = None,
) -> None:
    """Put a notice before members of staff, in the transaction of what they are told of.

    `once` is at most 64 characters; the same for the same suggestion is told once. `but` leaves out the one
    who did it. Whoever has linked a chat is told there as well, of `event_id` or of the newest event.
    """
    told = {"suggestion_id": suggestion_id, "kind": kind, "once": once, "due_on": due_on, "at": clock.now()}
    for staff_id in sorted({*staff_ids} - {but}):
        added = await session.execute(if_new(session, Notice, staff_id=staff_id, **told).returning(Notice.id))
        chat = await queries.chat_of(session, staff_id) if added.scalar() else None
        if chat:
            about = event_id or await queries.newest_event(session, suggestion_id)
            await push.owe(session, person_id=chat, event_id=about, kind=f"staff-{kind}:{once}")


async def read_all(db: Database, *, staff_id: int, until: int) -> None:
    """Mark what a member of staff has been shown as read, up to the newest notice on their page."""
    async with db.begin() as session:
        mine = update(Notice).where(Notice.staff_id == staff_id, Notice.id <= until)
        await session.execute(mine.where(Notice.read_at.is_(None)).values(read_at=clock.now()))


async def read_about(db: Database, *, staff_id: int, number: str, seen: int) -> None:
    """Mark as read what stood on the page of a suggestion from which a member of staff acted."""
    async with db.begin() as session:
        ids = await queries.shown(session, staff_id, number, seen)
        await session.execute(update(Notice).where(Notice.id.in_(ids)).values(read_at=clock.now()))
