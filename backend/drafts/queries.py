from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from backend.drafts.model import Draft, DraftState


async def current(session: AsyncSession, person_id: int) -> Draft | None:
    """Return the open draft a person last worked on."""
    return await session.scalar(
        select(Draft)
        .where(Draft.person_id == person_id, Draft.state == DraftState.OPEN)
        .order_by(Draft.touched_at.desc(), Draft.id.desc())
        .limit(1)
        .options(selectinload(Draft.parts))
    )


async def own(session: AsyncSession, person_id: int, draft_id: int) -> Draft | None:
    return await session.scalar(
        select(Draft)
        .where(Draft.id == draft_id, Draft.person_id == person_id)
        .options(selectinload(Draft.parts))
    )
