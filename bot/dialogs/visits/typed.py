"""What is typed about a visit: the day, the author's answer, why they are not satisfied."""

from typing import Any

from aiogram.enums import ContentType
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, ShowMode, StartMode, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column, Select

from backend.campaigns import queries as campaigns
from backend.errors import Refusal
from backend.visits import actions, days, queries
from backend.visits.reading import read_out
from bot.context import db_of, language_of, notice, person_of, update_of
from bot.dialogs.mine.buttons import named, split
from bot.dialogs.visits.opening import visit_here
from bot.dialogs.visits.recording import asking, doubt, sure
from bot.states import Visits
from bot.text import Label, T, row_id

SHOWN = 800
"""Characters of a question above its answer."""


async def about(dialog_manager: DialogManager, **_: object) -> dict[str, Any]:
    row = await visit_here(dialog_manager)
    async with db_of(dialog_manager).read() as session:
        rules = await campaigns.edition(session, row.suggestion.edition)
        words = await read_out(session, row.visit, rules, language_of(dialog_manager))
        name = (await queries.names(session, [row]))[row.visit.id]
    shown = words if len(words) <= SHOWN else words[:SHOWN] + "…"
    return {"number": row.suggestion.number, "words": shown, **asking(dialog_manager, row, name)}


async def on_day(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    """Read the day and ask once more: until then the next words are read as the day, too."""
    row = await visit_here(manager)
    if row.visit.done_at:
        await _leave(manager, row.visit.id, "visit-nothing-recorded")
        return
    async with db_of(manager).read() as session:
        rules = await campaigns.edition(session, row.suggestion.edition)
    try:
        since = campaigns.day_of(rules, row.visit.made_at)
        on = days.read(message.text or "", today=campaigns.today(rules), since=since)
    except Refusal as refusal:
        manager.dialog_data.pop("doubt", None)
        notice(manager, refusal.key, **refusal.blanks)
    else:
        await doubt(manager, row, on)


async def on_sure(_callback: CallbackQuery, _select: object, manager: DialogManager, said: str) -> None:
    if await sure(manager, said):
        await _leave(manager, row_id(split(said)[0]))


async def on_answer(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    """Hand in what the author answered, in one message: it goes to those who asked."""
    row = await visit_here(manager)
    try:
        await actions.answered(db_of(manager), **_whose(manager, row), text=message.text or "")
    except Refusal as refusal:
        notice(manager, refusal.key, **refusal.blanks)
    else:
        await _leave(manager, row.visit.id, "visit-answered")


async def on_reason(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    row = await visit_here(manager)
    async with db_of(manager).read() as session:
        told = await queries.attended(session, person_of(manager).id)
    asked, rating = (int(told[2]), told[3]) if told[:1] == ["reason"] else (0, "")
    said: dict[str, Any] = {"rating_id": asked, "rating": rating, "reason": message.text or ""}
    try:
        await actions.rate(db_of(manager), **_whose(manager, row), **said)
    except Refusal as refusal:
        notice(manager, refusal.key, **refusal.blanks)
    else:
        await _leave(manager, row.visit.id, "visit-rated")


def _whose(manager: DialogManager, row: queries.Row) -> dict[str, Any]:
    return {"person_id": person_of(manager).id, "visit_id": row.visit.id, "update": update_of(manager)}


async def on_anything(_message: Message, _input: MessageInput, manager: DialogManager) -> None:
    notice(manager, "kind-not-taken")


async def on_back(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    row = await visit_here(manager)
    await _leave(manager, row.visit.id, "visit-nothing-recorded")


async def _leave(manager: DialogManager, visit_id: int, said: str | None = None) -> None:
    await actions.put_down(db_of(manager), person_id=person_of(manager).id)
    if said:
        notice(manager, said)
    told = {"visit": visit_id}
    await manager.start(Visits.one, told, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)


def windows() -> list[Window]:
    return [
        _window(Visits.day, "day", on_day, named("visit_day_sure", Label("visit-sure"), "sure", on_sure)),
        _window(Visits.answer, "answer", on_answer),
        _window(Visits.reason, "reason", on_reason),
    ]


def _window(state: Any, name: str, on_words: Any, *buttons: Select[Any]) -> Window:
    return Window(
        T(f"visits-{name}"),
        Column(*buttons),
        Button(Label("visit-back"), id=f"visit_{name}_back", on_click=on_back),
        MessageInput(on_words, content_types=[ContentType.TEXT]),
        MessageInput(on_anything),
        getter=about,
        state=state,
    )
