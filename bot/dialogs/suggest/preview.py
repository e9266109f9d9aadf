"""Everything at a glance, "change" beside every answer, and the tap that sends."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, ShowMode, Window
from aiogram_dialog.widgets.kbd import Button, Column, Group, Select

from backend.drafts.model import Step
from backend.errors import Refusal
from backend.suggestions import actions as suggestions
from bot.context import db_of, notice, person_of
from bot.dialogs.suggest.beside import stray_input, take_out_button
from bot.dialogs.suggest.getters import draft_shown
from bot.going import ask, go
from bot.states import Suggest
from bot.text import Label, T, row_id

CHANGES = (Step.THEME, Step.TOPIC, Step.TEXT, Step.NAME, Step.CONTACT, Step.FILES)


async def on_change(_callback: CallbackQuery, button: Button, manager: DialogManager) -> None:
    await ask(manager, Step(str(button.widget_id).removeprefix("change_")))


async def on_send(_callback: CallbackQuery, _select: object, manager: DialogManager, draft_id: int) -> None:
    """Send the draft that this button was shown for, and no other; a second tap finds it sent."""
    try:
        await suggestions.submit(db_of(manager), person_id=person_of(manager).id, draft_id=draft_id)
    except Refusal as refusal:
        notice(manager, refusal.key, **refusal.blanks)
        await go(manager)
        return
    await manager.switch_to(Suggest.sent, show_mode=ShowMode.SEND)


async def sendable(dialog_manager: DialogManager, **_: object) -> dict[str, Any]:
    """Name the draft in the button: an old one can never send a newer draft."""
    shown = await draft_shown(dialog_manager)
    return {**shown, "sendable": [shown["draft_id"]]}


def window() -> Window:
    return Window(
        T("suggest-preview"),
        take_out_button(),
        Column(
            Select(
                Label("suggest-preview-send"),
                id="send",
                item_id_getter=str,
                items="sendable",
                type_factory=row_id,
                on_click=on_send,
            )
        ),
        Group(
            *(
                Button(Label(f"suggest-preview-change_{step}"), id=f"change_{step}", on_click=on_change)
                for step in CHANGES
            ),
            width=2,
        ),
        stray_input(),
        getter=sendable,
        state=Suggest.preview,
    )
