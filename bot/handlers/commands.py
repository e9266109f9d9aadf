"""/start, /help, /language, /cancel: from anywhere, losing nothing."""

from aiogram import Bot, Dispatcher
from aiogram.filters import Command, CommandStart
from aiogram.types import BotCommand, Message
from aiogram_dialog import DialogManager

from backend.i18n import DEFAULT_LANGUAGE, LANGUAGES, label
from bot.context import notice
from bot.going import open_start, show_place
from bot.states import Language

COMMANDS = ("start", "cancel", "language", "help")


async def on_start(_message: Message, dialog_manager: DialogManager) -> None:
    await open_start(dialog_manager)


async def on_help(_message: Message, dialog_manager: DialogManager) -> None:
    notice(dialog_manager, "help")
    await show_place(dialog_manager)


async def on_language(_message: Message, dialog_manager: DialogManager) -> None:
    await dialog_manager.start(Language.choice)


async def on_unknown(_message: Message, dialog_manager: DialogManager) -> None:
    notice(dialog_manager, "command-unknown")
    await show_place(dialog_manager)


def register(dispatcher: Dispatcher) -> None:
    dispatcher.message.register(on_start, CommandStart())
    dispatcher.message.register(on_start, Command("cancel"))
    dispatcher.message.register(on_help, Command("help"))
    dispatcher.message.register(on_language, Command("language"))
    dispatcher.message.register(on_unknown, is_command)


async def is_command(message: Message) -> bool:
    return any(found.type == "bot_command" and found.offset == 0 for found in message.entities or ())


async def tell_commands(bot: Bot) -> None:
    """Set the commands' descriptions, in each language."""
    for language in LANGUAGES:
        commands = [
            BotCommand(command=name, description=label(language, f"command-{name}")) for name in COMMANDS
        ]
        code = None if language == DEFAULT_LANGUAGE else language
        await bot.set_my_commands(commands, language_code=code)
