"""A chat server's wire on which nothing travels: what the bot would send is kept and answered."""

from collections.abc import AsyncGenerator
from datetime import UTC, datetime
from typing import Any

from aiogram import Bot
from aiogram.client.session.base import BaseSession
from aiogram.methods import EditMessageText, SendMessage, TelegramMethod
from aiogram.types import Chat, InlineKeyboardMarkup, Message, User


class QuietWire(BaseSession):
    """`shown` holds the newest window: its text and its keyboard."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[SendMessage | EditMessageText] = []

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[Any],
        timeout: int | None = None,  # noqa: ASYNC109 - the library's signature
    ) -> Any:
        if not isinstance(method, SendMessage | EditMessageText):
            return True
        self.shown.append(method)
        keyboard = method.reply_markup if isinstance(method.reply_markup, InlineKeyboardMarkup) else None
        message = Message(
            message_id=len(self.shown) + 1,
            date=datetime.now(UTC),
            chat=Chat(id=int(method.chat_id or 0), type="private"),
            from_user=User(id=bot.id, is_bot=True, first_name="bot"),
            text=method.text,
            reply_markup=keyboard,
        )
        return message.as_(bot)

    async def close(self) -> None:
        """Hold nothing open."""

    async def stream_content(self, *_: object, **__: object) -> AsyncGenerator[bytes, None]:
        yield b""


def command(number: int, words: str, chat: int) -> dict[str, Any]:
    """Return an update: a person sends a command."""
    person = {"id": chat, "is_bot": False, "first_name": "张三", "language_code": "zh-hans"}
    message = {
        "message_id": 100_000 + number,
        "date": 1_795_000_000,
        "chat": {"id": chat, "type": "private", "first_name": "张三"},
        "from": person,
        "text": words,
        "entities": [{"type": "bot_command", "offset": 0, "length": len(words)}],
    }
    return {"update_id": number, "message": message}
