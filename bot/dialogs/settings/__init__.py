"""Settings, and what a person may ask of their data; one window a file."""

from aiogram_dialog import Dialog

from bot.dialogs.settings import consent, forget, menu, quiet


def dialog() -> Dialog:
    return Dialog(menu.window(), quiet.window(), consent.window(), forget.window(), forget.sure_window())
