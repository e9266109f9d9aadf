"""One dialog a file; `suggest` has one window a file."""

from aiogram_dialog import Dialog

from bot.dialogs import (
    asked,
    behalf,
    calls,
    collect,
    desk,
    language,
    mine,
    officer,
    quotas,
    rating,
    settings,
    start,
    suggest,
    visits,
)
from bot.intents import use_own_ids


def routers() -> list[Dialog]:
    """Return new dialogs, whose windows open under our own ids: a dialog belongs to one dispatcher."""
    use_own_ids()
    return [
        start.dialog(),
        suggest.dialog(),
        mine.dialog(),
        language.dialog(),
        settings.dialog(),
        asked.dialog(),
        rating.dialog(),
        desk.dialog(),
        officer.dialog(),
        calls.dialog(),
        quotas.dialog(),
        behalf.dialog(),
        visits.dialog(),
        collect.dialog(),
    ]
