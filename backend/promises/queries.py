from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.promises.model import Promise


async def of_suggestion(session: AsyncSession, suggestion_id: int) -> Sequence[Promise]:
    """Return what was promised, in the order in which it was."""
    query = select(Promise).where(Promise.suggestion_id == suggestion_id)
    return (await session.scalars(query.order_by(Promise.ordinal))).all()
