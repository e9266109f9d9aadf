"""Wake those who wait for something, inside one process."""

import asyncio
from collections.abc import Hashable


class Bells:
    def __init__(self) -> None:
        self._bells: dict[Hashable, asyncio.Event] = {}

    def at(self, key: Hashable) -> asyncio.Event:
        """Take it before looking at the database, wait on it afterwards: no ring is missed."""
        return self._bells.setdefault(key, asyncio.Event())

    def ring(self, key: Hashable) -> None:
        bell = self._bells.pop(key, None)
        if bell is not None:
            bell.set()

    def waiting(self) -> list[Hashable]:
        return list(self._bells)


async def first_of(*bells: asyncio.Event, timeout: float) -> None:  # noqa: ASYNC109 - running out of time is an answer
    """Return when one of the bells rings or after `timeout` seconds."""
    tasks = [asyncio.ensure_future(bell.wait()) for bell in bells]
    try:
        await asyncio.wait(tasks, timeout=timeout, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
