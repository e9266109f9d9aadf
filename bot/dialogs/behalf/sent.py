"""What was sent for somebody: number and code to read out, and who comes next."""

from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, ShowMode, StartMode, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Column

from backend.calls import queries as calls
from backend.drafts.model import Draft
from backend.errors import NotFound
from backend.proxy import queries
from backend.suggestions.model import Suggestion
from bot.appointed import officer_of
from bot.context import db_of, notice, person_of
from bot.dialogs.behalf.start import begin
from bot.dialogs.behalf.whose import whose
from bot.dialogs.mine.buttons import named, split
from bot.slips import send_slip
from bot.states import Behalf
from bot.text import Label, T


async def entry_here(manager: DialogManager) -> tuple[Suggestion, Draft]:
    """Return the entry the window is about; a window that lost it is about the newest."""
    started = manager.start_data if isinstance(manager.start_data, dict) else {}
    number = str(manager.dialog_data.get("number") or started.get("number", ""))
    return await entry(manager, number)


async def entry(manager: DialogManager, number: str) -> tuple[Suggestion, Draft]:
    await officer_of(manager)
    person_id = person_of(manager).id
    async with db_of(manager).read() as session:
        if not number:
            newest = await queries.newest(session, person_id)
            number = newest.number if newest else ""
        found = await queries.own(session, person_id, number)
    if found is None:
        raise NotFound("suggestion-missing", number=number)
    return found


async def sent(dialog_manager: DialogManager, **_: object) -> dict[str, Any]:
    suggestion, draft = await entry_here(dialog_manager)
    keys = db_of(dialog_manager).keys
    return {
        **await whose(dialog_manager, draft),
        "number": suggestion.number,
        "code": keys.code_told(suggestion.draft_id, suggestion.code_hash),
        "here": [suggestion.number],
    }


async def on_slip(_callback: CallbackQuery, _select: object, manager: DialogManager, said: str) -> None:
    suggestion, _ = await entry(manager, split(said)[0])
    manager.dialog_data["number"] = suggestion.number
    await send_slip(manager, suggestion.number)


async def on_next(_callback: CallbackQuery, _select: object, manager: DialogManager, said: str) -> None:
    """Begin for the next person: theme and topic stay, nothing of who was here before."""
    _, draft = await entry(manager, split(said)[0])
    await begin(manager, draft.campaign, like=draft.id, call_id=await _call(manager, draft))


async def on_same(_callback: CallbackQuery, _select: object, manager: DialogManager, said: str) -> None:
    """Begin another suggestion of the same person."""
    _, draft = await entry(manager, split(said)[0])
    await begin(manager, draft.campaign, like=draft.id, same=True, call_id=await _call(manager, draft))


async def _call(manager: DialogManager, draft: Draft) -> int | None:
    async with db_of(manager).read() as session:
        return await calls.open_of_entry(session, draft.id)


async def on_finish(_callback: CallbackQuery, _select: object, manager: DialogManager, _said: str) -> None:
    await manager.start(Behalf.start, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)


async def on_words(_message: Message, _input: MessageInput, manager: DialogManager) -> None:
    """Keep nothing that is said now: it is not known for whom."""
    notice(manager, "behalf-sent-words")


def window() -> Window:
    return Window(
        T("behalf-sent"),
        Column(
            named("behalf_slip", Label("behalf-sent-slip"), "here", on_slip),
            named("behalf_next", Label("behalf-sent-next"), "here", on_next),
            named("behalf_same", Label("behalf-sent-same"), "here", on_same),
            named("behalf_finish", Label("behalf-sent-finish"), "here", on_finish),
        ),
        MessageInput(on_words),
        getter=sent,
        state=Behalf.sent,
    )
