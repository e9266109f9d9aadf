"""Buttons under pushed messages: they belong to no window, so each is checked against its person anew."""

from aiogram import Dispatcher
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager

from backend.errors import Refusal
from backend.i18n import label
from bot.context import language_of
from bot.dialogs.asked import open_question
from bot.dialogs.rating import rate
from bot.text import row_id

ANSWER, RATE = "answer:", "rate:"


async def is_answer(event: CallbackQuery) -> bool:
    return (event.data or "").startswith(ANSWER)


async def is_rating(event: CallbackQuery) -> bool:
    return (event.data or "").startswith(RATE)


async def on_answer(callback: CallbackQuery, dialog_manager: DialogManager) -> None:
    said = (callback.data or "").removeprefix(ANSWER)
    try:
        await open_question(dialog_manager, row_id(said))
    except Refusal as refusal:
        await _refuse(callback, dialog_manager, refusal)
    else:
        await callback.answer()


async def on_rating(callback: CallbackQuery, dialog_manager: DialogManager) -> None:
    asked, _, chosen = (callback.data or "").removeprefix(RATE).partition(":")
    if not isinstance(callback.message, Message):  # too old for the chat server to say where it was
        await callback.answer()
        return
    try:
        await rate(callback.message, dialog_manager, asked, chosen)
    except Refusal as refusal:
        await _refuse(callback, dialog_manager, refusal)
    else:
        await callback.answer()


async def _refuse(callback: CallbackQuery, manager: DialogManager, refusal: Refusal) -> None:
    """Say why in an alert: the person's window stays as it is."""
    await callback.answer(label(language_of(manager), refusal.key, **refusal.blanks), show_alert=True)


def register(dispatcher: Dispatcher) -> None:
    dispatcher.callback_query.register(on_answer, is_answer)
    dispatcher.callback_query.register(on_rating, is_rating)
