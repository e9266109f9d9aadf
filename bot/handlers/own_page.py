"""The page of our own was filled in: the chat goes on by itself."""

from aiogram import Dispatcher
from aiogram.filters import Command
from aiogram.types import Message
from aiogram_dialog import DialogManager

from backend.own_page.actions import GO_ON
from bot.context import notice
from bot.going import show_place


async def on_go_on(message: Message, dialog_manager: DialogManager) -> None:
    """Show the place; a person who types the command, which nobody is told of, sees it as well."""
    if message.message_id == 0:
        notice(dialog_manager, "own_page-saved")
    await show_place(dialog_manager)


def register(dispatcher: Dispatcher) -> None:
    dispatcher.message.register(on_go_on, Command(GO_ON.removeprefix("/")))
