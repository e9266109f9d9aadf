"""Answering a tap, which stops the phone's waiting sign."""

import logging

from aiogram.exceptions import TelegramBadRequest
from aiogram.types import CallbackQuery

log = logging.getLogger(__name__)


async def answer_tap(tapped: CallbackQuery) -> None:
    """Answer, where the chat server still waits for it: after an outage it does not."""
    try:
        await tapped.answer()
    except TelegramBadRequest as error:
        log.info("A tap came too late to be answered (%s)", error.message)
