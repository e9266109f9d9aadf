from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock
from backend.inbox.model import Update

NUMBERS_LAST = timedelta(days=6)
"""Telegram begins its numbers anew, at random, when a week went by without an update."""


async def newest(session: AsyncSession, channel: str) -> int | None:
    """Return the number of the update stored last: the poller acknowledges up to it."""
    return await session.scalar(
        select(Update.update_id)
        .where(Update.channel == channel, Update.arrived_at > clock.now() - NUMBERS_LAST)
        .order_by(Update.id.desc())
        .limit(1)
    )
