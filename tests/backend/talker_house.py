"""What stands around a talker in its tests: dialogs that do as told, and a bot that notes what it says."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any

from backend_house import rows, until
from sqlalchemy import select

from backend.db import Database
from backend.inbox.model import Update
from bot.talker import Talker


class Dialogs:
    """Stands where the dispatcher stands: notes what it is fed, and does as told for an update."""

    workflow_data: dict[str, Any] = {}  # noqa: RUF012 - read only

    def __init__(self) -> None:
        self.begun: list[int] = []
        self.ended: list[int] = []
        self.told: dict[int, list[Any]] = {}

    async def emit_startup(self, **_: object) -> None: ...

    async def feed_raw_update(self, bot: object, body: dict[str, Any], *, inbox: int, channel: str) -> None:
        assert inbox
        assert channel
        number = body["update_id"]
        self.begun.append(number)
        for told in [self.told[number].pop(0)] if self.told.get(number) else []:
            if isinstance(told, Exception):
                raise told
            await told()
        self.ended.append(number)


class Voice:
    """Stands where the bot stands: notes what it says itself."""

    def __init__(self) -> None:
        self.said: list[tuple[int, str]] = []
        self.trouble: Exception | None = None

    async def send_message(self, chat: int, text: str) -> None:
        if self.trouble:
            raise self.trouble
        self.said.append((chat, text))


@asynccontextmanager
async def talker(db: Database, dialogs: Dialogs, voice: Voice) -> AsyncIterator[Talker]:
    made = Talker(db, dialogs, {"webchat": voice})
    task = asyncio.create_task(made.run())
    try:
        yield made
        assert not task.done()
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def states(db: Database) -> dict[int, str]:
    return {row.update_id: row.state for row in await rows(db, select(Update).order_by(Update.id))}


async def settled(db: Database, *numbers: int) -> None:
    async def done() -> bool:
        there = await states(db)
        return all(there[number] != "open" for number in numbers)

    await until(done, f"the end of {numbers}")
