"""The officer's way in: somebody new, an entry that is not finished, what was sent, what is to be told."""

from collections.abc import Sequence
from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, ShowMode, StartMode, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column, Row

from backend.drafts import actions as drafts
from backend.drafts.model import Draft
from backend.errors import Refusal
from backend.handling import queries as handling
from backend.i18n import label
from backend.proxy import queries, speaking
from backend.visits import queries as visits
from bot.appointed import leave_button, officer_of
from bot.context import db_of, language_of, message_of, notice, person_of, update_of
from bot.dialogs.mine.buttons import named
from bot.dialogs.mine.shown import beginning
from bot.dialogs.suggest.again import give_up
from bot.dialogs.suggest.lists import answer_list
from bot.going import go, offered
from bot.states import Behalf, Visits
from bot.text import Label, T, row_id

MOST = 5
"""Unfinished entries in one window: the others come up when these are done."""


async def start(dialog_manager: DialogManager, **_: object) -> dict[str, Any]:
    officer, language = await officer_of(dialog_manager), language_of(dialog_manager)
    person_id, doubt = person_of(dialog_manager).id, int(dialog_manager.dialog_data.get("doubt", 0))
    async with db_of(dialog_manager).read() as session:
        unit = await handling.unit(session, officer.unit_id)
        unfinished = (await queries.open_ones(session, person_id))[:MOST]
        waiting = await visits.waiting(session, person_id)
    offers = [offer.campaign for offer in await offered(dialog_manager) if offer.is_open]
    begin = [
        (rules.id, label(language, "behalf-start-begin", campaign=rules.title.said(language)))
        for rules in offers
    ]
    return {
        "unit": unit.name(language),
        "campaigns": begin,
        "open": "yes" if begin else "no",
        "unfinished": [_button(draft, language) for draft in unfinished],
        **_throwing_away(unfinished, doubt),
        "any": "yes" if unfinished else "no",
        "count": str(len(unfinished)),
        "visits": "yes" if waiting.rows else "no",
    }


def _button(draft: Draft, language: str) -> tuple[str, str]:
    """Offer to go on with an entry, named as far as the chat may name it."""
    return str(draft.id), label(language, "behalf-start-go_on", beginning=_known_by(draft) or "…")


def _known_by(draft: Draft) -> str:
    name = "" if draft.on_own_page else draft.name or ""
    return " · ".join(part for part in (name, beginning(draft.text)[:30]) if part)


def _throwing_away(unfinished: Sequence[Draft], doubt: int) -> dict[str, Any]:
    """Return the buttons that throw the first one away, and once it was tapped those that make sure of it."""
    doubted = next((draft for draft in unfinished if draft.id == doubt), None)
    return {
        "newest": [str(unfinished[0].id)] if unfinished and not doubted else [],
        "sure": [str(doubted.id)] if doubted else [],
        "doubted": "yes" if doubted else "no",
        "whose": (_known_by(doubted) or "…") if doubted else "",
    }


async def on_begin(_callback: CallbackQuery, _select: object, manager: DialogManager, campaign: str) -> None:
    await begin(manager, campaign)


async def begin(manager: DialogManager, campaign: str, **like: Any) -> None:
    """Open an entry and ask the first question below; a refusal says why that cannot be."""
    try:
        await speaking.begin(
            db_of(manager),
            person_id=person_of(manager).id,
            campaign=campaign,
            update=update_of(manager),
            message=message_of(manager),
            **like,
        )
    except Refusal as refusal:
        notice(manager, refusal.key, **refusal.blanks)
        await manager.start(Behalf.start, mode=StartMode.RESET_STACK)
    else:
        await go(manager, ShowMode.SEND)


async def on_go_on(_callback: CallbackQuery, _select: object, manager: DialogManager, said: str) -> None:
    whose = {"person_id": person_of(manager).id, "draft_id": row_id(said)}
    try:
        await drafts.pick_up(db_of(manager), **whose, update=update_of(manager), message=message_of(manager))
    except Refusal as refusal:
        notice(manager, refusal.key, **refusal.blanks)
    else:
        await go(manager, ShowMode.SEND)


async def on_throw_away(_callback: CallbackQuery, _select: object, manager: DialogManager, said: str) -> None:
    """Ask once more, under the name of whose it is."""
    manager.dialog_data["doubt"] = row_id(said)


async def on_keep(_callback: CallbackQuery, _select: object, manager: DialogManager, _said: str) -> None:
    manager.dialog_data.pop("doubt", None)


async def on_sure(_callback: CallbackQuery, _select: object, manager: DialogManager, said: str) -> None:
    await officer_of(manager)
    manager.dialog_data.pop("doubt", None)
    notice(manager, await give_up(manager, row_id(said), gone="behalf-discarded"))


async def on_entries(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await manager.switch_to(Behalf.entries)


async def on_visits(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await manager.start(Visits.overview, mode=StartMode.RESET_STACK)


async def on_words(_message: Message, _input: MessageInput, manager: DialogManager) -> None:
    """Keep nothing: nobody knows yet for whom it would be."""
    notice(manager, "behalf-begin-first")


def window() -> Window:
    return Window(
        T("behalf-start"),
        answer_list("campaigns", "behalf_begin", on_begin),
        answer_list("unfinished", "behalf_go_on", on_go_on),
        Column(
            named("behalf_throw_away", Label("behalf-start-throw_away"), "newest", on_throw_away),
            named("behalf_sure", Label("behalf-start-sure"), "sure", on_sure),
            named("behalf_keep", Label("behalf-start-keep"), "sure", on_keep),
            Button(Label("behalf-start-entries"), id="behalf_entries", on_click=on_entries),
            Button(Label("behalf-start-visits"), id="behalf_visits", on_click=on_visits),
        ),
        Row(leave_button("behalf_leave")),
        MessageInput(on_words),
        getter=start,
        state=Behalf.start,
    )
