"""Who is speaking: the real name and a way to reach them (R49)."""

from aiogram.types import Message
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput

from backend.drafts import actions as drafts
from backend.drafts.model import Step
from bot.dialogs.suggest.back import back_button
from bot.dialogs.suggest.beside import stray_input
from bot.dialogs.suggest.getters import draft_shown
from bot.dialogs.suggest.words import is_done
from bot.going import answer, go
from bot.states import Suggest
from bot.text import T


async def on_name(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    words = message.text or ""
    if not is_done(words):  # typed after it was tapped: nobody's name
        await answer(manager, drafts.name, name=words)
    await go(manager)


async def on_contact(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    said = message.contact.phone_number if message.contact else message.text or ""
    await answer(manager, drafts.contact, contact=said)
    await go(manager)


def name_window() -> Window:
    return Window(
        T("suggest-name"),
        back_button(Step.TEXT),
        MessageInput(on_name, content_types=["text"]),
        stray_input(),
        getter=draft_shown,
        state=Suggest.name,
    )


def contact_window() -> Window:
    return Window(
        T("suggest-contact"),
        back_button(Step.NAME),
        MessageInput(on_contact, content_types=["text", "contact"]),
        stray_input(),
        getter=draft_shown,
        state=Suggest.contact,
    )
