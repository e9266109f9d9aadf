"""The officer's corner: an invitation, the menu, the event of today, a look-up for others."""

from aiogram_dialog import Dialog

from bot.dialogs.officer import invited, lookup, menu, occasions


def dialog() -> Dialog:
    return Dialog(invited.window(), menu.window(), occasions.window(), *lookup.windows())
