"""`/paper`: a photographed letter. What a machine reads in it is proposed, and a person decides."""

from aiogram import Dispatcher
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message
from aiogram_dialog import DialogManager, ShowMode

from backend.batches import paper
from backend.drafts import proposals
from backend.drafts.answering import Answer
from backend.drafts.model import Draft
from backend.errors import NotFound, Refusal
from backend.files.actions import fetch
from backend.files.types import extension
from backend.i18n import escaped, label, say
from backend.proxy import speaking
from backend.proxy.model import EntryWay
from backend.recognition import reading
from bot.appointed import officer_or_none
from bot.batches.here import campaign_for
from bot.context import db_of, language_of, message_of, notice, person_of, store_of, update_of
from bot.dialogs.suggest.intake import take_file
from bot.going import about, go, show_place
from bot.taps import answer_tap
from bot.text import row_id

USE, OWN = "proposal-use:", "proposal-own:"
ROOM = 3000
"""Characters of a proposal that are shown; all of it is taken over."""


async def open_paper(manager: DialogManager) -> None:
    """Open a draft for the writer of a letter; its photos may come at any question."""
    rules = await campaign_for(manager)
    await speaking.begin(
        db_of(manager),
        person_id=person_of(manager).id,
        campaign=rules.id,
        update=update_of(manager),
        message=message_of(manager),
        way=EntryWay.PAPER,
    )
    notice(manager, "batch-paper-begun")
    await go(manager, ShowMode.SEND)


async def is_picture(message: Message, *, edited: bool = False, text_recognition: bool = False) -> bool:
    document = message.document
    named = bool(document and extension(document.file_name or "") in reading.PICTURES)
    return text_recognition and not edited and bool(message.photo or named)


async def on_picture(message: Message, dialog_manager: DialogManager) -> None:
    """Attach the photo of a letter as ever; then read it, and propose what was found."""
    person = person_of(dialog_manager)
    async with db_of(dialog_manager).read() as session:
        draft = await paper.being_written(session, person.id)
    if draft is None or await officer_or_none(dialog_manager) is None:
        raise SkipHandler
    await take_file(message, dialog_manager)
    await show_place(dialog_manager, ShowMode.SEND)
    async with db_of(dialog_manager).read() as session:
        draft = await paper.being_written(session, person.id)
    if draft and not draft.text_closed:
        await _propose(message, dialog_manager, draft)


async def _propose(message: Message, manager: DialogManager, draft: Draft) -> None:
    kept = next((part for part in draft.files if part.message == message.message_id), None)
    if kept is None or kept.sha256 is None:
        return
    language, person = language_of(manager), person_of(manager)
    found = await reading.text_of(await fetch(store_of(manager), kept.sha256))
    if not found:
        await message.answer(say(language, "proposal-nothing"))
        return
    number = message.message_id
    whose = {"person_id": person.id, "draft_id": draft.id}
    if await proposals.propose(db_of(manager), **whose, message=number, text=found):
        shown = found if len(found) <= ROOM else f"{found[:ROOM]}…"
        words = f"{say(language, 'proposal-made')}\n<pre>{escaped(shown)}</pre>"
        await message.answer(words, reply_markup=_buttons(language, number))


def _buttons(language: str, message: int) -> InlineKeyboardMarkup:
    rows = ((USE, "proposal-made-use"), (OWN, "proposal-made-own"))
    return InlineKeyboardMarkup(
        inline_keyboard=[
            [InlineKeyboardButton(text=label(language, key), callback_data=f"{data}{message}")]
            for data, key in rows
        ]
    )


async def is_use(event: CallbackQuery) -> bool:
    return (event.data or "").startswith(USE)


async def is_own(event: CallbackQuery) -> bool:
    return (event.data or "").startswith(OWN)


async def on_use(callback: CallbackQuery, dialog_manager: DialogManager) -> None:
    message = row_id((callback.data or "").removeprefix(USE))
    try:
        answer = await _answer(dialog_manager, message)
        await proposals.use(db_of(dialog_manager), answer, message=message, at=message_of(dialog_manager))
    except Refusal as refusal:
        notice(dialog_manager, refusal.key)
    else:
        notice(dialog_manager, "proposal-used")
    await answer_tap(callback)
    await show_place(dialog_manager, ShowMode.SEND)


async def on_own(callback: CallbackQuery, dialog_manager: DialogManager) -> None:
    message = row_id((callback.data or "").removeprefix(OWN))
    try:
        await proposals.decline(
            db_of(dialog_manager), await _answer(dialog_manager, message), message=message
        )
    except Refusal as refusal:
        notice(dialog_manager, refusal.key)
    else:
        notice(dialog_manager, "proposal-declined")
    await answer_tap(callback)
    await show_place(dialog_manager, ShowMode.SEND)


async def _answer(manager: DialogManager, message: int) -> Answer:
    """Return which draft a button speaks to: the one whose photo was read."""
    async with db_of(manager).read() as session:
        part = await proposals.of_message(session, person_of(manager).id, message)
    if part is None:
        raise NotFound("proposal-missing")
    about(manager, part.draft_id)
    return Answer(part.draft_id, update_of(manager))


def register(dispatcher: Dispatcher) -> None:
    dispatcher.message.register(on_picture, is_picture)
    dispatcher.callback_query.register(on_use, is_use)
    dispatcher.callback_query.register(on_own, is_own)
