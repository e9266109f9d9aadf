"""Word to bring to those without a chat: what is due, one visit, and what came of it."""

from aiogram_dialog import Dialog

from bot.dialogs.visits import one, overview, typed


def dialog() -> Dialog:
    return Dialog(overview.window(), one.window(), *typed.windows())
