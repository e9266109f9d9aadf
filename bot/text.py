"""T("key") for windows, Label("key") for buttons: the window's data fill the blanks of the sentence."""

from typing import Any

from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.common import WhenCondition
from aiogram_dialog.widgets.text import Text

from bot.context import person_of
from bot.wording import labelled, worded


def row_id(said: str) -> int:
    """Read a row's number from a button; 0, which no row has, for what a stranger made up."""
    return int(said) if said.isascii() and said.isdigit() and len(said) <= ID_DIGITS else 0


def _blanks(data: dict[str, Any]) -> dict[str, str | int]:
    own = data.get("item") if isinstance(data.get("item"), dict) else None
    within = {**data.get("data", {}), **own} if own else data
    return {key: value for key, value in within.items() if isinstance(value, (str, int))}


ID_DIGITS = 18
LONG = 150
"""Characters: of more than these a phone shows the end, just above the buttons, so the notice goes there."""


class T(Text):
    """A sentence in the chat's HTML, with the notice if there is one: a long one, as of /help, below it.

    Above it stands `for_whom`, where an officer speaks for somebody else.
    """

    def __init__(self, key: str, when: WhenCondition = None) -> None:
        super().__init__(when)
        self.key = key

    async def _render_text(self, data: dict[str, Any], manager: DialogManager) -> str:
        words = worded(person_of(manager), self.key, **_blanks(data))
        if whose := data.get("for_whom"):
            words = f"{whose}\n\n{words}"
        above = manager.middleware_data.get("notice")
        if not above:
            return words
        return f"{above}\n\n{words}" if max(len(words), len(above)) < LONG else f"{words}\n\n{above}"


class Label(Text):
    """A button's words: plain text."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self.key = key

    async def _render_text(self, data: dict[str, Any], manager: DialogManager) -> str:
        return labelled(person_of(manager), self.key, **_blanks(data))
