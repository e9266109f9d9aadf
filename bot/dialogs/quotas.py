"""How far an officer's quotas are (R92-R97): counted when asked, for the unit, the district and oneself."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import Dialog, DialogManager, ShowMode, StartMode, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column

from backend.quotas import told
from backend.quotas.told import Told
from bot.appointed import leave_button, officer_of
from bot.context import db_of, language_of, notice
from bot.dialogs.mine.shown import ROOM, fitting
from bot.states import Quotas
from bot.text import Label, T


async def open_quotas(manager: DialogManager) -> None:
    """Show the figures in a window below; a refusal says that this person is no officer."""
    await officer_of(manager)
    await manager.start(Quotas.standing, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)


async def standing(dialog_manager: DialogManager, **_: object) -> dict[str, Any]:
    officer = await officer_of(dialog_manager)
    async with db_of(dialog_manager).read() as session:
        found = await told.of_officer(session, officer)
    language = language_of(dialog_manager)
    return {"lines": fitting(_by_campaign(found, language), ROOM)[0], "any": "yes" if found else "no"}


def _by_campaign(found: Sequence[Told], language: str) -> list[str]:
    lines: list[str] = []
    for rules, group in groupby(found, key=lambda each: each.rules):
        lines += [*([""] if lines else []), rules.title.said(language)]
        lines += [told.line(each, language) for each in group]
    return lines


async def on_again(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Count anew: the window is rendered when the handler ends."""
    manager.show_mode = ShowMode.EDIT


async def on_words(_message: Message, _input: MessageInput, manager: DialogManager) -> None:
    notice(manager, "quotas-words-not-here")


def dialog() -> Dialog:
    return Dialog(
        Window(
            T("quotas-standing"),
            Column(
                Button(Label("quotas-standing-again"), id="quota_again", on_click=on_again),
                leave_button("quota_leave"),
            ),
            MessageInput(on_words),
            getter=standing,
            state=Quotas.standing,
        )
    )
