"""An invitation, opened by its link: who appoints for what; accepted once, by one person."""

from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, ShowMode, StartMode, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column

from backend.errors import NotFound, Refusal
from backend.officers import actions
from backend.officers.model import Officer
from bot.appointed import appointment, officer_of
from bot.context import db_of, notice, person_of
from bot.dialogs.mine.buttons import named
from bot.going import open_start
from bot.states import Officer as OfficerStates
from bot.text import Label, T


async def open_invitation(manager: DialogManager, token: str) -> None:
    """Show what an invitation offers; where it offers nothing any more, say why."""
    try:
        offered = await _offered(manager, token)
    except Refusal as refusal:
        notice(manager, refusal.key, **refusal.blanks)
        await open_start(manager)
        return
    if offered.person_id:
        notice(manager, "officer-accepted-before")
        await manager.start(OfficerStates.menu, mode=StartMode.RESET_STACK)
    else:
        await manager.start(OfficerStates.invited, {"token": token}, mode=StartMode.RESET_STACK)


async def _offered(manager: DialogManager, token: str) -> Officer:
    async with db_of(manager).read() as session:
        return await actions.invited(session, person_id=person_of(manager).id, token=token)


async def invited(dialog_manager: DialogManager, **_: object) -> dict[str, Any]:
    """Show the terms; a window that lost its invitation shows those that hold already."""
    started = dialog_manager.start_data if isinstance(dialog_manager.start_data, dict) else {}
    token = str(started.get("token", ""))
    try:
        offered = await _offered(dialog_manager, token) if token else await officer_of(dialog_manager)
    except Refusal as refusal:
        raise NotFound(refusal.key) from refusal
    mine = [token] if token and offered.person_id is None else []
    return {**await appointment(dialog_manager, offered), "token": mine}


async def on_accept(_callback: CallbackQuery, _select: object, manager: DialogManager, token: str) -> None:
    """Accept what this button was shown for."""
    try:
        await actions.accept(db_of(manager), person_id=person_of(manager).id, token=token)
    except Refusal as refusal:
        notice(manager, refusal.key, **refusal.blanks)
        await open_start(manager)
    else:
        notice(manager, "officer-accepted")
        await manager.start(OfficerStates.menu, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)


async def on_not_me(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    notice(manager, "officer-not-me")
    await open_start(manager)


async def on_words(_message: Message, _input: MessageInput, manager: DialogManager) -> None:
    notice(manager, "officer-invited-words")


def window() -> Window:
    return Window(
        T("officer-invited"),
        Column(
            named("officer_accept", Label("officer-invited-accept"), "token", on_accept),
            Button(Label("officer-invited-not_me"), id="officer_not_me", on_click=on_not_me),
        ),
        MessageInput(on_words),
        getter=invited,
        state=OfficerStates.invited,
    )
