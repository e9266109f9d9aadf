"""A suggestion found by its number and query code, from any chat (decision 0005)."""

from typing import Any

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column

from backend.errors import NotFound, Refusal
from backend.suggestions import author_queries as author
from backend.suggestions import lookup as finding
from backend.suggestions.model import Suggestion
from bot.context import db_of, notice, person_of
from bot.dialogs.mine.buttons import named, open_at, split, turns
from bot.dialogs.mine.one import on_list
from bot.dialogs.mine.shown import own_here, told
from bot.states import Mine
from bot.text import Label, T, row_id


async def proven(manager: DialogManager, words: str) -> tuple[Suggestion, str] | None:
    """Take a number and a code, together or one after the other; return what they open, and the code."""
    typed = finding.read(words)
    number = typed.number or str(manager.dialog_data.get("asked", ""))
    if not number:
        notice(manager, "mine-lookup-number")
        return None
    manager.dialog_data["asked"] = number
    if not typed.code:
        notice(manager, "mine-lookup-code", number=number)
        return None
    person_id = person_of(manager).id
    try:
        found = await finding.find(db_of(manager), person_id=person_id, number=number, code=typed.code)
    except Refusal as refusal:
        notice(manager, refusal.key, **refusal.blanks)
        return None
    return found, typed.code


async def open_found(manager: DialogManager, state: State, found: Suggestion, code: str) -> None:
    """Show what was proven by the code, in a window that asks for no more."""
    manager.dialog_data.clear()
    manager.dialog_data.update(proven=found.number, code=code)
    await manager.switch_to(state)


async def on_words(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    """Show what was looked for as one's own where it is; else what may be seen of it in any chat."""
    opened = await proven(manager, message.text or "")
    if opened and opened[0].person_id == person_of(manager).id:
        await open_at(manager, Mine.one, opened[0].number)
    elif opened:
        await open_found(manager, Mine.found, *opened)


async def found(dialog_manager: DialogManager, **_: object) -> dict[str, Any]:
    """Show what was proven by the code; where that is no longer known, what is the person's own anyhow."""
    number = str(dialog_manager.dialog_data.get("proven", ""))
    if not number:
        return {**await told(dialog_manager, await own_here(dialog_manager), whole=False), "follow": []}
    async with db_of(dialog_manager).read() as session:
        suggestion = await author.with_number(session, number)
    if suggestion is None:
        raise NotFound("suggestion-missing", number=number)
    shown = await told(dialog_manager, suggestion, whole=False)
    return {**shown, "follow": [f"{number}.{dialog_manager.dialog_data['code']}"]}


async def on_found_page(_callback: CallbackQuery, _select: object, manager: DialogManager, said: str) -> None:
    if manager.dialog_data.get("proven"):
        manager.dialog_data["page"] = row_id(split(said)[1])
    else:  # the proof is kept for as long as the window's own memory
        notice(manager, "mine-say-again")
        await manager.switch_to(Mine.lookup)


async def on_follow(_callback: CallbackQuery, _select: object, manager: DialogManager, said: str) -> None:
    """Follow it here: the button holds the code, which is looked at once more."""
    number, code = split(said)
    try:
        await finding.follow(db_of(manager), person_id=person_of(manager).id, number=number, code=code)
    except Refusal as refusal:
        notice(manager, refusal.key, **refusal.blanks)
        await manager.switch_to(Mine.lookup)
    else:
        notice(manager, "mine-found-following", number=number)
        await open_at(manager, Mine.one, number)


async def on_found_words(_message: Message, _input: MessageInput, manager: DialogManager) -> None:
    notice(manager, "mine-elsewhere-words")


def windows() -> list[Window]:
    return [_lookup_window(), _found_window()]


def _lookup_window() -> Window:
    return Window(
        T("mine-lookup"),
        Button(Label("mine-to-overview"), id="mine_list", on_click=on_list),
        MessageInput(on_words),
        state=Mine.lookup,
    )


def _found_window() -> Window:
    return Window(
        T("mine-one"),
        turns("mine_found", on_found_page),
        Column(
            named("mine_follow", Label("mine-found-follow"), "follow", on_follow),
            Button(Label("mine-to-overview"), id="mine_list", on_click=on_list),
        ),
        MessageInput(on_found_words),
        getter=found,
        state=Mine.found,
    )
