"""A suggestion that was returned is put right in its own draft, the reason on top of every window (R56)."""

from typing import Any

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, ShowMode, StartMode
from aiogram_dialog.widgets.kbd import Select

from backend.drafts import actions as drafts
from backend.drafts import queries
from backend.drafts.model import Draft
from backend.errors import Refusal
from backend.suggestions import reopening
from backend.visits import actions as visits
from bot.context import db_of, message_of, notice, person_of, update_of
from bot.dialogs.suggest.lists import one_button
from bot.going import go
from bot.states import Behalf, Mine
from bot.text import row_id


async def open_again(manager: DialogManager, number: str, *, own: bool) -> None:
    """Open the draft of a returned suggestion: one's own, or one entered for others."""
    reopen = reopening.open_again if own else visits.reopen
    try:
        await reopen(
            db_of(manager),
            person_id=person_of(manager).id,
            number=number,
            update=update_of(manager),
            message=message_of(manager),
        )
    except Refusal as refusal:
        notice(manager, refusal.key, **refusal.blanks)
    else:
        await go(manager, ShowMode.SEND)


def resendable(draft: Draft, *, still: bool) -> dict[str, Any]:
    """Return the draft to be handed in again, in place of the one to be sent; `still` while that may be."""
    if not draft.corrects:
        return {"again": [], "later": []}
    return {"again": [str(draft.id)] if still else [], "later": [str(draft.id)], "sendable": []}


async def on_again(_callback: CallbackQuery, _select: object, manager: DialogManager, draft_id: int) -> None:
    """Hand in the draft this button was shown for; a second tap finds it handed in."""
    draft = await _here(manager, draft_id)
    hand_in = visits.correct if draft and draft.subject_id else reopening.hand_in
    whose = {"person_id": person_of(manager).id, "draft_id": draft_id}
    try:
        number = await hand_in(db_of(manager), **whose, update=update_of(manager))
    except Refusal as refusal:
        notice(manager, refusal.key, **refusal.blanks)
        await go(manager)
    else:
        notice(manager, "mine-correction-done", number=number)
        await _show_sent(manager, draft)


async def on_later(_callback: CallbackQuery, _select: object, manager: DialogManager, draft_id: int) -> None:
    """Leave it for now: what was changed so far is kept."""
    notice(manager, "suggest-later")
    await _show_sent(manager, await _here(manager, draft_id))


async def give_up(manager: DialogManager, draft_id: int, gone: str = "draft-discarded") -> str:
    """Give a draft up, and return what to say of it: `gone`, or that what was sent stays as it was."""
    draft = await _here(manager, draft_id)
    whose = {"person_id": person_of(manager).id, "draft_id": draft_id}
    if not await drafts.discard(db_of(manager), **whose, update=update_of(manager)):
        return "draft-missing"
    return "suggest-unchanged" if draft and draft.corrects else gone


async def _here(manager: DialogManager, draft_id: int) -> Draft | None:
    async with db_of(manager).read() as session:
        return await queries.own(session, person_of(manager).id, draft_id)


async def _show_sent(manager: DialogManager, draft: Draft | None) -> None:
    state: State = Behalf.entries if draft and draft.subject_id else Mine.overview
    await manager.start(state, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)


def again_button() -> Select[Any]:
    return one_button("again", "again", "mine-correction-send", on_again, row_id)


def later_button() -> Select[Any]:
    return one_button("later", "later", "suggest-later-leave", on_later, row_id)
