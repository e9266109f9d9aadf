"""Reminding authors of what they were asked, each thing in a transaction of its own."""

from collections.abc import Awaitable, Callable

from sqlalchemy import Select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.db import Database

AT_ONCE = 200
"""Reminders of one round."""


async def each(
    db: Database, waiting: Select[int], remind: Callable[[AsyncSession, int], Awaitable[None]]
) -> None:
    """Remind of every row that waits, by its id; `remind` looks again, for it may be answered meanwhile."""
    async with db.read() as session:
        found = list(await session.scalars(waiting.limit(AT_ONCE)))
    for row_id in found:
        async with db.begin() as session:
            await remind(session, row_id)
