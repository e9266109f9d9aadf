from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.awards.model import Award


async def of_suggestion(session: AsyncSession, suggestion_id: int) -> Sequence[Award]:
    query = select(Award).where(Award.suggestion_id == suggestion_id)
    return (await session.scalars(query.order_by(Award.id))).all()
