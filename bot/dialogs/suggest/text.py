"""The suggestion itself, in one message or several, closed by a word or a tap (R40, R41)."""

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column

from backend.drafts import actions as drafts
from backend.drafts.model import Step
from backend.files import actions as files
from backend.files.types import MEDIA_TYPES
from backend.i18n import label
from bot.context import db_of, language_of, notice, store_of
from bot.dialogs.suggest.beside import stray_input, take_out_button
from bot.dialogs.suggest.getters import draft_shown, fits, has_text, is_over
from bot.dialogs.suggest.words import is_done
from bot.going import answer, ask, draft_of, go
from bot.states import Suggest
from bot.text import Label, T


async def on_text(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    words = message.text or ""
    if is_done(words):
        await close(manager)
    else:
        await answer(manager, drafts.say, message=message.message_id, text=words)


async def close(manager: DialogManager) -> None:
    await answer(manager, drafts.close_text)
    await go(manager)


async def on_done(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await close(manager)


async def on_retell(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await answer(manager, drafts.retell)
    await go(manager)


async def on_attach(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Turn a text over the limit into an attachment, and ask for a short one."""
    draft = await draft_of(manager)
    content = draft.text.encode() if draft else b""
    if content:
        media_type = MEDIA_TYPES["txt"]
        sha256 = await files.keep(db_of(manager), store_of(manager), content=content, media_type=media_type)
        name = label(language_of(manager), "attached-text-name") + ".txt"
        if await answer(manager, drafts.attach_text, sha256=sha256, name=name):
            notice(manager, "text-attached", name=name)
    await go(manager)


async def on_back(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await ask(manager, Step.TOPIC)


def window() -> Window:
    return Window(
        T("suggest-text"),
        take_out_button(),
        Column(
            Button(Label("suggest-text-done"), id="done", on_click=on_done, when=fits),
            Button(Label("suggest-text-attach"), id="attach", on_click=on_attach, when=is_over),
            Button(Label("suggest-text-retell"), id="retell", on_click=on_retell, when=has_text),
            Button(Label("back"), id="back", on_click=on_back),
        ),
        MessageInput(on_text, content_types=["text"]),
        stray_input(),
        getter=draft_shown,
        state=Suggest.text,
    )
