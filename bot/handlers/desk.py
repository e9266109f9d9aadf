"""The desk of staff in the chat: a command and buttons that are nothing to anybody else."""

from aiogram import Dispatcher
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager

from backend.errors import NotFound, Refusal
from backend.i18n import label
from bot.context import language_of, notice
from bot.dialogs.desk.opening import open_desk, open_from_notice
from bot.dialogs.mine.buttons import NUMBER_MAXIMUM
from bot.going import show_place

OPEN = "desk:"
"""What a button under a notice begins with; the suggestion's number follows."""


async def on_desk(_message: Message, dialog_manager: DialogManager) -> None:
    """Open the desk; for whoever is nobody of the staff there is no such command."""
    try:
        await open_desk(dialog_manager)
    except NotFound:
        notice(dialog_manager, "command-unknown")
        await show_place(dialog_manager)
    except Refusal as refusal:
        notice(dialog_manager, refusal.key, **refusal.blanks)
        await show_place(dialog_manager)


async def is_desk(event: CallbackQuery) -> bool:
    return (event.data or "").startswith(OPEN)


async def on_open(callback: CallbackQuery, dialog_manager: DialogManager) -> None:
    number = (callback.data or "").removeprefix(OPEN)[:NUMBER_MAXIMUM]
    try:
        await open_from_notice(dialog_manager, number)
    except Refusal as refusal:
        words = label(language_of(dialog_manager), refusal.key, **refusal.blanks)
        await callback.answer(words, show_alert=True)
    else:
        await callback.answer()


def register(dispatcher: Dispatcher) -> None:
    dispatcher.message.register(on_desk, Command("desk"))
    dispatcher.callback_query.register(on_open, is_desk)
