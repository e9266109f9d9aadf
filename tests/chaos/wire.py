"""HTTP to a program that may be dead just now: every call is repeated until it is answered."""

import asyncio
from typing import Any

import httpx

PUSHES = {
    "suggestion-registered": "您的建议已登记",
    "suggestion-forwarded": "已转给",
    "suggestion-replied": "答复了您的建议",
}
PATIENCE_SECONDS = 180.0
PAUSE = 0.15
DEAD = (httpx.TransportError, httpx.RemoteProtocolError)


class Stuck(AssertionError):  # noqa: N818 - reads as what it says
    """Somebody waited for long and saw nothing move; the last thing seen is in the words."""


async def insist(http: httpx.AsyncClient, method: str, path: str, **how: Any) -> httpx.Response:
    """Repeat a call until an answer comes that is not the server's own trouble."""
    last: object = None
    for _ in range(int(PATIENCE_SECONDS / PAUSE)):
        try:
            answer = await http.request(method, path, **how)
        except DEAD as error:
            last = error
        else:
            if answer.status_code < 500:
                return answer
            last = answer.text
        await asyncio.sleep(PAUSE)
    raise Stuck(f"{method} {path}: {last!r}")


def is_push(message: dict[str, Any]) -> bool:
    """Tell what was pushed from a window: its only buttons rate a reply."""
    asked = all(button["data"].startswith("rate:") for row in message["buttons"] for button in row)
    return asked and any(words in message["text"] for words in PUSHES.values())


class Line:
    """One private chat, as its owner's telephone has it. What is said with one `client_id` is said once."""

    def __init__(self, http: httpx.AsyncClient, chat: int, name: str) -> None:
        self.http, self.chat, self.name = http, chat, name
        self.cursor = 0

    @classmethod
    async def open(cls, webchat: str, name: str) -> "Line":
        http = httpx.AsyncClient(base_url=webchat, timeout=15)
        answer = await insist(http, "POST", "/api/chats", json={"name": name, "language": "zh-hans"})
        answer.raise_for_status()
        opened = answer.json()
        http.headers["Authorization"] = f"Bearer {opened['key']}"
        return cls(http, opened["chat"], name)

    async def _call(self, method: str, path: str = "", **how: Any) -> dict[str, Any]:
        answer = await insist(self.http, method, f"/api/chats/{self.chat}{path}", **how)
        assert answer.is_success, f"{method} {path}: {answer.status_code} {answer.text}"
        told: dict[str, Any] = answer.json()
        return told

    async def say(self, text: str, client_id: str) -> int:
        """Say it, once; return the message's number."""
        told = await self._call("POST", "/messages", json={"text": text, "client_id": client_id})
        return int(told["id"])

    async def edit(self, message: int, text: str) -> None:
        await self._call("PUT", f"/messages/{message}", json={"text": text})

    async def send_files(self, files: dict[str, bytes], caption: str, client_id: str) -> list[int]:
        told = await self._call(
            "POST",
            "/files",
            data={"kind": "document", "caption": caption, "client_id": client_id},
            files=[("file", file) for file in files.items()],
        )
        return [int(message["id"]) for message in told["messages"]]

    async def tap(self, message: int, data: str) -> None:
        """Tap; a button that has just gone is no trouble: one looks again."""
        path = f"/api/chats/{self.chat}/messages/{message}/tap"
        answer = await insist(self.http, "POST", path, json={"data": data})
        assert answer.status_code in {202, 409}, answer.text

    async def look(self) -> dict[str, Any] | None:
        """Return the window: the bot's newest message that is no push."""
        shown = await self._call("GET", params={"limit": 40})
        self.cursor = shown["cursor"]
        windows = [message for message in shown["messages"] if not message["mine"] and not is_push(message)]
        return windows[-1] if windows else None

    async def something_new(self) -> None:
        """Wait a moment for the bot to show something; nothing is no trouble."""
        path = f"/api/chats/{self.chat}/wait"
        try:
            answer = await self.http.get(path, params={"after": self.cursor, "timeout": 1})
        except DEAD:
            await asyncio.sleep(PAUSE)
            return
        events = answer.json()["events"] if answer.is_success else []
        self.cursor = max([self.cursor, *(event["cursor"] for event in events)])
        changed = [event["data"] for event in events if event["event"] in {"message", "edited"}]
        if all(message["mine"] for message in changed):
            await asyncio.sleep(PAUSE)

    async def everything(self) -> list[dict[str, Any]]:
        """Return all messages of the chat, oldest first."""
        found: list[dict[str, Any]] = []
        before: dict[str, int] = {}
        while True:
            page = await self._call("GET", params={"limit": 100, **before})
            found = page["messages"] + found
            if not page["more"]:
                return found
            before = {"before": page["messages"][0]["id"]}
