"""Updates as a chat server would deliver them."""

import json
from collections.abc import Callable
from itertools import count
from typing import Any

from backend.inbox.actions import Arrival

Raw = dict[str, Any]
DATE = 1_795_000_000


class RawUpdates:
    """One person's updates; `number` gives the numbers that a chat's messages count by."""

    def __init__(self, chat: int, number: Callable[[], int]) -> None:
        self.person = {"id": chat, "is_bot": False, "first_name": "张三", "language_code": "zh-hans"}
        self.chat = {"id": chat, "type": "private", "first_name": "张三"}
        self.number = number
        self.update_ids = count(chat * 1_000_000)

    def message(self, **content: Any) -> Raw:
        return {
            "message_id": self.number(),
            "date": DATE,
            "chat": self.chat,
            "from": self.person,
            **content,
        }

    def words(self, text: str, *, reply_to: Raw | None = None) -> Raw:
        commands = [{"type": "bot_command", "offset": 0, "length": len(text.split(" ", maxsplit=1)[0])}]
        more = {"entities": commands} if text.startswith("/") else {}
        return self.message(text=text, **more, **({"reply_to_message": reply_to} if reply_to else {}))

    def tap(self, number: int, data: str, *, text: str | None) -> Raw:
        """Tap at a message; without its text it is one a bot may no longer see."""
        shown = {"message_id": number, "date": DATE if text else 0, "chat": self.chat}
        bot = {"from": {"id": 1_000_001, "is_bot": True, "first_name": "bot"}, "text": text}
        return {
            "id": f"tap-{next(self.update_ids)}",
            "from": self.person,
            "chat_instance": "1",
            "data": data,
            "message": {**shown, **bot} if text else shown,
        }

    def arrival(self, kind: str, fact: Raw) -> Arrival:
        """Wrap a fact into the update that brings it: `message`, `edited_message`, `callback_query`."""
        body = {"update_id": next(self.update_ids), kind: fact}
        return Arrival("webchat", json.dumps(body, ensure_ascii=True).encode())


def document(name: str, content: bytes, file_id: str) -> Raw:
    size = len(content)
    return {"document": {"file_id": file_id, "file_unique_id": file_id, "file_name": name, "file_size": size}}


def photo(content: bytes, file_id: str) -> Raw:
    size = {"file_id": file_id, "file_unique_id": file_id, "width": 8, "height": 8}
    return {"photo": [{**size, "file_size": len(content)}]}


def contact(number: str) -> Raw:
    return {"contact": {"phone_number": number, "first_name": "张三"}}
