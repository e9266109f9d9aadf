"""What comes beside the question: files at any step, words where a tap is asked, and the rest."""

from aiogram.enums import ContentType
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Select

from backend.drafts import actions as drafts
from bot.context import notice
from bot.dialogs.suggest.intake import take_file
from bot.dialogs.suggest.words import is_done
from bot.going import answer, go
from bot.text import Label, row_id

WORTH_ADDING = 5
"""Letters: fewer are a yes, a name or a number said at the wrong place, and no part of a suggestion."""


def stray_input() -> MessageInput:
    return MessageInput(on_anything)


async def on_anything(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    """Take whatever is no answer to the window's question, and say what became of it."""
    if message.content_type in {ContentType.DOCUMENT, ContentType.PHOTO}:
        await take_file(message, manager)
    elif message.text:
        await keep_words(message, manager)
    else:
        notice(manager, "kind-not-taken")


async def keep_words(message: Message, manager: DialogManager) -> None:
    """Words where none were asked for are added to the suggestion's text, and the person is told so."""
    words = message.text or ""
    if is_done(words) or sum(map(str.isalpha, words)) < WORTH_ADDING:
        notice(manager, "not-kept")
        await go(manager)
        return
    if await answer(manager, drafts.say, message=message.message_id, text=words):
        notice(manager, "kept-as-text")
        manager.middleware_data["stray"] = message.message_id
    await go(manager)


async def on_take_out(
    _callback: CallbackQuery, _select: object, manager: DialogManager, message: int
) -> None:
    if await answer(manager, drafts.take_out, message=message):
        notice(manager, "taken-out")
    await go(manager)


def take_out_button() -> Select[int]:
    """Offer to take stray words out again, in the window that says they were put in."""
    return Select(
        Label("take-out"),
        id="take_out",
        item_id_getter=str,
        items="stray",
        type_factory=row_id,
        on_click=on_take_out,
    )
