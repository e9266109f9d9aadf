"""What a machine read from a photo and nobody has read yet: the preview asks for that before it sends."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Select

from backend.drafts import proposals
from backend.drafts.model import Draft
from bot.context import notice
from bot.dialogs.suggest.lists import one_button
from bot.going import answer, go


def unread(manager: DialogManager, draft: Draft) -> dict[str, Any]:
    """Return the draft to be confirmed, in place of the one to be sent."""
    if not draft.unread:
        return {"unread": []}
    if not manager.middleware_data.get("notice"):
        notice(manager, "proposal-unread")
    return {"unread": [str(draft.id)], "sendable": [], "again": []}


async def on_read(_callback: CallbackQuery, _select: object, manager: DialogManager, _draft: str) -> None:
    await answer(manager, proposals.confirm)
    await go(manager)


def read_button() -> Select[Any]:
    return one_button("read", "unread", "suggest-preview-read", on_read)
