"""What an officer entered for others, the newest first, with what waits for them; apart from their own."""

from typing import Any

from aiogram.types import Message
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Column
from aiogram_dialog.widgets.text import Format

from backend.dates import day_in_words
from backend.handling.story import state_in_words
from backend.i18n import label
from backend.proxy import queries
from backend.suggestions.lookup import read
from bot.appointed import leave_button, officer_of
from bot.context import db_of, language_of, notice, person_of
from bot.dialogs.mine.buttons import named, on_list_page, open_at, opens, turns
from bot.dialogs.mine.shown import beginning, turning
from bot.states import Behalf
from bot.text import T


async def entries(dialog_manager: DialogManager, **_: object) -> dict[str, Any]:
    await officer_of(dialog_manager)
    page, language = int(dialog_manager.dialog_data.get("list_page", 1)), language_of(dialog_manager)
    async with db_of(dialog_manager).read() as session:
        shelf = await queries.entered(session, person_of(dialog_manager).id, page)
    return {
        "listed": "\n".join(_row(row, language) for row in shelf.rows),
        "any": "yes" if shelf.rows else "no",
        "numbers": [row.suggestion.number for row in shelf.rows],
        **turning("", shelf.page, shelf.pages),
    }


def _row(row: queries.Row, language: str) -> str:
    suggestion, draft, visit = row
    name = "" if draft.on_own_page else suggestion.name
    return label(
        language,
        "behalf-row",
        number=suggestion.number,
        name=name or "…",
        state=state_in_words(suggestion, language, own=False),
        what=label(language, f"visit-what-{visit.kind}") if visit else "",
        due=day_in_words(visit.due_on, language) if visit else "",
        waits="yes" if visit else "no",
        text=beginning(suggestion.text),
    )


async def on_words(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    """Open the entry whose number was typed; keep no other word, and say so."""
    number = read(message.text or "").number
    async with db_of(manager).read() as session:
        found = await queries.own(session, person_of(manager).id, number) if number else None
    if found:
        await open_at(manager, Behalf.one, found[0].number)
    else:
        notice(manager, "behalf-entries-words")


def window() -> Window:
    return Window(
        T("behalf-entries"),
        Column(named("entries_open", Format("{item}"), "numbers", opens(Behalf.one))),
        turns("entries", on_list_page),
        leave_button("entries_leave"),
        MessageInput(on_words),
        getter=entries,
        state=Behalf.entries,
    )
