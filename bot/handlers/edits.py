"""An edited message replaces the part it said before."""

from typing import Any

from aiogram import Dispatcher
from aiogram.types import Message
from aiogram_dialog import DialogManager

from backend.drafts import actions as drafts
from backend.errors import Refusal
from backend.questions import answering
from bot.context import db_of, notice, person_of, update_of
from bot.going import show_place


def register(dispatcher: Dispatcher) -> None:
    async def on_edited(message: Message, **data: Any) -> Any:
        """Send it the way of a message, so that the window is shown anew."""
        data = {key: value for key, value in data.items() if key not in {"handler", "event_update"}}
        return await dispatcher.propagate_event("message", message, edited=True, **data)

    dispatcher.edited_message.register(on_edited)
    dispatcher.message.register(on_correction, is_edited)


async def is_edited(_message: Message, *, edited: bool = False) -> bool:
    return edited


async def on_correction(message: Message, dialog_manager: DialogManager) -> None:
    words = message.text or message.caption or ""
    try:
        draft = await drafts.correct(
            db_of(dialog_manager),
            person_id=person_of(dialog_manager).id,
            message=message.message_id,
            text=words,
            update=update_of(dialog_manager),
        )
        taken = draft is not None or await answering.correct(
            db_of(dialog_manager),
            person_id=person_of(dialog_manager).id,
            message=message.message_id,
            text=words,
        )
    except Refusal as refusal:
        notice(dialog_manager, refusal.key, **refusal.blanks)
    else:
        notice(dialog_manager, "edit-taken" if taken else "edit-too-late")
    await show_place(dialog_manager)
