"""Attachments: photos, documents, albums, or none (R42)."""

from aiogram import F
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column

from backend.drafts import actions as drafts
from backend.drafts.model import Step
from bot.dialogs.suggest.back import back_button
from bot.dialogs.suggest.beside import keep_words, stray_input, take_out_button
from bot.dialogs.suggest.getters import draft_shown, has_files
from bot.dialogs.suggest.words import is_done, is_none
from bot.going import answer, go
from bot.states import Suggest
from bot.text import Label, T


async def on_words(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    if is_done(message.text or "") or is_none(message.text or ""):
        await close(manager)
    else:
        await keep_words(message, manager)


async def close(manager: DialogManager) -> None:
    await answer(manager, drafts.close_files)
    await go(manager)


async def on_done(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await close(manager)


async def on_remove(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await answer(manager, drafts.remove_files)


def window() -> Window:
    return Window(
        T("suggest-files"),
        take_out_button(),
        Column(
            Button(Label("suggest-files-done"), id="done", on_click=on_done, when=has_files),
            Button(Label("suggest-files-skip"), id="skip", on_click=on_done, when=~F["draft"].files),
            Button(Label("suggest-files-remove"), id="remove", on_click=on_remove, when=has_files),
            back_button(Step.CONTACT),
        ),
        MessageInput(on_words, content_types=["text"]),
        stray_input(),
        getter=draft_shown,
        state=Suggest.files,
    )
