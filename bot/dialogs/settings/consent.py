"""Withdrawing the consent to personal data, and nothing else."""

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column, SwitchTo

from backend.mydata import actions as mydata
from bot.context import db_of, notice, person_of
from bot.dialogs.settings.menu import on_other_words
from bot.states import Settings
from bot.text import Label, T


async def on_end(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await mydata.withdraw_consent(db_of(manager), person_id=person_of(manager).id)
    notice(manager, "consent-ended")
    await manager.switch_to(Settings.menu)


def window() -> Window:
    return Window(
        T("settings-consent"),
        Column(
            Button(Label("settings-consent-end"), id="consent_end", on_click=on_end),
            SwitchTo(Label("back"), id="back", state=Settings.menu),
        ),
        MessageInput(on_other_words),
        state=Settings.consent,
    )
