"""A clamd as its clients see it: it takes a stream of pieces and says one line."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

VIRUS = b"a sample virus"


@dataclass
class Clamd:
    """`says` answers every stream where given; `silent` takes the bytes and says nothing."""

    says: str = ""
    silent: bool = False
    address: str = ""
    seen: list[bytes] = field(default_factory=list)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        assert await reader.readline() == b"nINSTREAM\n"
        content = b""
        while length := int.from_bytes(await reader.readexactly(4), "big"):
            content += await reader.readexactly(length)
        self.seen.append(content)
        if self.silent:
            await reader.read()
        else:
            writer.write((self.says or self._verdict(content)).encode() + b"\n")
        writer.close()

    @staticmethod
    def _verdict(content: bytes) -> str:
        return "stream: Sample.Virus FOUND" if VIRUS in content else "stream: OK"


@asynccontextmanager
async def running(**how: object) -> AsyncIterator[Clamd]:
    clamd = Clamd(**how)
    server = await asyncio.start_server(clamd.serve, "127.0.0.1", 0)
    clamd.address = f"tcp://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    async with server:
        yield clamd
