"""A list of answers, each a button a line, paged where it is long."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.api.protocols import DialogProtocol
from aiogram_dialog.widgets.kbd import ScrollingGroup, Select
from aiogram_dialog.widgets.kbd.select import OnItemClick
from aiogram_dialog.widgets.text import Format

from bot.text import Label

ROWS = 8
PAGE_DIGITS = 4


class Pages(ScrollingGroup):
    """A paged list that stays where it is when a stranger made up the page."""

    async def _process_item_callback(
        self, callback: CallbackQuery, data: str, dialog: DialogProtocol, manager: DialogManager
    ) -> bool:
        if not data.isdecimal() or len(data) > PAGE_DIGITS:
            return True
        return await super()._process_item_callback(callback, data, dialog, manager)


def answer_list(items: str, widget: str, on_click: OnItemClick[Any, str]) -> ScrollingGroup:
    """Offer `items` of the window's data, pairs of an id and a label."""
    return Pages(
        Select(
            Format("{item[1]}"),
            id=widget,
            item_id_getter=lambda item: item[0],
            items=items,
            on_click=on_click,
        ),
        id=f"{widget}_page",
        width=1,
        height=ROWS,
        hide_on_single_page=True,
    )


def one_button(widget: str, items: str, key: str, on_click: Any, type_factory: Any = str) -> Select[Any]:
    """Make a button that names what it is about: it means the same wherever it is found again."""
    return Select(
        Label(key),
        id=widget,
        item_id_getter=str,
        items=items,
        type_factory=type_factory,
        on_click=on_click,
    )
