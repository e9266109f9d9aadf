"""The officer's menu: the appointment, and what can be done from here."""

from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button

from bot.appointed import appointment, officer_of
from bot.context import notice
from bot.dialogs.mine.opening import leave
from bot.dialogs.officer.rows import LINES, buttons
from bot.states import Officer as OfficerStates
from bot.text import Label, T


async def menu(dialog_manager: DialogManager, **_: object) -> dict[str, Any]:
    officer = await officer_of(dialog_manager)
    said = [await line(dialog_manager, officer) for line in LINES]
    lines = "\n".join(filter(None, said))
    shown = await appointment(dialog_manager, officer)
    return {**shown, "lines": lines, "has_lines": "yes" if lines else "no"}


async def on_leave(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await leave(manager)


async def on_words(_message: Message, _input: MessageInput, manager: DialogManager) -> None:
    notice(manager, "officer-menu-words")


def window() -> Window:
    return Window(
        T("officer-menu"),
        *buttons(),
        Button(Label("back"), id="officer_leave", on_click=on_leave),
        MessageInput(on_words),
        getter=menu,
        state=OfficerStates.menu,
    )
