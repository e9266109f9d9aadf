"""A tap on a window of long ago: say so, and show where the person stands now."""

from aiogram import Dispatcher
from aiogram.filters import ExceptionTypeFilter
from aiogram.types import ErrorEvent
from aiogram_dialog import DialogManager, ShowMode
from aiogram_dialog.api.exceptions import OutdatedIntent, UnknownIntent, UnknownState

from backend.errors import NotFound
from bot.context import notice
from bot.going import open_start, show_place

LOST = ExceptionTypeFilter(UnknownIntent, OutdatedIntent, UnknownState)


async def on_lost(event: ErrorEvent, dialog_manager: DialogManager) -> None:
    """Go on from the draft, in a new window below."""
    notice(dialog_manager, "old-button")
    if event.update.callback_query:
        await event.update.callback_query.answer()
    await show_place(dialog_manager, ShowMode.SEND)


async def on_gone(_event: ErrorEvent, dialog_manager: DialogManager) -> None:
    """Begin anew where the draft that a window spoke of is no longer open."""
    await open_start(dialog_manager)


def register(dispatcher: Dispatcher) -> None:
    dispatcher.errors.register(on_lost, LOST)
    dispatcher.errors.register(on_gone, ExceptionTypeFilter(NotFound))
