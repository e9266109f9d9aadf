"""The one place that knows what time it is; tests put their own `now` here."""

import asyncio
from collections.abc import Collection
from datetime import UTC, datetime
from typing import Any

PATIENCE_SECONDS = 5.0


def now() -> datetime:
    """Return the current instant, aware, in UTC."""
    return datetime.now(UTC)


async def finish(tasks: Collection[asyncio.Task[Any]]) -> None:
    """Let what was begun come to its end, for a few seconds, then cancel the rest."""
    if not tasks:
        return
    _, late = await asyncio.wait(tasks, timeout=PATIENCE_SECONDS)
    for task in late:
        task.cancel()
    await asyncio.gather(*late, return_exceptions=True)
