"""A line between the page and the server that loses answers after the server has taken the request."""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


class CuttingProxy:
    """Of the next `answers_to_lose` requests whose first line fits `lost`, the answers never arrive."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.url = ""
        self.lost = re.compile(rb"POST /api/chats/\d+/(messages|files|contact)")
        self.answers_to_lose = 0
        self.taken = 0

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, back = await asyncio.open_connection("127.0.0.1", self.port)
        losing = asyncio.Event()
        ways = (self._forth(reader, back, losing), self._back(there, writer, losing))
        tasks = [asyncio.create_task(way) for way in ways]
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        for side in (back, writer):
            side.close()

    async def _forth(
        self, reader: asyncio.StreamReader, back: asyncio.StreamWriter, losing: asyncio.Event
    ) -> None:
        while part := await reader.read(65536):
            if self.answers_to_lose and self.lost.match(part):
                self.answers_to_lose -= 1
                losing.set()
            back.write(part)
            await back.drain()

    async def _back(
        self, there: asyncio.StreamReader, writer: asyncio.StreamWriter, losing: asyncio.Event
    ) -> None:
        while part := await there.read(65536):
            if losing.is_set():
                self.taken += part.startswith(b"HTTP/1.1 20")
                return
            writer.write(part)
            await writer.drain()


@asynccontextmanager
async def cutting(port: int) -> AsyncIterator[CuttingProxy]:
    proxy = CuttingProxy(port)
    server = await asyncio.start_server(proxy.serve, "127.0.0.1", 0)
    proxy.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    yield proxy
    server.close()
