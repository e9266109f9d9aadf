"""What comes beside the question: files at any step, words where a tap is asked, and the rest."""

from aiogram.enums import ContentType
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Select

from backend.drafts import actions as drafts
from backend.drafts.steps import before
from backend.people.values import holds_contact
from bot.context import notice
from bot.dialogs.suggest.getters import draft_and_rules
from bot.dialogs.suggest.intake import take_file
from bot.dialogs.suggest.words import goes_back, is_button
from bot.going import answer, ask, draft_of, go
from bot.text import Label, row_id

MOSTLY_NUMBER = 60
"""Characters: words with a telephone number or address in them that are shorter say who somebody is."""
WORTH_ADDING = 5
"""Letters: fewer are a yes, a name or a number said at the wrong place, and no part of a suggestion."""


def stray_input() -> MessageInput:
    return MessageInput(on_anything)


async def on_anything(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    """Take whatever is no answer to the window's question, and say what became of it."""
    if message.content_type in {ContentType.DOCUMENT, ContentType.PHOTO}:
        await take_file(message, manager)
        await go(manager)  # words under it may have made the text too long
    elif message.text:
        await keep_words(message, manager)
    else:
        notice(manager, "kind-not-taken")


async def keep_words(message: Message, manager: DialogManager) -> None:
    """Words where none were asked for are added to the suggestion's text, and the person is told so."""
    words = message.text or ""
    if goes_back(words):
        await ask_before(manager)
        return
    if refusal := _why_not(words):
        notice(manager, refusal)
        await go(manager)
        return
    taken = await answer(manager, drafts.say, message=message.message_id, text=words)
    if taken and await _is_part(manager, message.message_id):
        notice(manager, "kept-as-text")
        manager.middleware_data["stray"] = message.message_id
    await go(manager)


def _why_not(words: str) -> str | None:
    """Say why words are no part of a suggestion: a button's, too few, or somebody's number."""
    if holds_contact(words) and len(words) < MOSTLY_NUMBER:
        return "not-kept-personal"
    return "not-kept" if is_button(words) or sum(map(str.isalpha, words)) < WORTH_ADDING else None


async def ask_before(manager: DialogManager) -> None:
    """Go one question back, as the button does."""
    draft, rules = await draft_and_rules(manager)
    if earlier := before(draft, rules, draft.step):
        await ask(manager, earlier)
    else:
        await go(manager)


async def _is_part(manager: DialogManager, message: int) -> bool:
    """Say whether a message is in the text: one that comes again may have been an answer the first time."""
    draft = await draft_of(manager)
    return bool(draft and any(part.message == message for part in draft.texts))


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
