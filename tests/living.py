"""The whole house, in the test's own process, on free ports."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from backend.config import Settings
from jindianzi.house import House
from jindianzi.wiring import ALL, Process, Role, run


class Living:
    """`webchat` and `console` are addresses; `house` is what the process itself uses."""

    def __init__(self, process: Process) -> None:
        self.house: House = process.house
        self.webchat = process.addresses.get("webchat", "").rstrip("/")
        self.console = process.addresses.get("console", "").rstrip("/")
        self.channels = process.channels


@asynccontextmanager
async def living(
    folder: Path, *, database_url: str = "", redis_url: str = "", roles: frozenset[Role] = ALL, **more: object
) -> AsyncIterator[Living]:
    settings = Settings(
        state_dir=folder,
        database_url=database_url,
        redis_url=redis_url,
        **{"webchat_port": 0, "console_port": 0, **more},
    )
    started: asyncio.Future[Process] = asyncio.get_running_loop().create_future()

    async def ready(process: Process) -> None:
        started.set_result(process)

    running = asyncio.create_task(run(settings, roles, ready))
    await asyncio.wait({running, started}, return_when=asyncio.FIRST_COMPLETED)
    if running.done():
        await running
    try:
        yield Living(started.result())
    finally:
        running.cancel()
        with suppress(asyncio.CancelledError):
            await running
