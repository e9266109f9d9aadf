"""/start, /help, /settings, /language, /cancel: from anywhere, losing nothing."""

import re

from aiogram import Bot, Dispatcher
from aiogram.filters import Command, CommandObject, CommandStart
from aiogram.types import BotCommand, Message
from aiogram_dialog import DialogManager

from backend.i18n import DEFAULT_LANGUAGE, LANGUAGES, has, label
from backend.officers.actions import PREFIX as INVITED
from backend.officers.actions import TOKEN_LENGTH
from backend.printing.slips import LOOKUP
from backend.sources import actions as sources
from backend.staff.linking import PREFIX
from bot.context import db_of, language_of, notice, person_of, update_of
from bot.dialogs.desk.opening import link_chat
from bot.dialogs.mine.opening import open_mine
from bot.dialogs.officer.invited import open_invitation
from bot.dialogs.officer.opening import look_up
from bot.going import draft_of, offered, open_start, show_place
from bot.states import Language, Settings

LONGEST_CODE = 64
"""Characters of what a link may hold."""
INVITATION = re.compile(f"{INVITED}[A-Z0-9]{{{TOKEN_LENGTH}}}")
LOOKED_UP = re.compile(LOOKUP + r"[A-Z][A-Z0-9]{1,11}-[0-9]{1,12}")
"""In capitals, as no campaign's id is: that is a way in too."""
COMMANDS = ("start", "mine", "cancel", "settings", "language", "help")


async def on_start(
    _message: Message, dialog_manager: DialogManager, command: CommandObject | None = None
) -> None:
    """Show the way in; whoever comes by a link comes for its campaign, and is counted (R39)."""
    said = ((command.args if command else None) or "").strip()[:LONGEST_CODE]
    if await _is_no_way_in(dialog_manager, said):
        return
    source = None
    if said:
        source = await sources.arrive(
            db_of(dialog_manager),
            person_id=person_of(dialog_manager).id,
            code=said,
            update=update_of(dialog_manager),
        )
        if source is None:
            notice(dialog_manager, "link-unknown")
        else:
            await _tell_of_another(dialog_manager, source.campaign)
    await open_start(dialog_manager, campaign=source.campaign if source else None)


async def _is_no_way_in(manager: DialogManager, said: str) -> bool:
    """Do what a start parameter asks for that is no way in: link a chat, invite, look up."""
    if said.startswith(PREFIX):
        await link_chat(manager, said.removeprefix(PREFIX))
    elif INVITATION.fullmatch(said):
        await open_invitation(manager, said.removeprefix(INVITED))
    elif LOOKED_UP.fullmatch(said):
        await look_up(manager, said.removeprefix(LOOKUP))
    else:
        return False
    return True


async def on_mine(_message: Message, dialog_manager: DialogManager) -> None:
    await open_mine(dialog_manager)


async def _tell_of_another(manager: DialogManager, campaign: str) -> None:
    """Say that a link is for another campaign than the one a draft is being written for."""
    draft = await draft_of(manager)
    if draft and not draft.is_blank and draft.campaign != campaign:
        offer = next((one for one in await offered(manager) if one.campaign.id == campaign), None)
        if offer:
            notice(manager, "link-other-campaign", campaign=offer.campaign.title.said(language_of(manager)))


async def on_cancel(_message: Message, dialog_manager: DialogManager) -> None:
    await open_start(dialog_manager)


async def on_help(_message: Message, dialog_manager: DialogManager) -> None:
    if here := _help_here(dialog_manager):
        notice(dialog_manager, here)
    notice(dialog_manager, "help")
    await show_place(dialog_manager)


def _help_here(manager: DialogManager) -> str | None:
    """Return what can be done in the window the person looks at; None where nothing is said of it."""
    if not manager.has_context():
        return None
    state = manager.current_context().state.state or ""
    key = f"help-{state.lower().replace(':', '-')}"
    return key if has(language_of(manager), key) else None


async def on_settings(_message: Message, dialog_manager: DialogManager) -> None:
    """Open the settings above what is shown now, which comes back when they are closed."""
    if dialog_manager.has_context() and dialog_manager.current_context().state.group is Settings:
        await dialog_manager.switch_to(Settings.menu)
        await dialog_manager.show()
    else:
        await dialog_manager.start(Settings.menu)


async def on_language(_message: Message, dialog_manager: DialogManager) -> None:
    await dialog_manager.start(Language.choice)


async def on_unknown(_message: Message, dialog_manager: DialogManager) -> None:
    notice(dialog_manager, "command-unknown")
    await show_place(dialog_manager)


def register(dispatcher: Dispatcher) -> None:
    dispatcher.message.register(on_start, CommandStart())
    dispatcher.message.register(on_mine, Command("mine"))
    dispatcher.message.register(on_cancel, Command("cancel"))
    dispatcher.message.register(on_help, Command("help"))
    dispatcher.message.register(on_settings, Command("settings"))
    dispatcher.message.register(on_language, Command("language"))
    dispatcher.message.register(on_unknown, is_command)


async def is_command(message: Message) -> bool:
    return any(found.type == "bot_command" and found.offset == 0 for found in message.entities or ())


async def tell_commands(bot: Bot) -> None:
    """Say what the bot is and what its commands do, in each language."""
    for language in LANGUAGES:
        commands = [
            BotCommand(command=name, description=label(language, f"command-{name}")) for name in COMMANDS
        ]
        code = None if language == DEFAULT_LANGUAGE else language
        await bot.set_my_commands(commands, language_code=code)
        await bot.set_my_description(label(language, "bot-description"), language_code=code)
        await bot.set_my_short_description(label(language, "bot-short_description"), language_code=code)
