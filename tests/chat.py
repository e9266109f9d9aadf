"""A person at the web chat: says, taps, sends files, and sees. Conversation tests read as prose."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, Self

import httpx
from living import Living
from sqlalchemy import func, select

from backend.db import Database
from backend.inbox.model import Update, UpdateState
from bot.handlers import desk, officer, pushed

PATIENCE_SECONDS = 30.0
LOOK_EVERY = 0.01


async def eventually(found: Callable[[], Awaitable[Any]], what: str) -> Any:
    """Wait until `found` finds something; the patience is a guard, not an expectation."""
    for _ in range(int(PATIENCE_SECONDS / LOOK_EVERY)):
        if result := await found():
            return result
        await asyncio.sleep(LOOK_EVERY)
    raise AssertionError(f"never came: {what}")


PUSHED = (desk.OPEN, pushed.ANSWER, pushed.RATE, *officer.BUTTONS)
"""What the buttons of a push begin with."""


def is_pushed(message: dict[str, Any]) -> bool:
    """Tell a push, which comes in its own time, from what answers an act."""
    return any(button.get("data", "").startswith(PUSHED) for row in message["buttons"] for button in row)


class Chat:
    """One private chat. Every act waits until the bot has dealt with it."""

    def __init__(self, http: httpx.AsyncClient, db: Database, opened: dict[str, Any]) -> None:
        self.http, self.db = http, db
        self.id: int = opened["chat"]
        self.key: str = opened["key"]
        self.http.headers["Authorization"] = f"Bearer {self.key}"
        self.acts = 0

    @classmethod
    async def open(
        cls, house: Living, *, name: str = "张三", language: str = "zh-hans", at: str = ""
    ) -> Self:
        http = httpx.AsyncClient(base_url=at or house.webchat, timeout=PATIENCE_SECONDS)
        answer = await http.post("/api/chats", json={"name": name, "language": language})
        answer.raise_for_status()
        return cls(http, house.house.db, answer.json())

    async def close(self) -> None:
        await self.http.aclose()

    async def _act(self, answer: httpx.Response, updates: int = 1) -> dict[str, Any]:
        assert answer.is_success, answer.text
        self.acts += updates
        await eventually(self._dealt_with, f"the bot's answer to {answer.request.url.path}")
        told: dict[str, Any] = answer.json() if answer.content else {}
        return told

    async def _dealt_with(self) -> bool:
        """All updates of this chat have come and none is open."""
        async with self.db.read() as session:
            mine = select(func.count()).where(Update.chat == self.id, Update.update_id >= 0)
            ended = await session.scalar(mine.where(Update.state != UpdateState.OPEN))
        return (ended or 0) >= self.acts

    async def says(self, text: str, **more: Any) -> dict[str, Any]:
        path = f"/api/chats/{self.id}/messages"
        return await self._act(await self.http.post(path, json={"text": text, **more}))

    async def edits(self, message: dict[str, Any], text: str) -> dict[str, Any]:
        path = f"/api/chats/{self.id}/messages/{message['id']}"
        return await self._act(await self.http.put(path, json={"text": text}))

    async def taps(self, label: str, *, on: dict[str, Any] | None = None) -> None:
        """Tap the button that has `label` in its words, of the newest window or of the message given."""
        message = on or await self.window()
        found = [b for row in message["buttons"] for b in row if label in b["text"]]
        assert found, f"no button {label!r} among {[b['text'] for row in message['buttons'] for b in row]}"
        await self.taps_data(message, found[0]["data"])

    async def taps_data(self, message: dict[str, Any], data: str) -> None:
        """Send what a button said, even one that is no longer shown."""
        path = f"/api/chats/{self.id}/messages/{message['id']}/tap"
        await self._act(await self.http.post(path, params={"stale": 1}, json={"data": data}))

    async def sends_files(
        self, *files: tuple[str, bytes], kind: str = "document", caption: str = ""
    ) -> list[dict[str, Any]]:
        answer = await self.http.post(
            f"/api/chats/{self.id}/files",
            data={"kind": kind, "caption": caption},
            files=[("file", file) for file in files],
        )
        told = await self._act(answer, updates=len(files))
        sent: list[dict[str, Any]] = told["messages"]
        return sent

    async def shares_contact(self, number: str) -> None:
        path = f"/api/chats/{self.id}/contact"
        await self._act(await self.http.post(path, json={"phone_number": number}))

    async def messages(self) -> list[dict[str, Any]]:
        """Everything shown now, oldest first."""
        found: list[dict[str, Any]] = (await self.state())["messages"]
        return found

    async def state(self) -> dict[str, Any]:
        """Return what the person's page shows: messages, and the bot's keyboard if there is one."""
        shown: dict[str, Any] = (await self.http.get(f"/api/chats/{self.id}", params={"limit": 100})).json()
        return shown

    async def events(self) -> list[tuple[str, Any]]:
        """Everything the person's page was told, in order: also what is no longer shown."""
        found = (await self.http.get(f"/api/chats/{self.id}/wait", params={"after": 0})).json()
        return [(event["event"], event["data"]) for event in found["events"]]

    async def window(self) -> dict[str, Any]:
        """The newest message of the bot that has buttons, or its newest message.

        A push comes before it or after it and is no window: `receives` waits for one.
        """
        theirs = [message for message in await self.messages() if not message["mine"]]
        with_buttons = [message for message in theirs if message["buttons"]]
        windows = [message for message in with_buttons if not is_pushed(message)]
        return (windows or with_buttons or theirs)[-1]

    async def sees(self, *words: str) -> dict[str, Any]:
        """Check that the window shows all these words."""
        window = await self.window()
        for word in words:
            assert word in window["text"], f"{word!r} is not in: {window['text']}"
        return window

    async def sees_none(self, *words: str) -> None:
        window = await self.window()
        for word in words:
            assert word not in window["text"], f"{word!r} is in: {window['text']}"

    async def receives(self, *words: str) -> dict[str, Any]:
        """Wait for a message with all these words: a push comes by itself."""

        async def found() -> dict[str, Any] | None:
            theirs = [message for message in await self.messages() if not message["mine"]]
            fitting = [m for m in theirs if all(word in (m["text"] or "") for word in words)]
            return fitting[-1] if fitting else None

        message: dict[str, Any] = await eventually(found, f"a message with {words}")
        return message

    async def buttons(self) -> list[str]:
        return [button["text"] for row in (await self.window())["buttons"] for button in row]

    async def number_shown(self) -> str:
        """The number in the window that says the suggestion was received."""
        window = await self.sees("编号")
        code = next(e for e in window["entities"] if e["type"] == "code")
        number: str = (
            window["text"]
            .encode("utf-16-le")[2 * code["offset"] : 2 * (code["offset"] + code["length"])]
            .decode("utf-16-le")
        )
        return number
