"""Everything at a glance, "change" beside every answer, and the tap that sends."""

from typing import Any
from zoneinfo import ZoneInfo

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, ShowMode, Window
from aiogram_dialog.widgets.kbd import Column, Group, Select
from aiogram_dialog.widgets.text import Format

from backend.campaigns.schema import Campaign
from backend.dates import day_in_words
from backend.drafts.model import Draft, Step
from backend.drafts.steps import asked
from backend.errors import Refusal
from backend.i18n import label
from backend.suggestions import actions as suggestions
from bot.context import db_of, language_of, notice, person_of
from bot.dialogs.behalf.opening import show_sent
from bot.dialogs.suggest.again import again_button, later_button, resendable
from bot.dialogs.suggest.beside import stray_input, take_out_button
from bot.dialogs.suggest.getters import draft_and_rules, draft_shown
from bot.dialogs.suggest.unread import read_button, unread
from bot.going import ask, go
from bot.states import Suggest
from bot.text import Label, T, row_id

ROOM = 3000
"""UTF-16 units for what people said; the rest of the 4096 of a message is for our own words."""
BESIDE = ("for_whom", "theme", "topic", "person", "file_names")
CHANGES = tuple(step for step in Step if step not in {Step.CONSENT, Step.PREVIEW})
"""Every answer that may be changed; which of them are there is the campaign's choice."""


async def on_change(_callback: CallbackQuery, _select: object, manager: DialogManager, said: str) -> None:
    draft, rules = await draft_and_rules(manager)
    for step in asked(draft, rules):
        if step == said and step in CHANGES:
            await ask(manager, step)


async def on_send(_callback: CallbackQuery, _select: object, manager: DialogManager, draft_id: int) -> None:
    """Send the draft that this button was shown for, and no other; a second tap finds it sent."""
    try:
        sent = await suggestions.submit(db_of(manager), person_id=person_of(manager).id, draft_id=draft_id)
    except Refusal as refusal:
        notice(manager, refusal.key, **refusal.blanks)
        await go(manager)
        return
    if sent.officer_id:
        await show_sent(manager, sent.number)
        return
    await manager.switch_to(Suggest.sent, show_mode=ShowMode.SEND)


async def sendable(dialog_manager: DialogManager, **_: object) -> dict[str, Any]:
    """Name the draft in the button: an old one can never send a newer draft."""
    shown = await draft_shown(dialog_manager)
    draft, rules = await draft_and_rules(dialog_manager)
    language = language_of(dialog_manager)
    changes = [step for step in asked(draft, rules) if step in CHANGES]
    return {
        **shown,
        "sendable": [shown["draft_id"]],
        "changes": [(step, label(language, f"suggest-preview-change_{step}")) for step in changes],
        "text": _whole_or_cut(draft.text, ROOM - sum(_units(str(shown[name])) for name in BESIDE), language),
        "button": label(language, "mine-correction-send" if draft.corrects else "suggest-preview-send"),
        "consented": _day(draft, rules, language),
        **resendable(draft, still=shown["still"]),
        **unread(dialog_manager, draft),
    }


def _whole_or_cut(text: str, room: int, language: str) -> str:
    """Shorten a text that would not fit into one message of a chat; all of it is sent."""
    room = max(room, 0)
    if _units(text) <= room:
        return text
    shown = text.encode("utf-16-le")[: 2 * room].decode("utf-16-le", "ignore")
    return label(language, "preview-cut", text=shown, left=str(len(text) - len(shown)))


def _units(text: str) -> int:
    """Count as chat servers do, in UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


def _day(draft: Draft, rules: Campaign, language: str) -> str:
    if draft.consented_at is None:
        return ""
    return day_in_words(draft.consented_at.astimezone(ZoneInfo(rules.time_zone)).date(), language)


def window() -> Window:
    return Window(
        T("suggest-preview"),
        take_out_button(),
        Column(
            read_button(),
            Select(
                Label("suggest-preview-send"),
                id="send",
                item_id_getter=str,
                items="sendable",
                type_factory=row_id,
                on_click=on_send,
            ),
            again_button(),
        ),
        Group(
            Select(
                Format("{item[1]}"),
                id="change",
                item_id_getter=lambda item: item[0],
                items="changes",
                on_click=on_change,
            ),
            width=2,
        ),
        later_button(),
        stray_input(),
        getter=sendable,
        state=Suggest.preview,
    )
