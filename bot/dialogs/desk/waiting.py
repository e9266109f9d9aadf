"""What waits at this desk, the soonest due first; a page at a time."""

from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column

from backend.campaigns.schema import Campaign
from backend.i18n import label
from backend.staff import linking
from backend.suggestions.lookup import read
from backend.suggestions.model import Suggestion
from backend.suggestions.queries import one_on_desk
from bot.context import db_of, language_of, notice
from bot.dialogs.desk.here import at_desk, list_here, looks, theme_of, time_of
from bot.dialogs.mine.buttons import listed, open_at
from bot.dialogs.mine.opening import leave
from bot.dialogs.mine.shown import beginning, turning
from bot.states import Desk
from bot.text import Label, T


async def waiting(dialog_manager: DialogManager, **_: object) -> dict[str, Any]:
    staff, sight = await looks(dialog_manager, "desk")
    found, page, pages = await list_here(dialog_manager, staff, sight)
    language = language_of(dialog_manager)
    return {
        "login": staff.login,
        "listed": "\n".join(_row(one, rules, language) for one, rules in found),
        "any": "yes" if found else "no",
        "numbers": [one.number for one, _ in found],
        **turning("", page, pages),
    }


def _row(suggestion: Suggestion, rules: Campaign, language: str) -> str:
    time = time_of(suggestion, rules, language)
    return label(
        language,
        "desk-row",
        number=suggestion.number,
        theme=theme_of(suggestion, rules, language),
        time=time,
        has_time="yes" if time else "no",
        text=beginning(suggestion.text),
    )


async def on_unlink(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    staff, _ = await at_desk(manager, "desk-unlink")
    await linking.unlink(db_of(manager), staff_id=staff.id)
    notice(manager, "desk-unlinked")
    await leave(manager)


async def on_leave(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await leave(manager)


async def on_words(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    """Open the suggestion whose number was typed; keep no other word, and say so."""
    number = read(message.text or "").number
    _, sight = await looks(manager, "desk-one")
    async with db_of(manager).read() as session:
        found = await one_on_desk(session, sight, number) if number else None
    if found:
        await open_at(manager, Desk.one, found.number)
    else:
        notice(manager, "desk-words-not-here")


def window() -> Window:
    return Window(
        T("desk-waiting"),
        listed("desk", Desk.one),
        Column(
            Button(Label("desk-waiting-unlink"), id="desk_unlink", on_click=on_unlink),
            Button(Label("back"), id="desk_leave", on_click=on_leave),
        ),
        MessageInput(on_words),
        getter=waiting,
        state=Desk.waiting,
    )
