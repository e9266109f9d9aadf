"""Close public suggestions: mine is different, or I support this one instead."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column, Select

from backend.drafts import actions as drafts
from backend.errors import Refusal
from backend.i18n import label
from backend.suggestions import actions as suggestions
from backend.suggestions.similar import Close, closest
from bot.context import db_of, index_of, language_of, notice, person_of, update_of
from bot.dialogs.behalf.whose import whose
from bot.dialogs.suggest.beside import on_anything
from bot.going import draft_of, go, open_start
from bot.states import Suggest
from bot.text import Label, T

SHOWN = 120
"""Characters of each suggestion; the three together stay well within one message."""


async def offer_similar(manager: DialogManager) -> None:
    """Show close suggestions before the next question, where there are any."""
    draft = await draft_of(manager)
    if draft and not draft.corrects and await closest(index_of(manager), draft.text):
        await manager.switch_to(Suggest.similar)


async def similar(dialog_manager: DialogManager, **_: object) -> dict[str, Any]:
    draft = await draft_of(dialog_manager)
    found = await closest(index_of(dialog_manager), draft.text) if draft else []
    language = language_of(dialog_manager)
    return {
        "found": [] if draft and draft.subject_id else [{"number": close.number} for close in found],
        "for_whom": (await whose(dialog_manager, draft))["for_whom"] if draft else "",
        "listed": "\n\n".join(_line(close, language) for close in found),
    }


def _line(close: Close, language: str) -> str:
    text = close.text if len(close.text) <= SHOWN else close.text[:SHOWN] + "…"
    state = close.outcome.said(language) if close.outcome else label(language, f"similar-{close.state}")
    supporters = str(close.supporters)
    return label(language, "similar-line", number=close.number, text=text, state=state, supporters=supporters)


async def on_support(_callback: CallbackQuery, _select: object, manager: DialogManager, number: str) -> None:
    """Follow that suggestion; the draft is given up, as the person said."""
    db, person = db_of(manager), person_of(manager)
    draft = await draft_of(manager)
    if draft and draft.subject_id:  # support is the officer's own voice, and not the subject's
        await go(manager)
        return
    try:
        await suggestions.support(db, person_id=person.id, number=number)
    except Refusal as refusal:
        notice(manager, refusal.key, **refusal.blanks)
        return
    if draft:
        await drafts.discard(db, draft_id=draft.id, person_id=person.id, update=update_of(manager))
    notice(manager, "supported", number=number)
    await open_start(manager)


async def on_different(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await go(manager)


def window() -> Window:
    return Window(
        T("suggest-similar"),
        Column(
            Button(Label("suggest-similar-different"), id="different", on_click=on_different),
            Select(
                Label("suggest-similar-support"),
                id="support",
                item_id_getter=lambda item: item["number"],
                items="found",
                on_click=on_support,
            ),
        ),
        MessageInput(on_anything),
        getter=similar,
        state=Suggest.similar,
    )
