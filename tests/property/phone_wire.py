"""A chat server's wire on which nothing travels: it keeps one chat as a server would, and fails when told."""

import asyncio
from collections.abc import AsyncGenerator, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from itertools import count
from typing import Any

from aiogram import Bot
from aiogram.client.session.base import BaseSession
from aiogram.exceptions import TelegramBadRequest, TelegramNetworkError
from aiogram.methods import (
    AnswerCallbackQuery,
    DeleteMessage,
    EditMessageReplyMarkup,
    EditMessageText,
    GetFile,
    SendMessage,
    SendPhoto,
    TelegramMethod,
)
from aiogram.types import Chat, File, InlineKeyboardMarkup, Message, User
from windows_read import kind_of, plain

from webchat.botapi.entities import units

LONGEST_TEXT = 4096
LONGEST_DATA = 64
Button = tuple[str, str]
"""Its words and its data."""


class Trouble(StrEnum):
    """What happens to a request: it gets lost, its answer gets lost, or the program is killed at it."""

    NOT_SENT = "not sent"
    NOT_HEARD = "not heard"
    KILLED_BEFORE = "killed before"
    KILLED_AFTER = "killed after"


@dataclass
class Window:
    """What a message showed at one time; `draft` is the one it spoke of, `parts` whose buttons are whose."""

    message: int
    kind: str
    text: str
    buttons: list[Button]
    draft: int | None = None
    parts: dict[int, int] = field(default_factory=dict)

    @property
    def plain(self) -> str:
        return plain(self.text)


class PhoneWire(BaseSession):
    """`windows` is every window that was seen, the newest last; `complaints` what a server would refuse."""

    def __init__(self, chat: int) -> None:
        super().__init__()
        self.chat = chat
        self.numbers = count(1)
        self.windows: list[Window] = []
        self.there: dict[int, tuple[str, list[Button]]] = {}
        self.files: dict[str, bytes] = {}
        self.expired: set[str] = set()
        self.requests = 0
        self.killed = False
        self.complaints: list[str] = []
        self._trouble: tuple[int, Trouble] | None = None

    def breaks(self, after: int, trouble: Trouble) -> None:
        """Fail at the request after so many."""
        self._trouble = (self.requests + after, trouble)

    def holds(self) -> None:
        self._trouble = None

    @property
    def is_about_to_kill(self) -> bool:
        killing = {Trouble.KILLED_BEFORE, Trouble.KILLED_AFTER}
        return bool(self._trouble and self._trouble[1] in killing)

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[Any],
        timeout: int | None = None,  # noqa: ASYNC109 - the library's signature
    ) -> Any:
        trouble = None
        if self._trouble and self.requests >= self._trouble[0]:
            trouble, self._trouble = self._trouble[1], None
        if trouble in {Trouble.NOT_SENT, Trouble.KILLED_BEFORE}:
            self._fail(method, trouble)
        self.requests += 1
        answer = self._answer(bot, method)
        if trouble:
            self._fail(method, trouble)
        return answer

    def _fail(self, method: TelegramMethod[Any], trouble: Trouble) -> None:
        if trouble in {Trouble.NOT_SENT, Trouble.NOT_HEARD}:
            raise TelegramNetworkError(method=method, message=trouble.value)
        self.killed = True
        raise asyncio.CancelledError

    def _answer(self, bot: Bot, method: TelegramMethod[Any]) -> Any:
        known: dict[type, Callable[[Bot, Any], Any]] = {
            SendMessage: self._send,
            SendPhoto: self._send_photo,
            EditMessageText: self._edit,
            EditMessageReplyMarkup: self._edit_buttons,
            DeleteMessage: self._delete,
            AnswerCallbackQuery: self._answer_tap,
            GetFile: self._file,
        }
        return known[type(method)](bot, method)

    def _send(self, bot: Bot, method: SendMessage) -> Message:
        number = next(self.numbers)
        self._show(method, number, method.text, _buttons(method.reply_markup))
        return self._message(bot, number, method.text, method.reply_markup)

    def _send_photo(self, bot: Bot, method: SendPhoto) -> Message:
        number = next(self.numbers)
        self.there[number] = (method.caption or "", [])
        return self._message(bot, number, method.caption or "", None)

    def _edit(self, bot: Bot, method: EditMessageText) -> Message:
        number = self._there(method, method.message_id, "message to edit not found")
        buttons = _buttons(method.reply_markup)
        if self.there[number] == (method.text, buttons):
            self._seen(number, method.text, buttons)
            raise TelegramBadRequest(method, "Bad Request: message is not modified")
        self._show(method, number, method.text, buttons)
        return self._message(bot, number, method.text, method.reply_markup)

    def _edit_buttons(self, bot: Bot, method: EditMessageReplyMarkup) -> Message:
        number = self._there(method, method.message_id, "message to edit not found")
        text, buttons = self.there[number]
        if buttons == _buttons(method.reply_markup):
            raise TelegramBadRequest(method, "Bad Request: message is not modified")
        self.there[number] = (text, _buttons(method.reply_markup))
        return self._message(bot, number, text, method.reply_markup)

    def _delete(self, _bot: Bot, method: DeleteMessage) -> bool:
        del self.there[self._there(method, method.message_id, "message to delete not found")]
        return True

    def _answer_tap(self, _bot: Bot, method: AnswerCallbackQuery) -> bool:
        if method.callback_query_id in self.expired:
            words = "query is too old and response timeout expired or query ID is invalid"
            raise TelegramBadRequest(method, f"Bad Request: {words}")
        return True

    def _file(self, _bot: Bot, method: GetFile) -> File:
        return File(file_id=method.file_id, file_unique_id=method.file_id, file_path=method.file_id)

    def _there(self, method: TelegramMethod[Any], number: int | None, otherwise: str) -> int:
        if number is None or number not in self.there:
            raise TelegramBadRequest(method, f"Bad Request: {otherwise}")
        return number

    def _show(self, method: TelegramMethod[Any], number: int, text: str, buttons: list[Button]) -> None:
        wrong = [label for label, data in buttons if not label.strip() or len(data.encode()) > LONGEST_DATA]
        if wrong or not 1 <= units(plain(text)) <= LONGEST_TEXT:
            self.complaints.append(f"{units(plain(text))} units, buttons {wrong}: {text[:80]}")
            raise TelegramBadRequest(method, "Bad Request: message is too long or a button is")
        self.there[number] = (text, buttons)
        self._seen(number, text, buttons)

    def _seen(self, number: int, text: str, buttons: list[Button]) -> None:
        if kind := kind_of(text):
            self.windows.append(Window(number, kind, text, buttons))

    def _message(self, bot: Bot, number: int, text: str, markup: Any) -> Message:
        return Message(
            message_id=number,
            date=datetime.now(UTC),
            chat=Chat(id=self.chat, type="private"),
            from_user=User(id=bot.id, is_bot=True, first_name="bot"),
            text=text,
            reply_markup=markup if isinstance(markup, InlineKeyboardMarkup) else None,
        ).as_(bot)

    async def close(self) -> None:
        """Hold nothing open."""

    async def stream_content(self, url: str, *_: object, **__: object) -> AsyncGenerator[bytes, None]:
        yield self.files[url.rsplit("/", 1)[-1]]


def _buttons(markup: Any) -> list[Button]:
    if not isinstance(markup, InlineKeyboardMarkup):
        return []
    rows = markup.inline_keyboard
    return [(button.text, button.callback_data) for row in rows for button in row if button.callback_data]
