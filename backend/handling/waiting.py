"""What waits at a desk: for the office what is to be screened, for all others what is to be answered."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.suggestions.model import Suggestion, SuggestionState
from backend.suggestions.queries import Sight

TO_SCREEN = (SuggestionState.REGISTERED,)
TO_ANSWER = (SuggestionState.FORWARDED, SuggestionState.SIGNED)


async def waiting(
    session: AsyncSession, sight: Sight, *, office: bool, page: int, rows: int
) -> tuple[Sequence[Suggestion], int, int]:
    """Return a page, what is due soonest first, with its number and how many pages there are."""
    mine = sight.narrow(select(Suggestion)).where(Suggestion.state.in_(TO_SCREEN if office else TO_ANSWER))
    total = await session.scalar(mine.with_only_columns(func.count())) or 0
    pages = max(1, -(-total // rows))
    number = min(max(page, 1), pages)
    soonest = mine.order_by(Suggestion.due_on.is_(None), Suggestion.due_on, Suggestion.id)
    found = await session.scalars(soonest.offset((number - 1) * rows).limit(rows))
    return found.all(), number, pages
