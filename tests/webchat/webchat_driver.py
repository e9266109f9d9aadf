"""A bot and a person, both over plain HTTP, and a server to talk to."""

import asyncio
import json
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import uvicorn

from webchat.__main__ import IDLE
from webchat.app import build
from webchat.config import Settings

KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="
TOKEN = "100:first"
PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x40\x00\x00\x00\x30\x08\x02\x00\x00\x00" + b"\x00" * 40
)


def settings_in(folder: Path, **changes: Any) -> Settings:
    given = {
        "database_url": f"sqlite+aiosqlite:///{folder / 'webchat.sqlite'}",
        "files_dir": folder / "files",
        "key": KEY,
        "tokens": (TOKEN,),
        "test_mode": True,
        "chats_per_minute": 0,
        "messages_per_minute": 0,
        "tries_per_hour": 0,
        "chat_uploads_per_hour": 0,
        "address_uploads_per_hour": 0,
        "webhook_retry": 0.02,
        "webhook_timeout": 5,
    }
    return Settings(**(given | changes))


@contextmanager
def serving(app: Any) -> Iterator[str]:
    """Runs an ASGI application in a thread of its own; yields its address."""
    server_socket = socket.socket(proto=socket.IPPROTO_TCP)  # else asyncio leaves 40 ms of delay on it
    server_socket.bind(("127.0.0.1", 0))
    server = uvicorn.Server(
        uvicorn.Config(
            app,
            log_config=None,
            proxy_headers=False,
            timeout_keep_alive=IDLE,
            timeout_graceful_shutdown=1,
        )
    )
    thread = threading.Thread(target=server.run, kwargs={"sockets": [server_socket]}, daemon=True)
    thread.start()
    while not server.started:
        assert thread.is_alive(), "the server did not start"
        thread.join(0.01)
    try:
        yield f"http://127.0.0.1:{server_socket.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(10)


@contextmanager
def running(folder: Path, **changes: Any) -> Iterator[str]:
    with serving(build(settings_in(folder, **changes))) as address:
        yield address


@dataclass
class BotSide:
    http: httpx.AsyncClient
    token: str
    username: str = ""

    async def call(self, method: str, **params: Any) -> httpx.Response:
        return await self.http.post(f"/bot{self.token}/{method}", json=params)

    async def ok(self, method: str, **params: Any) -> Any:
        answer = (await self.call(method, **params)).json()
        assert answer["ok"], answer
        return answer["result"]

    async def refused(self, method: str, **params: Any) -> tuple[int, str]:
        response = await self.call(method, **params)
        answer = response.json()
        assert answer["ok"] is False
        assert answer["error_code"] == response.status_code
        return answer["error_code"], answer["description"]

    async def says(self, chat: int, text: str = "hello", **params: Any) -> Any:
        return await self.ok("sendMessage", chat_id=chat, text=text, **params)

    async def updates(self, **params: Any) -> list[dict[str, Any]]:
        return await self.ok("getUpdates", **params)

    async def hears(self) -> list[dict[str, Any]]:
        """What is new, confirmed at once."""
        found = await self.updates()
        if found:
            await self.updates(offset=found[-1]["update_id"] + 1)
        return found


@dataclass
class PersonSide:
    http: httpx.AsyncClient
    chat: int
    key: str

    async def ask(self, method: str, path: str = "", **options: Any) -> httpx.Response:
        headers = {"Authorization": f"Bearer {self.key}", "Accept-Language": "en"} | options.pop(
            "headers", {}
        )
        return await self.http.request(method, f"/api/chats/{self.chat}{path}", headers=headers, **options)

    async def says(self, text: str, **more: Any) -> dict[str, Any]:
        response = await self.ask("POST", "/messages", json={"text": text, **more})
        assert response.status_code in {200, 201}, response.text
        return response.json()

    async def sends(self, *files: tuple[str, bytes], **fields: str) -> httpx.Response:
        parts = [("file", (name, data)) for name, data in files]
        return await self.ask("POST", "/files", files=parts, data=fields)

    async def taps(self, message: int, **what: Any) -> httpx.Response:
        return await self.ask("POST", f"/messages/{message}/tap", json=what)

    async def sees(self, **query: Any) -> dict[str, Any]:
        return (await self.ask("GET", params=query)).json()

    async def events(self, after: int = 0) -> list[tuple[str, Any]]:
        found = (await self.ask("GET", "/wait", params={"after": after})).json()
        return [(event["event"], event["data"]) for event in found["events"]]


async def new_bot(http: httpx.AsyncClient, **names: str) -> BotSide:
    found = (await http.post("/test/bots", json=names)).json()
    return BotSide(http, found["token"], found["username"])


async def new_person(http: httpx.AsyncClient, bot: BotSide | None = None, **more: str) -> PersonSide:
    wanted = {"bot": bot.username} if bot and bot.username else {}
    response = await http.post("/api/chats", json={"name": "张三", **wanted, **more})
    found = response.json()
    return PersonSide(http, found["chat"], found["key"])


class Hook:
    """A webhook that writes down what it gets and answers from a plan."""

    def __init__(self) -> None:
        self.got: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.plan: list[tuple[int, Any]] = []
        self.slow: dict[int, float] = {}
        self.at_once = 0
        self.most_at_once = 0

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            return
        body = b""
        while True:
            message = await receive()
            body += message.get("body", b"")
            if not message.get("more_body"):
                break
        await self._answer(json.loads(body), scope, send)

    async def _answer(self, update: dict[str, Any], scope: Any, send: Any) -> None:
        self.headers.append({name.decode(): value.decode() for name, value in scope["headers"]})
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        await asyncio.sleep(self.slow.get(update["message"]["chat"]["id"], 0))
        self.at_once -= 1
        status, answer = self.plan.pop(0) if self.plan else (200, {})
        self.got.append(update)
        headers = [(b"content-type", b"application/json")]
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": json.dumps(answer).encode()})

    def texts(self, chat: int) -> list[str]:
        return [one["message"]["text"] for one in self.got if one["message"]["chat"]["id"] == chat]


async def until(condition: Any, *, tries: int = 500) -> None:
    """Wait for something to become true; fail when it never does."""
    for _ in range(tries):
        if condition():
            return
        await asyncio.sleep(0.01)
    raise AssertionError("it never happened")
