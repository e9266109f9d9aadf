"""One suggestion at the desk: its words, the days left, and what can be done from a phone."""

from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column

from backend.errors import Refusal
from backend.handling import unit
from backend.i18n import label
from backend.questions import queries as questions
from backend.suggestions import lifecycle
from backend.suggestions.lifecycle import Verb
from backend.suggestions.model import SuggestionState
from bot.context import db_of, language_of, notice
from bot.dialogs.desk.here import at_desk, looks, may, one_here, theme_of, time_of
from bot.dialogs.mine.buttons import named, opens, split, turns
from bot.dialogs.mine.shown import ROOM, fitting, turning
from bot.states import Desk
from bot.text import Label, T


async def one(dialog_manager: DialogManager, **_: object) -> dict[str, Any]:
    staff, sight = await looks(dialog_manager, "desk-one")
    suggestion, rules = await one_here(dialog_manager, staff, sight)
    async with db_of(dialog_manager).read() as session:
        asked = await questions.of_suggestion(session, suggestion.id)
    pages = fitting(suggestion.text.splitlines(), ROOM)
    page = min(max(int(dialog_manager.dialog_data.get("page", 1)), 1), len(pages))
    language, here = language_of(dialog_manager), [suggestion.number]
    time = time_of(suggestion, rules, language)
    can_sign = suggestion.state == SuggestionState.FORWARDED and may(staff, "desk-sign")
    can_ask = lifecycle.allowed(Verb.ASK, suggestion.state) and may(staff, "desk-ask")
    return {
        "number": suggestion.number,
        "theme": theme_of(suggestion, rules, language),
        "state": label(language, f"console-state-{suggestion.state}"),
        "time": time,
        "has_time": "yes" if time else "no",
        "text": pages[page - 1],
        "answered": str(sum(bool(question.parts) for question in asked)),
        "asked": str(len(asked)),
        "any_asked": "yes" if asked else "no",
        "sign": here if can_sign else [],
        "ask": here if can_ask else [],
        "answers": here if asked else [],
        **turning(suggestion.number, page, len(pages)),
    }


async def on_sign(_callback: CallbackQuery, _select: object, manager: DialogManager, said: str) -> None:
    """Sign for the suggestion that this button was shown for; signed twice it is signed once."""
    number = split(said)[0]
    manager.dialog_data["number"] = number
    try:
        staff, sight = await at_desk(manager, "desk-sign")
        await unit.sign(db_of(manager), number=number, sight=sight, staff_id=staff.id)
    except Refusal as refusal:
        notice(manager, refusal.key, **refusal.blanks)
    else:
        notice(manager, "desk-signed", number=number)


async def on_list(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    manager.dialog_data.clear()
    await manager.switch_to(Desk.waiting)


async def on_words(_message: Message, _input: MessageInput, manager: DialogManager) -> None:
    notice(manager, "desk-words-not-here")


def window() -> Window:
    return Window(
        T("desk-one"),
        turns("desk"),
        Column(
            named("desk_sign", Label("desk-one-sign"), "sign", on_sign),
            named("desk_ask", Label("desk-one-ask"), "ask", opens(Desk.ask)),
            named("desk_answers", Label("desk-one-answers"), "answers", opens(Desk.answers)),
            Button(Label("desk-to-waiting"), id="desk_list", on_click=on_list),
        ),
        MessageInput(on_words),
        getter=one,
        state=Desk.one,
    )
