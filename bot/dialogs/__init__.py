"""One dialog a file; `suggest` has one window a file."""

from aiogram_dialog import Dialog

from bot.dialogs import language, start, suggest


def routers() -> list[Dialog]:
    """Return new dialogs: a dialog belongs to one dispatcher."""
    return [start.dialog(), suggest.dialog(), language.dialog()]
