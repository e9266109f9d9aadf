"""A letter on paper becomes a draft on behalf of its writer, its photo an attachment (R22, R31)."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.drafts import queries
from backend.drafts.model import Draft
from backend.proxy.model import Entry, EntryWay


async def is_letter(session: AsyncSession, draft: Draft) -> bool:
    way = await session.scalar(select(Entry.way).where(Entry.draft_id == draft.id))
    return way == EntryWay.PAPER


async def being_written(session: AsyncSession, person_id: int) -> Draft | None:
    """Return the draft that a person is writing, where it is of a letter on paper."""
    draft = await queries.current(session, person_id)
    return draft if draft and await is_letter(session, draft) else None
