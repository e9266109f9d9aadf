"""What an information officer opens from anywhere: commands, and buttons under what they were told."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import Dispatcher
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager

from backend.errors import Refusal
from backend.i18n import label
from bot.appointed import open_menu
from bot.batches.forms import send_form
from bot.batches.paper import open_paper
from bot.batches.sheets import send_template
from bot.context import language_of, notice
from bot.dialogs.behalf.opening import open_behalf, open_entries
from bot.dialogs.calls import open_call, open_calls
from bot.dialogs.collect import open_collect
from bot.dialogs.quotas import open_quotas
from bot.dialogs.visits.opening import open_visit, open_visits
from bot.going import show_place
from bot.text import row_id

Opening = Callable[[DialogManager], Awaitable[None]]

COMMANDS: dict[str, Opening] = {
    "officer": open_menu,
    "behalf": open_behalf,
    "paper": open_paper,
    "form": send_form,
    "sheet": send_template,
    "entries": open_entries,
    "visits": open_visits,
    "calls": open_calls,
    "quota": open_quotas,
    "offline": open_collect,
}
"""Each asks anew for the appointment; whoever has none is told so, and stays where they are."""
BUTTONS: dict[str, Callable[[DialogManager, int], Awaitable[None]]] = {
    "visit:": open_visit,
    "call:": open_call,
    "officer:": lambda manager, _officer: open_menu(manager),
    "entry:": lambda manager, _draft: open_behalf(manager),
}
"""What a button under a push begins with; a row's number follows."""


def _on_command(opening: Opening) -> Any:
    async def on_command(_message: Message, dialog_manager: DialogManager) -> None:
        try:
            await opening(dialog_manager)
        except Refusal as refusal:
            notice(dialog_manager, refusal.key, **refusal.blanks)
            await show_place(dialog_manager)

    return on_command


async def is_officers(event: CallbackQuery) -> bool:
    return (event.data or "").startswith(tuple(BUTTONS))


async def on_button(callback: CallbackQuery, dialog_manager: DialogManager) -> None:
    """Open below what the button names; a refusal is said in a window above the chat."""
    topic, _, number = (callback.data or "").partition(":")
    try:
        await BUTTONS[f"{topic}:"](dialog_manager, row_id(number))
    except Refusal as refusal:
        words = label(language_of(dialog_manager), refusal.key, **refusal.blanks)
        await callback.answer(words, show_alert=True)
    else:
        await callback.answer()


def register(dispatcher: Dispatcher) -> None:
    for name, opening in COMMANDS.items():
        dispatcher.message.register(_on_command(opening), Command(name))
    dispatcher.callback_query.register(on_button, is_officers)
