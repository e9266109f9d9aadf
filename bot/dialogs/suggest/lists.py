"""A list of answers, each a button a line, paged where it is long."""

from typing import Any

from aiogram_dialog.widgets.kbd import ScrollingGroup, Select
from aiogram_dialog.widgets.kbd.select import OnItemClick
from aiogram_dialog.widgets.text import Format

ROWS = 8


def answer_list(items: str, widget: str, on_click: OnItemClick[Any, str]) -> ScrollingGroup:
    """Offer `items` of the window's data, pairs of an id and a label."""
    return ScrollingGroup(
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
