"""A tap on a window of long ago: say so, and show where the person stands now."""

from aiogram import Dispatcher
from aiogram.filters import ExceptionTypeFilter
from aiogram.types import ErrorEvent
from aiogram_dialog import DialogManager, ShowMode
from aiogram_dialog.api.exceptions import OutdatedIntent, UnknownIntent, UnknownState

from backend.drafts import actions as drafts
from backend.drafts import queries
from backend.drafts.model import Draft
from backend.errors import NotAllowed, NotFound
from backend.proxy import aside
from bot.context import db_of, notice, person_of, update_of
from bot.going import open_start, show_place
from bot.taps import answer_tap

LOST = ExceptionTypeFilter(UnknownIntent, OutdatedIntent, UnknownState)


async def on_lost(event: ErrorEvent, dialog_manager: DialogManager) -> None:
    """Go on from the draft, in a new window below."""
    try:
        await _go_on_below(event, dialog_manager)
    except NotAllowed as ended:
        await _tell_and_begin(dialog_manager, ended)


async def on_not_allowed(event: ErrorEvent, dialog_manager: DialogManager) -> None:
    """Say that an appointment is over, and show the way in; what was begun for others stays."""
    if tapped := event.update.callback_query:
        await answer_tap(tapped)
    if isinstance(event.exception, NotAllowed):
        await _tell_and_begin(dialog_manager, event.exception)


async def _tell_and_begin(manager: DialogManager, ended: NotAllowed) -> None:
    notice(manager, ended.key, **ended.blanks)
    await open_start(manager, ShowMode.SEND)


async def _go_on_below(event: ErrorEvent, dialog_manager: DialogManager) -> None:
    tapped = event.update.callback_query
    other = (
        await _other_draft(dialog_manager, tapped.message.message_id) if tapped and tapped.message else None
    )
    if tapped:
        await answer_tap(tapped)
    if other is None:
        of = {"inbox_id": update_of(dialog_manager)}
        stopped = await aside.is_met(db_of(dialog_manager), person_of(dialog_manager), **of)
        notice(dialog_manager, "behalf-erased" if stopped else "old-button")
        await show_place(dialog_manager, ShowMode.SEND)
    else:
        await _go_on_with(dialog_manager, other)


async def _other_draft(manager: DialogManager, message: int) -> Draft | None:
    """Return the draft that was being written at that window, where it is another one and still open."""
    async with db_of(manager).read() as session:
        now = await queries.current(session, person_of(manager).id)
        then = await queries.of_message(session, person_of(manager).id, message)
    return None if then is None or (now and now.id == then.id) else then


async def _go_on_with(manager: DialogManager, draft: Draft) -> None:
    """Go on with a draft in a new window, which is its own from then on."""
    notice(manager, "old-button-draft")
    whose = {"person_id": draft.person_id, "draft_id": draft.id}
    await drafts.pick_up(db_of(manager), **whose, update=update_of(manager))
    await show_place(manager, ShowMode.SEND)
    if message := manager.current_stack().last_message_id:
        await drafts.turn_to(db_of(manager), **whose, message=message)


async def on_gone(_event: ErrorEvent, dialog_manager: DialogManager) -> None:
    """Begin anew where the draft that a window spoke of is no longer open."""
    await open_start(dialog_manager)


def register(dispatcher: Dispatcher) -> None:
    dispatcher.errors.register(on_lost, LOST)
    dispatcher.errors.register(on_not_allowed, ExceptionTypeFilter(NotAllowed))
    dispatcher.errors.register(on_gone, ExceptionTypeFilter(NotFound))
