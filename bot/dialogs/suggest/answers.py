"""Who is speaking: the real name and a way to reach them (R49)."""

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button

from backend.drafts import actions as drafts
from backend.drafts.model import Step
from bot.dialogs.suggest.beside import stray_input
from bot.dialogs.suggest.getters import draft_shown
from bot.dialogs.suggest.words import is_done
from bot.going import answer, ask, go
from bot.states import Suggest
from bot.text import Label, T


async def on_name(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    words = message.text or ""
    if not is_done(words):  # typed after it was tapped: nobody's name
        await answer(manager, drafts.name, name=words)
    await go(manager)


async def on_contact(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    said = message.contact.phone_number if message.contact else message.text or ""
    await answer(manager, drafts.contact, contact=said)
    await go(manager)


async def on_back_to_text(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await ask(manager, Step.TEXT)


async def on_back_to_name(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await ask(manager, Step.NAME)


def name_window() -> Window:
    return Window(
        T("suggest-name"),
        Button(Label("back"), id="back", on_click=on_back_to_text),
        MessageInput(on_name, content_types=["text"]),
        stray_input(),
        getter=draft_shown,
        state=Suggest.name,
    )


def contact_window() -> Window:
    return Window(
        T("suggest-contact"),
        Button(Label("back"), id="back", on_click=on_back_to_name),
        MessageInput(on_contact, content_types=["text", "contact"]),
        stray_input(),
        getter=draft_shown,
        state=Suggest.contact,
    )
