from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.drafts.model import Draft
from backend.own_page.actions import digest
from backend.own_page.model import PageLink
from backend.people.model import Person


async def owner(session: AsyncSession, token: str) -> Person | None:
    """Return for whom a link was made, whether it still opens or not."""
    query = (
        select(Person)
        .join(Draft, Draft.person_id == Person.id)
        .join(PageLink, PageLink.draft_id == Draft.id)
        .where(PageLink.token_hash == digest(token))
    )
    return await session.scalar(query)
