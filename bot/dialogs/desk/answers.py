"""What the author was asked, and what was answered; files are opened on the console."""

from typing import Any

from aiogram.types import Message
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Column

from backend.i18n import label
from backend.questions import queries as questions
from backend.questions.model import AnswerKind, Question
from bot.context import db_of, language_of, notice
from bot.dialogs.desk.here import looks, one_here
from bot.dialogs.mine.buttons import named, opens, turns
from bot.dialogs.mine.shown import ROOM, fitting, turning
from bot.states import Desk
from bot.text import Label, T


async def answers(dialog_manager: DialogManager, **_: object) -> dict[str, Any]:
    staff, sight = await looks(dialog_manager, "desk-answers")
    suggestion = (await one_here(dialog_manager, staff, sight))[0]
    language = language_of(dialog_manager)
    async with db_of(dialog_manager).read() as session:
        asked = await questions.of_suggestion(session, suggestion.id)
    lines = [line for question in asked for line in _lines(question, language)]
    pages = fitting(lines, ROOM)
    page = min(max(int(dialog_manager.dialog_data.get("page", 1)), 1), len(pages))
    return {
        "number": suggestion.number,
        "said": pages[page - 1],
        "any": "yes" if asked else "no",
        "here": [suggestion.number],
        **turning(suggestion.number, page, len(pages)),
    }


def _lines(question: Question, language: str) -> list[str]:
    said = [part.text for part in question.parts if part.text]
    files = sum(part.kind == AnswerKind.FILE for part in question.parts)
    lines = [label(language, "desk-answers-asked", text=question.text), *said]
    if files:
        lines.append(label(language, "desk-answers-files", count=files))
    if not question.parts:
        lines.append(label(language, "desk-answers-none"))
    elif question.closed_at is None:
        lines.append(label(language, "desk-answers-open"))
    return [*lines, ""]


async def on_words(_message: Message, _input: MessageInput, manager: DialogManager) -> None:
    notice(manager, "desk-words-not-here")


def window() -> Window:
    return Window(
        T("desk-answers"),
        turns("desk_answers"),
        Column(named("desk_answers_back", Label("mine-to-one"), "here", opens(Desk.one))),
        MessageInput(on_words),
        getter=answers,
        state=Desk.answers,
    )
