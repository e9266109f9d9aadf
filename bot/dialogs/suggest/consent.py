"""Consent to the processing of personal data, before the first personal question."""

from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column

from backend.campaigns.privacy import privacy_note
from backend.drafts import speaker
from backend.drafts.model import Step
from bot.context import channel_of, language_of, notice
from bot.dialogs.behalf.consent import consent_buttons, on_paper
from bot.dialogs.suggest.back import back_button
from bot.dialogs.suggest.beside import keep_words, stray_input, take_out_button
from bot.dialogs.suggest.getters import draft_and_rules, draft_shown
from bot.dialogs.suggest.words import agrees, declines
from bot.going import answer, go
from bot.other_ways import other_ways
from bot.states import Suggest
from bot.text import Label, T


async def wording(dialog_manager: DialogManager, **_: object) -> dict[str, Any]:
    _draft, rules = await draft_and_rules(dialog_manager)
    return {"wording": privacy_note(rules, language_of(dialog_manager))}


async def on_agree(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await answer(manager, speaker.consent)
    await go(manager)


async def on_words(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    """Take a typed yes or no; anything else said here is kept as part of the text."""
    draft, _rules = await draft_and_rules(manager)
    if draft.subject_id and (agrees(message.text or "") or declines(message.text or "")):
        notice(manager, "behalf-consent-how")  # the form matters: which of the two it was, a tap says
    elif agrees(message.text or ""):
        await answer(manager, speaker.consent)
        await go(manager)
    elif declines(message.text or ""):
        await decline(manager)
    else:
        await keep_words(message, manager)


async def on_decline(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await decline(manager)


async def decline(manager: DialogManager) -> None:
    """Say what is possible without it; the draft stays."""
    _draft, rules = await draft_and_rules(manager)
    places = other_ways(rules, channel_of(manager), language_of(manager))
    notice(manager, "consent-declined", places=places, known="yes" if places else "no")


def window() -> Window:
    return Window(
        T("suggest-consent", when="own"),
        T("behalf-consent", when="behalf"),
        Column(
            Button(Label("suggest-consent-agree"), id="agree", on_click=on_agree),
            Button(Label("suggest-consent-decline"), id="decline", on_click=on_decline),
            when="own",
        ),
        consent_buttons(),
        take_out_button(),
        back_button(Step.CONSENT),
        MessageInput(on_words, content_types=["text"]),
        MessageInput(on_paper, content_types=["photo", "document"]),
        stray_input(),
        getter=[draft_shown, wording],
        state=Suggest.consent,
    )
