from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import and_, distinct, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.contacts.model import ContactEntry, Mode
from backend.suggestions.model import Suggestion, SuggestionState
from backend.suggestions.queries import Sight

HANDLED = (
    SuggestionState.FORWARDED,
    SuggestionState.SIGNED,
    SuggestionState.REPLIED,
    SuggestionState.CLOSED,
)


class Share(NamedTuple):
    """How many of a unit's suggestions there are in a campaign, and how many authors it spoke to, and met."""

    campaign: str
    unit_id: int
    suggestions: int
    spoken: int
    met: int

    @property
    def percent(self) -> int:
        """Return the share that was met face to face, in whole percent, rounded down."""
        return 100 * self.met // self.suggestions


async def of_suggestion(session: AsyncSession, suggestion_id: int) -> Sequence[ContactEntry]:
    """Return the talks with an author, the newest first."""
    mine = select(ContactEntry).where(ContactEntry.suggestion_id == suggestion_id)
    return (await session.scalars(mine.order_by(ContactEntry.id.desc()))).all()


async def any_of(session: AsyncSession, suggestion_id: int) -> bool:
    mine = select(ContactEntry.id).where(ContactEntry.suggestion_id == suggestion_id)
    return await session.scalar(mine.limit(1)) is not None


async def shares(session: AsyncSession, sight: Sight) -> list[Share]:
    """Return each unit's share of talks in each campaign, as far as the asker sees (R122).

    A talk counts for the unit that had the suggestion when it was held, and for a suggestion once.
    """
    talk = and_(ContactEntry.suggestion_id == Suggestion.id, ContactEntry.unit_id == Suggestion.unit_id)
    met = and_(talk, ContactEntry.mode == Mode.FACE_TO_FACE)
    spoken_to = select(ContactEntry.id).where(talk).correlate(Suggestion).exists()
    met_them = select(ContactEntry.id).where(met).correlate(Suggestion).exists()
    query = sight.narrow(select(Suggestion).where(Suggestion.state.in_(HANDLED)))
    if not sight.everything:
        query = query.where(Suggestion.unit_id == sight.unit_id)
    counted = query.with_only_columns(
        Suggestion.campaign,
        Suggestion.unit_id,
        func.count(distinct(Suggestion.id)),
        func.count(distinct(Suggestion.id)).filter(spoken_to),
        func.count(distinct(Suggestion.id)).filter(met_them),
    ).where(Suggestion.unit_id.is_not(None))
    grouped = counted.group_by(Suggestion.campaign, Suggestion.unit_id)
    rows = await session.execute(grouped.order_by(Suggestion.campaign, Suggestion.unit_id))
    return [Share(campaign, unit_id or 0, *counts) for campaign, unit_id, *counts in rows]
