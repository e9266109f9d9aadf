"""Choosing the language, from anywhere, without losing one's place."""

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager, LaunchMode, Window
from aiogram_dialog.widgets.kbd import Button, Column, Select, Start
from aiogram_dialog.widgets.text import Format

from backend.i18n import LANGUAGES, label
from backend.people import actions as people
from bot.context import db_of, person_of
from bot.states import Language
from bot.text import Label, T


def language_button() -> Start:
    return Start(Label("language-button"), id="language", state=Language.choice)


async def choice(**_: object) -> dict[str, object]:
    return {"languages": [(language, label(language, "language-name")) for language in LANGUAGES]}


async def on_language(
    _callback: CallbackQuery, _select: object, manager: DialogManager, language: str
) -> None:
    if language in LANGUAGES:
        await people.choose_language(db_of(manager), person_id=person_of(manager).id, language=language)
        person_of(manager).language = language
    await manager.done()


async def on_back(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await manager.done()


def dialog() -> Dialog:
    return Dialog(
        Window(
            T("language-choice"),
            Column(
                Select(
                    Format("{item[1]}"),
                    id="language",
                    item_id_getter=lambda item: item[0],
                    items="languages",
                    on_click=on_language,
                )
            ),
            Button(Label("back"), id="back", on_click=on_back),
            getter=choice,
            state=Language.choice,
        ),
        launch_mode=LaunchMode.SINGLE_TOP,  # asked for again and again it stands there once
    )
