"""Withdraw, object: words are gathered first, and count when they are confirmed."""

from collections.abc import Callable, Coroutine
from typing import Any

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Column

from backend.db import Database
from backend.errors import Refusal
from backend.i18n import label
from backend.suggestions import author as verbs
from bot.context import db_of, language_of, notice, person_of, update_of
from bot.dialogs.mine.buttons import named, open_at, opens, split
from bot.dialogs.mine.shown import own_here, units
from bot.states import Mine
from bot.text import Label, T

SHOWN = 1500
"""UTF-16 units of what was said that a window shows; all of it is sent."""
Verb = Callable[[Database, int, str, str, int], Coroutine[Any, Any, None]]
"""From the person, the number, the words and the inbox entry."""


async def saying(dialog_manager: DialogManager, **_: object) -> dict[str, Any]:
    suggestion = await own_here(dialog_manager)
    words, language = said_here(dialog_manager), language_of(dialog_manager)
    return {
        "number": suggestion.number,
        "words": _cut(words, language),
        "length": str(len(words)),
        "has_words": "yes" if words else "no",
        "confirm": [f"{suggestion.number}.{len(words)}"],
        "confirm_words": [f"{suggestion.number}.{len(words)}"] if words else [],
        "here": [suggestion.number],
    }


def said_here(manager: DialogManager) -> str:
    """Return what was said in this window so far, as one text."""
    return "\n".join(manager.dialog_data.get("said", []))


def _cut(words: str, language: str) -> str:
    if units(words) <= SHOWN:
        return words
    shown = words.encode("utf-16-le")[: 2 * SHOWN].decode("utf-16-le", "ignore")
    return label(language, "mine-cut", text=shown, length=str(len(words)))


async def on_words(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    if message.text:
        manager.dialog_data["said"] = [*manager.dialog_data.get("said", []), message.text]
    else:
        notice(manager, "kind-not-taken")


async def on_anew(_callback: CallbackQuery, _select: object, manager: DialogManager, said: str) -> None:
    _forget(manager, said)


def _forget(manager: DialogManager, said: str) -> None:
    manager.dialog_data.clear()
    manager.dialog_data["number"] = split(said)[0]


def _confirms(verb: Verb, done: str) -> Any:
    async def on_confirm(
        _callback: CallbackQuery, _select: object, manager: DialogManager, said: str
    ) -> None:
        """Do it with the words this button was shown with; where they are lost, ask for them again."""
        number, length = split(said)
        words = said_here(manager)
        if str(len(words)) != length:
            _forget(manager, said)
            notice(manager, "mine-say-again")
            return
        try:
            await verb(db_of(manager), person_of(manager).id, number, words, update_of(manager))
        except Refusal as refusal:
            notice(manager, refusal.key, **refusal.blanks)
        else:
            notice(manager, done, number=number)
            await open_at(manager, Mine.one, number)

    return on_confirm


async def _withdraw(db: Database, person_id: int, number: str, words: str, update: int) -> None:
    await verbs.withdraw(db, person_id=person_id, number=number, reason=words, update=update)


async def _object(db: Database, person_id: int, number: str, words: str, update: int) -> None:
    await verbs.object_to(db, person_id=person_id, number=number, text=words, update=update)


def windows() -> list[Window]:
    return [
        _window(Mine.withdrawal, "withdrawal", "confirm", _confirms(_withdraw, "mine-withdrawal-done")),
        _window(Mine.objection, "objection", "confirm_words", _confirms(_object, "mine-objection-done")),
    ]


def _window(state: State, name: str, items: str, on_confirm: Any) -> Window:
    return Window(
        T(f"mine-{name}"),
        Column(
            named(f"mine_{name}_send", Label(f"mine-{name}-send"), items, on_confirm),
            named(f"mine_{name}_anew", Label("mine-say-anew"), "confirm_words", on_anew),
            named(f"mine_{name}_back", Label("mine-to-one"), "here", opens(Mine.one)),
        ),
        MessageInput(on_words),
        getter=saying,
        state=state,
    )
