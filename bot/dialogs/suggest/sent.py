"""The number, the private query code, what happens next and by when."""

from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, ShowMode, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column

from backend.campaigns import queries as campaigns
from backend.campaigns.deadlines import due_on
from backend.campaigns.schema import Campaign
from backend.dates import day_in_words
from backend.errors import NotFound
from backend.suggestions import queries
from backend.suggestions.model import Suggestion
from bot.beginning import begin_with
from bot.context import db_of, language_of, notice, person_of
from bot.dialogs.mine.buttons import mine_button
from bot.dialogs.share import share_button
from bot.going import open_start
from bot.states import Suggest
from bot.text import Label, T


async def sent(dialog_manager: DialogManager, **_: object) -> dict[str, Any]:
    db = db_of(dialog_manager)
    async with db.read() as session:
        suggestion = await queries.latest_of_author(session, person_of(dialog_manager).id)
        if suggestion is None:
            raise NotFound("suggestion-missing", number="")
        rules = await campaigns.edition(session, suggestion.edition)
    return {
        "number": suggestion.number,
        "code": db.keys.code_told(suggestion.draft_id, suggestion.code_hash),
        "days": str(rules.deadline.days),
        "day_type": rules.deadline.day_type,
        **_by_when(suggestion, rules, language_of(dialog_manager)),
    }


def _by_when(suggestion: Suggestion, rules: Campaign, language: str) -> dict[str, str]:
    """Name the last day for the reply, where it counts from the receipt (R68)."""
    if rules.deadline.starts_at not in {"received", "registered"}:
        return {"known": "no", "by": ""}
    received = suggestion.submitted_at
    return {
        "known": "yes",
        "by": day_in_words(due_on(rules, received=received, forwarded=received), language),
    }


async def on_another(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Begin below: the number and the query code stay where they were read."""
    await open_start(manager, ShowMode.SEND)


async def on_words(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    """Take a long text as the next suggestion, a short one as thanks."""
    if not await begin_with(message, manager):
        notice(manager, "sent-already")


def window() -> Window:
    return Window(
        T("suggest-sent"),
        Column(
            Button(Label("suggest-sent-another"), id="another", on_click=on_another),
            mine_button(),
            share_button(),
        ),
        MessageInput(on_words),
        getter=sent,
        state=Suggest.sent,
    )
