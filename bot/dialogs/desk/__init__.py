"""The desk of linked staff: what waits, one of it, a question to its author, what was answered."""

from aiogram_dialog import Dialog

from bot.dialogs.desk import answers, asking, one, waiting


def dialog() -> Dialog:
    return Dialog(waiting.window(), one.window(), asking.window(), answers.window())
