"""An officer speaks for others: the way in, what was sent, the entries, and what came back."""

from aiogram_dialog import Dialog

from bot.dialogs.behalf import entries, one, sent, start


def dialog() -> Dialog:
    return Dialog(start.window(), sent.window(), entries.window(), one.window())
