"""A line that says how far a large file is, gone when it is done."""

from aiogram.exceptions import TelegramBadRequest
from aiogram.types import Message

from backend.i18n import say

WORTH_A_LINE = 1_000_000
"""Bytes: a smaller file is there before the line could be read."""


class Progress:
    """Says nothing until `begin` is told of a large file."""

    def __init__(self, asked: Message, language: str) -> None:
        self._asked, self._language = asked, language
        self._line: Message | None = None

    async def begin(self, size: int, *, name: str) -> None:
        if size >= WORTH_A_LINE:
            words = say(self._language, "file-fetching", name=name, megabytes=f"{size / 1_000_000:.1f}")
            self._line = await self._asked.answer(words)

    async def tell(self, key: str, *, name: str) -> None:
        """Say in the same line what is done now."""
        if self._line:
            await self._line.edit_text(say(self._language, key, name=name))

    async def end(self) -> None:
        """Take the line away; a chat that lets nothing be deleted keeps it."""
        if self._line:
            try:
                await self._line.delete()
            except TelegramBadRequest:
                await self._line.edit_text(say(self._language, "file-done"))
