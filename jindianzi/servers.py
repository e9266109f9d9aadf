"""The HTTP servers of a process."""

import asyncio
import logging
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import uvicorn
from starlette.types import ASGIApp

IDLE = 75
"""Seconds for which a connection without a request is kept.

Longer than HTTP clients and proxies keep theirs (5, 15 and 60 are usual): who closes first must be the one
who knows that no request is on its way, or a message is lost in between and its sender cannot tell.
"""


class PortTakenError(RuntimeError):
    pass


class _Server(uvicorn.Server):
    """A server among others: it says when it answers, and leaves signals to the process."""

    def __init__(self, config: uvicorn.Config, ready: asyncio.Event) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._ready.set()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


def listen(host: str, port: int) -> socket.socket:
    """Bind now, so that a taken port is said before anything else starts. Port 0 takes a free one."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    bound = socket.socket(
        family, proto=socket.IPPROTO_TCP
    )  # named, or asyncio leaves Nagle on: 40 ms an answer
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind((host, port))
    except OSError as error:
        bound.close()
        raise PortTakenError(f"{host}:{port}") from error
    return bound


async def serve(
    app: ASGIApp,
    bound: socket.socket,
    ready: asyncio.Event,
    ending: Callable[[], None] = lambda: None,
    *,
    local_proxy: bool = True,
) -> None:
    """Serve until cancelled; `ready` is set when requests are answered, `ending` called before the end.

    `local_proxy`: a proxy on this machine is believed when it says who asks.
    """
    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        timeout_keep_alive=IDLE,
        timeout_graceful_shutdown=2,
        proxy_headers=local_proxy,
    )
    server = _Server(config, ready)
    serving = asyncio.create_task(server.serve([bound]))
    try:
        await asyncio.shield(serving)
    finally:
        logging.getLogger("uvicorn.error").setLevel(logging.CRITICAL)  # streams cut at the end are no news
        ending()
        server.should_exit = True
        await asyncio.wait({serving}, timeout=5)
        if serving.done():
            serving.result()
