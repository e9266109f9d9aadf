"""Asking for a rating, in the transaction of the reply or the kept promise that is to be rated."""

from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock
from backend.ratings.model import Part, Rating


def ask(
    session: AsyncSession,
    suggestion_id: int,
    *,
    reply_id: int,
    unit_id: int,
    part: Part = Part.LEAD,
    promise: int = 0,
) -> None:
    """Ask how satisfied the author is with one unit's part in a reply (R118, R119), or a promise (R127)."""
    row = {"suggestion_id": suggestion_id, "reply_id": reply_id, "unit_id": unit_id}
    session.add(Rating(**row, part=part, promise=promise, asked_at=clock.now()))
