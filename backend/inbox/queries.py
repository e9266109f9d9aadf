from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock
from backend.inbox.model import Update

NUMBERS_LAST = timedelta(days=6)
"""Telegram begins its numbers anew, at random, when a week went by without an update."""


async def newest(session: AsyncSession, channel: str) -> int | None:
    """Return the number of the update fetched last: the poller acknowledges up to it.

    Updates of our own have numbers below zero and are nobody's to acknowledge.
    """
    return await session.scalar(
        select(Update.update_id)
        .where(Update.channel == channel, Update.arrived_at > clock.now() - NUMBERS_LAST)
        .where(Update.update_id >= 0)
        .order_by(Update.id.desc())
        .limit(1)
    )
