"""Quiet hours: chosen from three, or typed, and said back in words."""

from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column, Select, SwitchTo

from backend.errors import Refusal
from backend.people import actions as people
from backend.people import values
from bot.context import db_of, notice, person_of
from bot.dialogs.settings.menu import on_other_words, quiet_in_words
from bot.dialogs.suggest.words import is_none
from bot.states import Settings
from bot.text import Label, T

OFFERED = ((21, 8), (22, 7), (23, 6))


async def hours(dialog_manager: DialogManager, **_: object) -> dict[str, Any]:
    return {
        "quiet": quiet_in_words(person_of(dialog_manager)),
        "offered": [{"id": f"{start}-{end}", "start": start, "end": end} for start, end in OFFERED],
    }


async def on_hours(_callback: CallbackQuery, _select: object, manager: DialogManager, said: str) -> None:
    await _take(manager, said)


async def on_never(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await _keep(manager, None)


async def on_words(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    if is_none(message.text or ""):
        await _keep(manager, None)
    else:
        await _take(manager, message.text or "")


async def _take(manager: DialogManager, said: str) -> None:
    try:
        chosen = values.quiet_hours(said)
    except Refusal as refusal:
        notice(manager, refusal.key, **refusal.blanks)
    else:
        await _keep(manager, chosen)


async def _keep(manager: DialogManager, chosen: tuple[int, int] | None) -> None:
    """Keep the hours and show the settings, which say them in words."""
    person = person_of(manager)
    await people.keep_quiet(db_of(manager), person_id=person.id, hours=chosen)
    person.quiet_from, person.quiet_until = chosen or (None, None)
    await manager.switch_to(Settings.menu)


def window() -> Window:
    return Window(
        T("settings-quiet"),
        Column(
            Select(
                Label("settings-quiet-hours"),
                id="quiet_hours",
                item_id_getter=lambda item: item["id"],
                items="offered",
                on_click=on_hours,
            ),
            Button(Label("settings-quiet-none"), id="quiet_never", on_click=on_never),
            SwitchTo(Label("back"), id="back", state=Settings.menu),
        ),
        MessageInput(on_words, content_types=["text"]),
        MessageInput(on_other_words),
        getter=hours,
        state=Settings.quiet,
    )
