"""Attachments: photos, documents, albums, or none (R42)."""

from typing import Any

from aiogram import F
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column

from backend.drafts import attachments
from backend.drafts.model import Step
from backend.i18n import label
from bot.context import language_of
from bot.dialogs.suggest.back import back_button
from bot.dialogs.suggest.beside import keep_words, stray_input, take_out_button
from bot.dialogs.suggest.getters import draft_shown, has_files, short_name
from bot.dialogs.suggest.lists import answer_list
from bot.dialogs.suggest.words import is_done, is_none
from bot.going import answer, draft_of, go
from bot.states import Suggest
from bot.text import Label, T, row_id


async def on_words(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    if is_done(message.text or "") or is_none(message.text or ""):
        await close(manager)
    else:
        await keep_words(message, manager)


async def close(manager: DialogManager) -> None:
    await answer(manager, attachments.close_files)
    await go(manager)


async def on_done(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await close(manager)


async def on_remove(_callback: CallbackQuery, _select: object, manager: DialogManager, said: str) -> None:
    await answer(manager, attachments.remove_file, part=row_id(said))
    await go(manager)  # the words that a file stood for may be over the limit again


async def removable(dialog_manager: DialogManager, **_: object) -> dict[str, Any]:
    draft = await draft_of(dialog_manager)
    language = language_of(dialog_manager)
    parts = draft.files if draft else []
    return {
        "removable": [
            (str(part.id), label(language, "file-remove", name=short_name(part.name or ""))) for part in parts
        ]
    }


def window() -> Window:
    return Window(
        T("suggest-files"),
        take_out_button(),
        Column(
            Button(Label("suggest-files-done"), id="enough", on_click=on_done, when=has_files),
            Button(Label("suggest-files-skip"), id="skip", on_click=on_done, when=~F["draft"].files),
        ),
        answer_list("removable", "remove", on_remove),
        back_button(Step.FILES),
        MessageInput(on_words, content_types=["text"]),
        stray_input(),
        getter=[draft_shown, removable],
        state=Suggest.files,
    )
