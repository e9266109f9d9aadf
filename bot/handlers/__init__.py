"""What is not a dialog: commands, groups, edited messages, membership, old buttons."""

from aiogram import Dispatcher

from bot import batches
from bot.handlers import commands, desk, edits, groups, membership, officer, old_buttons, own_page, pushed


def register(dispatcher: Dispatcher) -> None:
    """Put the handlers before the dialogs, in the order in which they are asked."""
    groups.register(dispatcher)
    batches.register(dispatcher)
    edits.register(dispatcher)
    own_page.register(dispatcher)
    pushed.register(dispatcher)
    desk.register(dispatcher)
    officer.register(dispatcher)
    commands.register(dispatcher)
    membership.register(dispatcher)
    old_buttons.register(dispatcher)
