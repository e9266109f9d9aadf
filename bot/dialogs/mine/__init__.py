"""My suggestions: one window a file, from the list to what the author may still do."""

from aiogram_dialog import Dialog

from bot.dialogs.mine import lookup, one, overview, saying, supplement


def dialog() -> Dialog:
    return Dialog(overview.window(), one.window(), supplement.window(), *saying.windows(), *lookup.windows())
