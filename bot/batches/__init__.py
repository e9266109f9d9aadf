"""What information officers do in the chat without a window: forms, sheets, letters on paper."""

from aiogram import Dispatcher

from bot.batches import albums, forms, paper, sheets


def register(dispatcher: Dispatcher) -> None:
    """Put what officers send before the dialogs: it counts in whatever window it is sent."""
    forms.register(dispatcher)
    sheets.register(dispatcher)
    albums.register(dispatcher)
    paper.register(dispatcher)
