"""A question of those who handle a suggestion, answered in its own thread until the person ends it."""

from typing import Any

from aiogram.enums import ContentType
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import Dialog, DialogManager, ShowMode, StartMode, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column

from backend.campaigns import queries as campaigns
from backend.dates import day_in_words
from backend.errors import NotFound, Refusal
from backend.handling import queries as handling
from backend.questions import answering, queries
from backend.questions.model import AnswerKind, Question
from backend.suggestions.model import Suggestion
from bot.context import db_of, language_of, notice, person_of, update_of
from bot.dialogs.suggest.intake import keep_file
from bot.dialogs.suggest.words import is_done
from bot.going import go
from bot.states import Asked
from bot.text import Label, T

SHOWN = 300
"""Characters of what was answered so far; the end of it, which was said last."""


async def open_question(manager: DialogManager, question_id: int) -> None:
    """Take a question up, in a window below; a refusal says why that cannot be."""
    await answering.take_up(db_of(manager), person_id=person_of(manager).id, question_id=question_id)
    await manager.start(Asked.answer, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)


async def thread(manager: DialogManager) -> tuple[Question, Suggestion] | None:
    """Return the question this person is answering, as it is now."""
    async with db_of(manager).read() as session:
        return await queries.answering(session, person_of(manager).id)


async def shown(dialog_manager: DialogManager, **_: object) -> dict[str, Any]:
    found = await thread(dialog_manager)
    if found is None:
        raise NotFound("question-missing")
    question, suggestion = found
    async with db_of(dialog_manager).read() as session:
        others = len(await queries.open_of(session, person_of(dialog_manager).id)) - 1
        unit = await handling.unit(session, question.unit_id) if question.unit_id else None
    said = "\n".join(part.text for part in question.parts if part.text)
    return {
        "number": suggestion.number,
        "unit": unit.name(language_of(dialog_manager)) if unit else "",
        "by_unit": "yes" if unit else "no",
        "question": question.text,
        "said": said if len(said) <= SHOWN else f"…{said[-SHOWN:]}",
        "files": str(sum(part.kind == AnswerKind.FILE for part in question.parts)),
        "begun": "yes" if question.parts else "no",
        "others": str(others),
        "more": "yes" if others else "no",
        "paused": "yes" if suggestion.paused_since else "no",
        "has_parts": bool(question.parts),
    }


async def on_words(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    if is_done(message.text or ""):
        await close(manager)
    elif found := await _thread_or_go(manager):
        said = {"message": message.message_id, "text": message.text or ""}
        if await _taken(manager, answering.say, found[0].id, **said):
            notice(manager, "asked-kept")


async def on_file(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    found = await _thread_or_go(manager)
    if found is None:
        return
    async with db_of(manager).read() as session:
        rules = await campaigns.edition(session, found[1].edition)
    kept = await keep_file(message, manager, rules.files)
    caption, about = message.caption or "", {"question_id": found[0].id, "message": message.message_id}
    if kept and await _taken(
        manager, answering.attach, **about, sha256=kept.sha256, name=kept.name, caption=caption
    ):
        notice(manager, "asked-file-kept", name=kept.name)
    elif caption.strip() and await _taken(manager, answering.say, **about, text=caption):
        notice(manager, "caption-kept-alone")


async def on_anything(_message: Message, _input: MessageInput, manager: DialogManager) -> None:
    notice(manager, "kind-not-taken")


async def _thread_or_go(manager: DialogManager) -> tuple[Question, Suggestion] | None:
    """Return the thread; where it was ended meanwhile, say that nothing was taken, and go on."""
    found = await thread(manager)
    if found is None:
        notice(manager, "asked-over")
        await go(manager)
    return found


async def _taken(manager: DialogManager, verb: Any, question_id: int, **said: Any) -> bool:
    """Add to the answer and say whether it was taken; a refusal is put above the window."""
    who = {"person_id": person_of(manager).id, "question_id": question_id, "update": update_of(manager)}
    try:
        await verb(db_of(manager), **who, **said)
    except Refusal as refusal:
        notice(manager, refusal.key, **refusal.blanks)
        return False
    return True


async def on_done(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await close(manager)


async def close(manager: DialogManager) -> None:
    """Hand the answer in; say what that means for the date, and go to the next question if there is one."""
    found = await _thread_or_go(manager)
    if found is None:
        return
    person = person_of(manager)
    try:
        ended = await answering.finish(
            db_of(manager), person_id=person.id, question_id=found[0].id, update=update_of(manager)
        )
    except Refusal as refusal:
        notice(manager, refusal.key, **refusal.blanks)
        return
    _thank(manager, ended)
    async with db_of(manager).read() as session:
        others = await queries.open_of(session, person.id)
    if others:
        notice(manager, "asked-next", count=str(len(others)))
        await open_question(manager, others[0][0].id)
    else:
        await go(manager, ShowMode.SEND)


def _thank(manager: DialogManager, ended: answering.Ended) -> None:
    due = day_in_words(ended.due_on, language_of(manager)) if ended.due_on else ""
    if ended.late:
        notice(manager, "asked-late", number=ended.number)
    elif ended.days and due:
        notice(manager, "asked-sent-moved", number=ended.number, days=str(ended.days), due=due)
    else:
        notice(manager, "asked-sent", number=ended.number)


async def on_later(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Leave the thread; what was said stays, and the button of the message opens it again."""
    await answering.put_down(db_of(manager), person_id=person_of(manager).id)
    notice(manager, "asked-left")
    await go(manager, ShowMode.SEND)


def dialog() -> Dialog:
    return Dialog(
        Window(
            T("asked-answer"),
            Column(
                Button(Label("asked-answer-done"), id="answer_done", on_click=on_done, when="has_parts"),
                Button(Label("asked-answer-later"), id="answer_later", on_click=on_later),
            ),
            MessageInput(on_words, content_types=[ContentType.TEXT]),
            MessageInput(on_file, content_types=[ContentType.DOCUMENT, ContentType.PHOTO]),
            MessageInput(on_anything),
            getter=shown,
            state=Asked.answer,
        )
    )
