from collections.abc import Sequence

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.drafts.model import Draft, DraftState
from backend.drafts.queries import spoken_by
from backend.mydata.model import Certificate
from backend.suggestions.model import Objection, Suggestion, SuggestionState

_S = SuggestionState
OVER = (_S.CLOSED, _S.WITHDRAWN)
ELSEWHERE = (_S.DIVERTED, _S.MERGED)
"""Handled somewhere else, unless the author's objection is still to be decided."""
BEFORE_FORWARDING = (_S.REGISTERED, _S.RETURNED)


def is_over() -> ColumnElement[bool]:
    """Say of a suggestion that nobody needs to know any more who made it."""
    undecided = select(Objection.id).where(
        Objection.suggestion_id == Suggestion.id, Objection.decided_at.is_(None)
    )
    return or_(
        Suggestion.state.in_(OVER),
        and_(Suggestion.state.in_(ELSEWHERE), ~undecided.correlate(Suggestion).exists()),
    )


async def in_handling(session: AsyncSession, person_id: int) -> Sequence[Suggestion]:
    """Return a person's suggestions that cannot be handled without knowing whose they are."""
    mine = select(Suggestion).where(Suggestion.person_id == person_id, Suggestion.erased_at.is_(None))
    return (await session.scalars(mine.where(~is_over()).order_by(Suggestion.id))).all()


async def last_certificate(session: AsyncSession, person_id: int) -> Certificate | None:
    mine = select(Certificate).where(Certificate.person_id == person_id)
    return await session.scalar(mine.order_by(Certificate.id.desc()).limit(1))


async def unsent(session: AsyncSession, person_id: int) -> int:
    """Return how many drafts there are, open and discarded, that were not sent."""
    mine = select(func.count()).where(spoken_by(person_id), Draft.state != DraftState.SENT)
    return await session.scalar(mine) or 0
