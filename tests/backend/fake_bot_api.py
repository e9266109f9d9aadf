"""A chat server small enough to script: real HTTP, every call noted, answers as told."""

import asyncio
import socket
from collections import defaultdict, deque
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, Self
from urllib.parse import parse_qsl

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

TOKEN = "1000001:made-up"
Answer = Callable[[dict[str, Any]], Awaitable[Response]]


def refusal(code: int, description: str, **parameters: object) -> Answer:
    """Answer as the Bot API refuses."""

    async def answer(_said: dict[str, Any]) -> Response:
        body = {"ok": False, "error_code": code, "description": description}
        return JSONResponse({**body, "parameters": parameters} if parameters else body, code)

    return answer


def bare(code: int, content: bytes) -> Answer:
    """Answer as something that is no Bot API."""

    async def answer(_said: dict[str, Any]) -> Response:
        return Response(content, code)

    return answer


def result(value: object) -> Answer:
    async def answer(_said: dict[str, Any]) -> Response:
        return JSONResponse({"ok": True, "result": value})

    return answer


@dataclass
class FakeBotApi:
    """`script` answers by method and chat, one after the other, then all is well; `calls` are noted."""

    url: str
    calls: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    script: dict[tuple[str, int], deque[Answer]] = field(default_factory=lambda: defaultdict(deque))
    always: dict[str, Answer] = field(default_factory=dict)
    held: asyncio.Event = field(default_factory=asyncio.Event)
    messages: int = 0

    @classmethod
    @asynccontextmanager
    async def started(cls) -> AsyncIterator[Self]:
        bound = socket.socket()
        bound.bind(("127.0.0.1", 0))
        fake = cls(f"http://127.0.0.1:{bound.getsockname()[1]}")
        app = Starlette(routes=[Route("/bot{token}/{method}", fake.answer, methods=["GET", "POST"])])
        server = uvicorn.Server(uvicorn.Config(app, log_config=None, timeout_graceful_shutdown=1))
        serving = asyncio.create_task(server.serve([bound]))
        try:
            yield fake
        finally:
            server.should_exit = True
            await serving

    def tell(self, method: str, *answers: Answer, chat: int = 0) -> None:
        self.script[method, chat].extend(answers)

    def forget(self) -> None:
        self.calls.clear()
        self.script.clear()
        self.always.clear()
        self.held = asyncio.Event()

    def release(self) -> None:
        self.held.set()

    def said(self, method: str) -> list[dict[str, Any]]:
        return [said for name, said in self.calls if name == method]

    def texts(self, chat: int | None = None) -> list[str]:
        """What was sent to a chat, in the order in which it came."""
        sent = self.said("sendMessage")
        return [said["text"] for said in sent if chat is None or int(said["chat_id"]) == chat]

    def silence(self) -> Answer:
        """Take the request and say nothing until the test is over."""

        async def answer(_said: dict[str, Any]) -> Response:
            await self.held.wait()
            return Response(status_code=500)

        return answer

    async def answer(self, request: Request) -> Response:
        method = request.path_params["method"]
        said = await _said(request)
        self.calls.append((method, said))
        waiting = self.script[method, int(said.get("chat_id", 0))] or self.script[method, 0]
        if waiting:
            return await waiting.popleft()(said)
        if method in self.always:
            return await self.always[method](said)
        return JSONResponse({"ok": True, "result": self._well(method, said)})

    def _well(self, method: str, said: dict[str, Any]) -> object:
        if method != "sendMessage":
            return True
        self.messages += 1
        chat = {"id": int(said["chat_id"]), "type": "private"}
        return {"message_id": self.messages, "date": 1_720_000_000, "chat": chat, "text": said["text"]}


async def _said(request: Request) -> dict[str, Any]:
    if request.headers.get("content-type", "").startswith("application/json"):
        told: dict[str, Any] = await request.json()
        return told
    return dict(parse_qsl((await request.body()).decode()))
