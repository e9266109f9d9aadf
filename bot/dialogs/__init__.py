"""One dialog a file; `suggest` has one window a file."""

from aiogram_dialog import Dialog

from bot.dialogs import asked, desk, language, mine, rating, settings, start, suggest


def routers() -> list[Dialog]:
    """Return new dialogs: a dialog belongs to one dispatcher."""
    return [
        start.dialog(),
        suggest.dialog(),
        mine.dialog(),
        language.dialog(),
        settings.dialog(),
        asked.dialog(),
        rating.dialog(),
        desk.dialog(),
    ]
