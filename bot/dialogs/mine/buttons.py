"""Buttons that name the suggestion they speak of: they mean the same after a restart."""

from typing import Any

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Column, Row, Select
from aiogram_dialog.widgets.text import Format, Text

from bot.dialogs.mine.opening import open_mine
from bot.text import Label, row_id

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


async def open_at(manager: DialogManager, state: State, number: str) -> None:
    """Show a window about one suggestion, from its first page."""
    manager.dialog_data.clear()
    manager.dialog_data["number"] = number
    await manager.switch_to(state)


def opens(state: State) -> Any:
    """Make what a button does that leads to a window about the suggestion it names."""

    async def on_opens(_callback: CallbackQuery, _select: object, manager: DialogManager, said: str) -> None:
        await open_at(manager, state, split(said)[0])

    return on_opens


async def on_page(_callback: CallbackQuery, _select: object, manager: DialogManager, said: str) -> None:
    """Turn to another page of what is said of one suggestion."""
    number, page = split(said)
    manager.dialog_data.update(number=number, page=row_id(page))


async def on_list_page(_callback: CallbackQuery, _select: object, manager: DialogManager, said: str) -> None:
    manager.dialog_data["list_page"] = row_id(split(said)[1])


def turns(widget: str, on_click: Any = on_page) -> Row:
    """Make the buttons that turn the page, for the blanks of `shown.turning`."""
    return Row(
        named(f"{widget}_before", Label("mine-before"), "before", on_click),
        named(f"{widget}_next", Label("mine-next"), "next", on_click),
    )


def listed(widget: str, state: State) -> Column:
    """Make the buttons of a list in pages: each of its `numbers` opens its window, and the page turns."""
    each = named(f"{widget}_open", Format("{item}"), "numbers", opens(state))
    return Column(each, turns(f"{widget}_list", on_list_page))
