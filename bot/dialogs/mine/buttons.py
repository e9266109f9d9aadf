"""Buttons that name the suggestion they speak of: they mean the same after a restart."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Select
from aiogram_dialog.widgets.text import Text

from bot.dialogs.mine.opening import open_mine
from bot.text import Label

NUMBER_MAXIMUM = 40
"""Characters: of what a button says, no number is longer."""


async def on_mine(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await open_mine(manager)


def mine_button() -> Button:
    """Lead to one's own suggestions."""
    return Button(Label("mine-button"), id="mine", on_click=on_mine)


def named(widget: str, words: Text, items: str, on_click: Any) -> Select[Any]:
    """Make a button for each of the window's `items`: a number, with what else is to be remembered."""
    return Select(words, id=widget, item_id_getter=str, items=items, on_click=on_click)


def split(said: str) -> tuple[str, str]:
    """Read a number, and what stands behind it, from a button."""
    number, _, rest = said.partition(".")
    return number[:NUMBER_MAXIMUM], rest
