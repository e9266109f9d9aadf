"""From the theme to the number: one window a file, in the order of the questions."""

from aiogram_dialog import Dialog

from bot.dialogs.suggest import answers, files, preview, sent, similar, text, topics


def dialog() -> Dialog:
    return Dialog(
        topics.theme_window(),
        topics.topic_window(),
        text.window(),
        similar.window(),
        answers.name_window(),
        answers.contact_window(),
        files.window(),
        preview.window(),
        sent.window(),
    )
