"""Updates that arrive together share one commit."""

import asyncio
import logging
from collections.abc import Callable

from backend.db import Database
from backend.inbox.actions import Arrival, store

log = logging.getLogger(__name__)

MOST = 500


class Batch:
    """`put` returns when the update is safe in the database; `run` does the storing."""

    def __init__(self, db: Database, arrived: Callable[[], None]) -> None:
        self._db = db
        self._arrived = arrived
        self._waiting: asyncio.Queue[tuple[Arrival, asyncio.Future[None]]] = asyncio.Queue(maxsize=20 * MOST)

    async def put(self, arrival: Arrival) -> None:
        """Store one update; ValueError when it is none, the database's errors when it is not stored."""
        arrival.row()
        stored: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        await self._waiting.put((arrival, stored))
        await stored

    async def run(self) -> None:
        while True:
            together = [await self._waiting.get()]
            while len(together) < MOST and not self._waiting.empty():
                together.append(self._waiting.get_nowait())
            await self._store(together)

    async def _store(self, together: list[tuple[Arrival, asyncio.Future[None]]]) -> None:
        try:
            await store(self._db, [arrival for arrival, _ in together])
        except Exception as error:  # noqa: BLE001 - each waiting request is told, and answers "not stored"
            log.warning("%d updates not stored (%s)", len(together), type(error).__name__)
            for _, stored in together:
                if not stored.done():
                    stored.set_exception(error)
            return
        for _, stored in together:
            if not stored.done():
                stored.set_result(None)
        self._arrived()
