"""One's own suggestions, the newest first, then those one follows; a page at a time."""

from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, ShowMode, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column

from backend.campaigns import queries as campaigns
from backend.handling.story import state_in_words, time_left
from backend.i18n import label
from backend.suggestions import author_queries as author
from backend.suggestions.lookup import read
from backend.suggestions.model import Suggestion
from bot.context import db_of, language_of, notice, person_of
from bot.dialogs.mine.buttons import listed, open_at
from bot.dialogs.mine.opening import leave
from bot.dialogs.mine.shown import beginning, turning
from bot.states import Mine
from bot.text import Label, T


async def overview(dialog_manager: DialogManager, **_: object) -> dict[str, Any]:
    language = language_of(dialog_manager)
    page = int(dialog_manager.dialog_data.get("list_page", 1))
    async with db_of(dialog_manager).read() as session:
        shelf = await author.of_author(session, person_of(dialog_manager).id, page)
        mine = [await _row(session, one, language, own=True) for one in shelf.own]
        others = [await _row(session, one, language) for one in shelf.followed]
    lines = [label(language, "mine-own"), *mine] if mine else []
    lines += [label(language, "mine-followed"), *others] if others else []
    return {
        "listed": "\n".join(lines),
        "any": "yes" if lines else "no",
        "numbers": [one.number for one in (*shelf.own, *shelf.followed)],
        **turning("", shelf.page, shelf.pages),
    }


async def _row(session: Any, suggestion: Suggestion, language: str, *, own: bool = False) -> str:
    readable = own or suggestion.public_since
    rules = await campaigns.edition(session, suggestion.edition)
    time = time_left(suggestion, rules, language, own=own)
    return label(
        language,
        "mine-row",
        number=suggestion.number,
        state=state_in_words(suggestion, language, own=own),
        time=time,
        has_time="yes" if time else "no",
        text=beginning(suggestion.text) if readable else "…",
    )


async def on_lookup(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    manager.dialog_data.clear()
    await manager.switch_to(Mine.lookup)


async def on_back(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await leave(manager)


async def on_words(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    """Open the suggestion whose number was typed; say of anything else that it was not kept."""
    typed = read(message.text or "")
    async with db_of(manager).read() as session:
        mine = await author.own(session, person_of(manager).id, typed.number) if typed.number else None
    if mine:
        await open_at(manager, Mine.one, mine.number)
    else:
        notice(manager, "mine-overview-words")


def window() -> Window:
    return Window(
        T("mine-overview"),
        listed("mine", Mine.one),
        Column(
            Button(Label("mine-overview-lookup"), id="mine_lookup", on_click=on_lookup),
            Button(Label("back"), id="mine_leave", on_click=on_back),
        ),
        MessageInput(on_words),
        getter=overview,
        state=Mine.overview,
    )


async def show_list(manager: DialogManager, show_mode: ShowMode | None = None) -> None:
    manager.dialog_data.clear()
    await manager.switch_to(Mine.overview, show_mode)
