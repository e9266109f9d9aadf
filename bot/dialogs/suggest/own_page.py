"""Personal data on a page of our own: the chat hands out the link and hears nothing of what is said there."""

from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column, Url
from aiogram_dialog.widgets.text import Format

from backend.drafts.model import Step
from backend.drafts.steps import is_answered, next_step, personal
from backend.errors import Refusal
from backend.i18n import label
from backend.own_page import actions as own_page
from bot.context import db_of, language_of, notice, own_pages_of, person_of, update_of
from bot.dialogs.suggest.back import back_button
from bot.dialogs.suggest.beside import on_anything
from bot.dialogs.suggest.getters import draft_and_rules, draft_shown
from bot.dialogs.suggest.known import last_button
from bot.dialogs.suggest.words import is_done
from bot.going import ask
from bot.states import Suggest
from bot.text import Label, T

LINK = "own_page_link"
"""In the data of this one update: a token that is kept nowhere can be read nowhere."""


async def page(dialog_manager: DialogManager, **_: object) -> dict[str, Any]:
    draft, rules = await draft_and_rules(dialog_manager)
    language = language_of(dialog_manager)
    link = dialog_manager.middleware_data.get(LINK, "")
    return {
        "fields": " · ".join(label(language, f"about-{step}") for step in personal(draft, rules)),
        "link": link,
        "linked": "yes" if link else "no",
        "hours": str(round(own_page.OPEN_FOR.total_seconds() / 3600)),
    }


async def on_link(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Make a new link, which ends the older ones, and show it in this window."""
    draft, _rules = await draft_and_rules(manager)
    try:
        token = await own_page.make(
            db_of(manager), person_id=person_of(manager).id, draft_id=draft.id, update=update_of(manager)
        )
    except Refusal as refusal:
        notice(manager, refusal.key, **refusal.blanks)
    else:
        manager.middleware_data[LINK] = f"{own_pages_of(manager)}/{token}"


async def on_filled(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await go_on(manager)


async def go_on(manager: DialogManager) -> None:
    """Go on where the page was filled in; otherwise say what is still waited for."""
    draft, rules = await draft_and_rules(manager)
    if is_answered(draft, rules, Step.OWN_PAGE):
        await ask(manager, next_step(draft, rules))
    else:
        notice(manager, "own_page-not-filled")


async def on_words(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    """Keep no word said here: it may be just what the chat is not to hear."""
    if is_done(message.text or ""):
        await go_on(manager)
    else:
        notice(manager, "own_page-not-here")


async def on_file(message: Message, button: MessageInput, manager: DialogManager) -> None:
    """Take a file as at any step, without the words that came with it."""
    if message.caption:
        notice(manager, "own_page-not-here")
    await on_anything(message.model_copy(update={"caption": None}), button, manager)


def has_link(data: dict[str, Any], _widget: object, _manager: DialogManager) -> bool:
    return bool(data["link"])


def has_no_link(data: dict[str, Any], widget: object, manager: DialogManager) -> bool:
    return not has_link(data, widget, manager)


def window() -> Window:
    return Window(
        T("suggest-own_page"),
        Column(
            Url(Label("suggest-own_page-open"), Format("{link}"), when=has_link),
            Button(Label("suggest-own_page-link"), id="link", on_click=on_link, when=has_no_link),
            Button(Label("suggest-own_page-filled"), id="filled", on_click=on_filled),
        ),
        last_button(Step.OWN_PAGE),
        back_button(Step.OWN_PAGE),
        MessageInput(on_words, content_types=["text", "contact"]),
        MessageInput(on_file),
        getter=[draft_shown, page],
        state=Suggest.own_page,
    )
