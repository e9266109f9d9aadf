"""A question to the author: words are gathered first, and go out when they are confirmed (R136)."""

from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Column

from backend.errors import Refusal
from backend.questions import actions as questions
from bot.context import db_of, notice
from bot.dialogs.desk.here import at_desk, looks, one_here
from bot.dialogs.mine.buttons import named, open_at, opens, split
from bot.dialogs.mine.saying import said_here
from bot.states import Desk
from bot.text import Label, T

SHOWN = 1500
"""Characters of a question that the window shows; more is too long to be sent anyway."""


async def asking(dialog_manager: DialogManager, **_: object) -> dict[str, Any]:
    staff, sight = await looks(dialog_manager, "desk-ask")
    suggestion = (await one_here(dialog_manager, staff, sight))[0]
    words = said_here(dialog_manager)
    return {
        "number": suggestion.number,
        "words": words[:SHOWN],
        "length": str(len(words)),
        "maximum": str(questions.QUESTION_MAXIMUM),
        "has_words": "yes" if words else "no",
        "confirm": [f"{suggestion.number}.{len(words)}"] if words else [],
        "here": [suggestion.number],
    }


async def on_words(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    if message.text:
        manager.dialog_data["said"] = [*manager.dialog_data.get("said", []), message.text]
    else:
        notice(manager, "desk-words-only")


async def on_send(_callback: CallbackQuery, _select: object, manager: DialogManager, said: str) -> None:
    """Ask with the words this button was shown with; where they are lost, ask for them again."""
    number, length = split(said)
    words = said_here(manager)
    if str(len(words)) != length:
        _forget(manager, number)
        notice(manager, "mine-say-again")
        return
    try:
        staff, sight = await at_desk(manager, "desk-ask")
        await questions.ask(db_of(manager), number=number, text=words, sight=sight, staff_id=staff.id)
    except Refusal as refusal:
        notice(manager, refusal.key, **refusal.blanks)
    else:
        notice(manager, "desk-asked", number=number)
        await open_at(manager, Desk.one, number)


async def on_anew(_callback: CallbackQuery, _select: object, manager: DialogManager, said: str) -> None:
    _forget(manager, split(said)[0])


def _forget(manager: DialogManager, number: str) -> None:
    manager.dialog_data.clear()
    manager.dialog_data["number"] = number


def window() -> Window:
    return Window(
        T("desk-ask"),
        Column(
            named("desk_ask_send", Label("desk-ask-send"), "confirm", on_send),
            named("desk_ask_anew", Label("mine-say-anew"), "confirm", on_anew),
            named("desk_ask_back", Label("mine-to-one"), "here", opens(Desk.one)),
        ),
        MessageInput(on_words),
        getter=asking,
        state=Desk.ask,
    )
