"""The event at which an officer collects just now: chosen once, kept for the next entries (R25)."""

from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column

from backend.errors import Refusal
from backend.i18n import label
from backend.occasions import actions, queries
from backend.officers.model import Officer
from bot.appointed import officer_of, to_menu_button
from bot.context import db_of, language_of, notice, person_of
from bot.dialogs.suggest.lists import answer_list
from bot.states import Officer as OfficerStates
from bot.text import Label, T, row_id

LONGEST_LABEL = 60


async def event_line(manager: DialogManager, officer: Officer) -> str:
    """Say in the menu at which event what is entered now is counted."""
    async with db_of(manager).read() as session:
        there = await queries.today_with(session, officer.occasion_id)
    return label(language_of(manager), "officer-menu-event", title=there.title) if there else ""


async def occasions(dialog_manager: DialogManager, **_: object) -> dict[str, Any]:
    officer = await officer_of(dialog_manager)
    async with db_of(dialog_manager).read() as session:
        found = await queries.todays(session, officer.unit_id)
    chosen = next((one for one in found if one.id == officer.occasion_id), None)
    return {
        "occasions": [(str(one.id), one.title[:LONGEST_LABEL]) for one in found],
        "any": "yes" if found else "no",
        "title": chosen.title if chosen else "",
        "chosen": "yes" if chosen else "no",
    }


async def _collect(manager: DialogManager, occasion_id: int | None) -> None:
    person_id = person_of(manager).id
    try:
        there = await actions.collect_at(db_of(manager), person_id=person_id, occasion_id=occasion_id)
    except Refusal as refusal:
        notice(manager, refusal.key, **refusal.blanks)
        return
    if there:
        notice(manager, "officer-collecting", title=there.title)
    else:
        notice(manager, "officer-collecting-nowhere")
    await manager.switch_to(OfficerStates.menu)


async def on_occasion(_callback: CallbackQuery, _select: object, manager: DialogManager, said: str) -> None:
    await _collect(manager, row_id(said) or -1)


async def on_none(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await _collect(manager, None)


async def _on_open(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await manager.switch_to(OfficerStates.occasions)


def occasions_button() -> Button:
    return Button(Label("officer-menu-occasions"), id="officer_occasions", on_click=_on_open)


async def on_words(_message: Message, _input: MessageInput, manager: DialogManager) -> None:
    notice(manager, "officer-menu-words")


def window() -> Window:
    return Window(
        T("officer-occasions"),
        answer_list("occasions", "officer_occasion", on_occasion),
        Column(
            Button(Label("officer-occasions-none"), id="officer_nowhere", on_click=on_none),
            to_menu_button(),
        ),
        MessageInput(on_words),
        getter=occasions,
        state=OfficerStates.occasions,
    )
