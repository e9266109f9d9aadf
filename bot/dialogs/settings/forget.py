"""Forgetting a person: first what goes and what stays, then a word to type, then a certificate."""

from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, ShowMode, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column, SwitchTo

from backend.i18n import label
from backend.mydata import actions as mydata
from backend.mydata import queries
from backend.people.actions import PLAIN_SETTINGS
from bot.context import db_of, language_of, notice, person_of, store_of, update_of
from bot.dialogs.settings.menu import on_other_words
from bot.dialogs.settings.mydata import numbers, on_mydata, show_certificate
from bot.dialogs.suggest.words import means_forget
from bot.going import open_start
from bot.states import Settings
from bot.text import Label, T


async def at_stake(dialog_manager: DialogManager, **_: object) -> dict[str, Any]:
    person_id, language = person_of(dialog_manager).id, language_of(dialog_manager)
    async with db_of(dialog_manager).read() as session:
        handled = await queries.in_handling(session, person_id)
        unsent = await queries.unsent(session, person_id)
    return {
        "drafts": str(unsent),
        "handling": "some" if handled else "none",
        "numbers": numbers([suggestion.number for suggestion in handled], language),
    }


async def the_word(dialog_manager: DialogManager, **_: object) -> dict[str, Any]:
    return {"word": label(language_of(dialog_manager), "settings-sure-word")}


async def on_words(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    """Forget, once the word was typed: no slip of the finger does it."""
    if not means_forget(message.text or ""):
        notice(manager, "settings-sure-other")
        return
    db, person = db_of(manager), person_of(manager)
    certificate = await mydata.forget(db, person_id=person.id, update=update_of(manager))
    await mydata.finish(db, store_of(manager), certificate_id=certificate.id)
    for setting, plain in PLAIN_SETTINGS.items():
        setattr(person, setting, plain)
    await show_certificate(manager, certificate)
    await open_start(manager, ShowMode.SEND)


async def on_go_on(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await manager.switch_to(Settings.sure)


def window() -> Window:
    return Window(
        T("settings-forget"),
        Column(
            Button(Label("settings-menu-mydata"), id="mydata", on_click=on_mydata),
            Button(Label("settings-forget-go_on"), id="forget_go_on", on_click=on_go_on),
            SwitchTo(Label("back"), id="back", state=Settings.menu),
        ),
        MessageInput(on_other_words),
        getter=at_stake,
        state=Settings.forget,
    )


def sure_window() -> Window:
    return Window(
        T("settings-sure"),
        SwitchTo(Label("back"), id="back", state=Settings.menu),
        MessageInput(on_words),
        getter=the_word,
        state=Settings.sure,
    )
