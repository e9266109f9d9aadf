from datetime import timedelta

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from backend import clock
from backend.drafts.model import Draft, DraftState, Turn

RECENT = 5
REGRET = timedelta(days=1)
"""How long a draft that was thrown away can be taken back."""


def own_words(person_id: int) -> ColumnElement[bool]:
    """Ask for drafts a person writes for themselves; what an officer says for others is kept apart (R22)."""
    return and_(Draft.person_id == person_id, Draft.subject_id.is_(None))


def spoken_by(person_id: int) -> ColumnElement[bool]:
    """Ask for drafts that speak of a person: their own, and what an officer filled for them."""
    return or_(own_words(person_id), Draft.subject_id == person_id)


async def current(session: AsyncSession, person_id: int) -> Draft | None:
    """Return the open draft a person last worked on, their own or one for somebody else."""
    return await session.scalar(
        select(Draft)
        .where(Draft.person_id == person_id, Draft.state == DraftState.OPEN)
        .order_by(Draft.touched_at.desc(), Draft.id.desc())
        .limit(1)
        .options(selectinload(Draft.parts))
    )


async def answered(session: AsyncSession, person_id: int) -> int:
    """Return the newest inbox entry that was taken in by any of a person's drafts; 0 for none."""
    return await session.scalar(select(func.max(Draft.answered)).where(Draft.person_id == person_id)) or 0


async def own(session: AsyncSession, person_id: int, draft_id: int) -> Draft | None:
    return await session.scalar(
        select(Draft)
        .where(Draft.id == draft_id, Draft.person_id == person_id)
        .options(selectinload(Draft.parts))
    )


async def open_ones(session: AsyncSession, person_id: int) -> list[Draft]:
    """Return every draft of their own a person has begun and not ended, the last touched first."""
    query = (
        select(Draft)
        .where(own_words(person_id), Draft.state == DraftState.OPEN)
        .order_by(Draft.touched_at.desc(), Draft.id.desc())
        .options(selectinload(Draft.parts))
    )
    return [draft for draft in await session.scalars(query) if not draft.is_blank]


async def just_discarded(session: AsyncSession, person_id: int) -> Draft | None:
    """Return the draft a person threw away last, if that was within a day."""
    query = select(Draft).where(own_words(person_id), Draft.state == DraftState.DISCARDED)
    query = query.where(Draft.touched_at > clock.now() - REGRET).options(selectinload(Draft.parts))
    found = await session.scalars(query.order_by(Draft.touched_at.desc(), Draft.id.desc()).limit(RECENT))
    return next((draft for draft in found if not draft.is_blank), None)


async def turned_to(session: AsyncSession, person_id: int, message: int) -> int | None:
    """Return the id of the draft that was being written when this message was shown."""
    turn = (
        select(Turn.draft_id)
        .where(Turn.person_id == person_id, Turn.message <= message)
        .order_by(Turn.message.desc())
        .limit(1)
    )
    return await session.scalar(turn)


async def of_message(session: AsyncSession, person_id: int, message: int) -> Draft | None:
    """Return the open draft that was being written when this message was shown."""
    found = await turned_to(session, person_id, message)
    draft = await own(session, person_id, found) if found else None
    return draft if draft and draft.state == DraftState.OPEN else None


async def begun_at(session: AsyncSession, draft_id: int) -> int:
    """Return at which message of the chat a draft was last taken in hand; 0 where that is not known."""
    query = select(func.max(Turn.message)).where(Turn.draft_id == draft_id)
    return await session.scalar(query) or 0


async def last_sent(session: AsyncSession, person_id: int) -> Draft | None:
    """Return the draft a person sent last: what was said in it about the person may be offered again."""
    query = select(Draft).where(own_words(person_id), Draft.state == DraftState.SENT)
    query = query.where(Draft.corrects.is_(None))
    return await session.scalar(query.order_by(Draft.touched_at.desc(), Draft.id.desc()).limit(1))
