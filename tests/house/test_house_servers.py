"""Connections without a request are kept as long as those who ask keep theirs."""

import asyncio

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from jindianzi.servers import listen, serve

USUAL = 6
"""Seconds after which usual HTTP clients have given up an idle connection themselves."""
ASKED = b"GET / HTTP/1.1\r\nHost: house.test\r\n\r\n"


async def test_a_second_request_comes_after_a_pause() -> None:
    async def answers(_request: Request) -> PlainTextResponse:
        return PlainTextResponse("here")

    bound, ready = listen("127.0.0.1", 0), asyncio.Event()
    serving = asyncio.create_task(serve(Starlette(routes=[Route("/", answers)]), bound, ready))
    await ready.wait()
    reader, writer = await asyncio.open_connection(*bound.getsockname())
    for pause in (0, USUAL):
        await asyncio.sleep(pause)
        writer.write(ASKED)
        assert await reader.readline() == b"HTTP/1.1 200 OK\r\n"
        await reader.readuntil(b"\r\n\r\nhere")
    writer.close()
    serving.cancel()
    await asyncio.gather(serving, return_exceptions=True)
