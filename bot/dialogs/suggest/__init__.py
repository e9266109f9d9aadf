"""From the theme to the number: one window a file, in the order of the questions."""

from aiogram_dialog import Dialog, DialogManager

from backend.drafts.model import Step
from bot.dialogs.suggest import (
    answers,
    choices,
    consent,
    files,
    own_page,
    preview,
    sent,
    similar,
    text,
    topics,
)
from bot.going import catch_up


def dialog() -> Dialog:
    return Dialog(
        topics.theme_window(),
        topics.topic_window(),
        text.window(),
        similar.window(),
        choices.window(Step.SCOPE),
        choices.window(Step.RECEIVING_UNIT),
        consent.window(),
        choices.window(Step.IDENTITY),
        answers.window(Step.NAME),
        answers.window(Step.CONTACT),
        answers.window(Step.WORK_UNIT),
        answers.window(Step.SCHOOL),
        answers.window(Step.ADDRESS),
        own_page.window(),
        files.window(),
        preview.window(),
        sent.window(),
        on_process_result=on_return,
    )


async def on_return(_start: object, _result: object, manager: DialogManager) -> None:
    """Come back from a window beside the dialog, in the course of which the draft may have gone on."""
    await catch_up(manager)
