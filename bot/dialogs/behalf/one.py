"""One entry: how far it is, what has happened, and what the officer can do for its author now."""

from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, StartMode, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column

from backend.ratings.actions import RATED_IN
from backend.ratings.queries import of_reply
from backend.suggestions.model import SuggestionState
from backend.visits import queries as visits
from bot.context import db_of, notice, person_of
from bot.dialogs.behalf.sent import entry_here, on_slip
from bot.dialogs.behalf.whose import whose
from bot.dialogs.mine.buttons import named, split, turns
from bot.dialogs.mine.shown import told
from bot.dialogs.suggest.again import open_again
from bot.states import Behalf, Visits
from bot.text import Label, T, row_id


async def one(dialog_manager: DialogManager, **_: object) -> dict[str, Any]:
    suggestion, draft = await entry_here(dialog_manager)
    async with db_of(dialog_manager).read() as session:
        waiting = (await visits.open_of(session, [suggestion.id])).get(suggestion.id)
        if waiting and not await visits.own(session, person_of(dialog_manager).id, waiting.id):
            waiting = None  # given to another officer
        told_of = await visits.told_reply(session, suggestion.id, person_of(dialog_manager).id)
        unrated = any(row.given_at is None for row in await of_reply(session, suggestion.id))
    here = [suggestion.number]
    return {
        **await told(dialog_manager, suggestion, whole=True),
        **await whose(dialog_manager, draft),
        "correct": here if suggestion.state == SuggestionState.RETURNED else [],
        "visit": [str(waiting.id)] if waiting else [],
        "unrated": [str(told_of.id)] if told_of and unrated and suggestion.state in RATED_IN else [],
        "printable": here,
    }


async def on_correct(_callback: CallbackQuery, _select: object, manager: DialogManager, said: str) -> None:
    await open_again(manager, split(said)[0], own=False)


async def on_visit(_callback: CallbackQuery, _select: object, manager: DialogManager, said: str) -> None:
    await manager.start(Visits.one, {"visit": row_id(said)}, mode=StartMode.RESET_STACK)


async def on_list(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    manager.dialog_data.clear()
    await manager.switch_to(Behalf.entries)


async def on_words(_message: Message, _input: MessageInput, manager: DialogManager) -> None:
    notice(manager, "behalf-entries-words")


def window() -> Window:
    return Window(
        T("mine-one"),
        turns("entry"),
        Column(
            named("entry_correct", Label("mine-one-correct"), "correct", on_correct),
            named("entry_visit", Label("visit-open"), "visit", on_visit),
            named("entry_rate", Label("visit-rate-later"), "unrated", on_visit),
            named("entry_slip", Label("behalf-sent-slip"), "printable", on_slip),
            Button(Label("behalf-to-entries"), id="entry_list", on_click=on_list),
        ),
        MessageInput(on_words),
        getter=one,
        state=Behalf.one,
    )
