from datetime import timedelta

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from backend import clock
from backend.drafts.model import Draft, DraftState, Turn

REGRET = timedelta(days=1)
"""How long a draft that was thrown away can be taken back."""


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


async def open_ones(session: AsyncSession, person_id: int) -> list[Draft]:
    """Return every draft a person has begun and not ended, the last touched first."""
    query = (
        select(Draft)
        .where(Draft.person_id == person_id, Draft.state == DraftState.OPEN)
        .order_by(Draft.touched_at.desc(), Draft.id.desc())
        .options(selectinload(Draft.parts))
    )
    return [draft for draft in await session.scalars(query) if not draft.is_blank]


async def just_discarded(session: AsyncSession, person_id: int) -> Draft | None:
    """Return the draft a person threw away within the last day, if nothing was begun since."""
    query = select(Draft).where(Draft.person_id == person_id).options(selectinload(Draft.parts))
    newest = await session.scalar(query.order_by(Draft.touched_at.desc(), Draft.id.desc()).limit(1))
    if newest is None or newest.state != DraftState.DISCARDED or newest.is_blank:
        return None
    return newest if newest.touched_at > clock.now() - REGRET else None


async def of_message(session: AsyncSession, person_id: int, message: int) -> Draft | None:
    """Return the open draft that was being written when this message was shown."""
    turn = (
        select(Turn.draft_id)
        .where(Turn.person_id == person_id, Turn.message <= message)
        .order_by(Turn.message.desc())
        .limit(1)
    )
    found = await session.scalar(turn)
    draft = await own(session, person_id, found) if found else None
    return draft if draft and draft.state == DraftState.OPEN else None


async def begun_at(session: AsyncSession, draft_id: int) -> int:
    """Return at which message of the chat a draft was last taken in hand; 0 where that is not known."""
    query = select(func.max(Turn.message)).where(Turn.draft_id == draft_id)
    return await session.scalar(query) or 0


async def last_sent(session: AsyncSession, person_id: int) -> Draft | None:
    """Return the draft a person sent last: what was said in it about the person may be offered again."""
    query = select(Draft).where(Draft.person_id == person_id, Draft.state == DraftState.SENT)
    return await session.scalar(query.order_by(Draft.touched_at.desc(), Draft.id.desc()).limit(1))
