"""/offline: the one-time link that signs a phone in for collecting without signal, and phones so far."""

import logging
from typing import Any

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import CallbackQuery, MenuButtonDefault, MenuButtonWebApp, Message, WebAppInfo
from aiogram_dialog import Dialog, DialogManager, StartMode, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column, Select, Url
from aiogram_dialog.widgets.text import Format

from backend.collecting import actions, queries
from backend.dates import HOUSE_ZONE, moment_in_words
from backend.errors import Refusal
from backend.i18n import label
from backend.officers import queries as officers
from bot.appointed import leave_button, officer_or_none
from bot.context import collect_of, db_of, language_of, notice, person_of
from bot.states import Collect
from bot.text import Label, T, row_id

log = logging.getLogger(__name__)

LINK = "collect_link"
"""In the data of this one update: a token that is kept nowhere can be read nowhere."""


async def open_collect(manager: DialogManager) -> None:
    """Show a new link to who is in office, and put the page beside the composer; Refusal for others."""
    try:
        await _make_link(manager)
    except Refusal:
        await _offer_page(manager, offered=False)
        raise
    await manager.start(Collect.phone, mode=StartMode.RESET_STACK)
    await _offer_page(manager, offered=True)


async def _make_link(manager: DialogManager) -> None:
    token = await actions.make_link(db_of(manager), person_id=person_of(manager).id)
    manager.middleware_data[LINK] = f"{collect_of(manager)}#link={token}"


async def _offer_page(manager: DialogManager, *, offered: bool) -> None:
    """Set the chat's menu button, which leads to the page without a link; Telegram takes https alone."""
    bot: Bot = manager.middleware_data["bot"]
    page = WebAppInfo(url=collect_of(manager))
    words = label(language_of(manager), "collect-menu")
    menu = MenuButtonWebApp(text=words, web_app=page) if offered else MenuButtonDefault()
    try:
        await bot.set_chat_menu_button(chat_id=person_of(manager).chat, menu_button=menu)
    except TelegramBadRequest as error:
        log.info("The menu button was not taken (%s)", error.label)


async def phone(dialog_manager: DialogManager, **_: object) -> dict[str, Any]:
    link = dialog_manager.middleware_data.get(LINK, "")
    async with db_of(dialog_manager).read() as session:
        officer = await officers.of_person(session, person_of(dialog_manager).id)
        known = await queries.phones(session, officer.id) if officer else []
    language = language_of(dialog_manager)
    return {
        "link": link,
        "linked": "yes" if link else "no",
        "hours": str(round(actions.OPEN_FOR.total_seconds() / 3600)),
        "phones": len(known),
        "known": [
            {"id": str(one.id), "since": moment_in_words(one.signed_in_at, str(HOUSE_ZONE), language)}
            for one in known
            if one.signed_in_at
        ],
    }


async def on_link(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    try:
        await _make_link(manager)
    except Refusal as refusal:
        notice(manager, refusal.key, **refusal.blanks)


async def on_end(_callback: CallbackQuery, _select: object, manager: DialogManager, said: str) -> None:
    """Sign one of the officer's own phones out."""
    officer = await officer_or_none(manager)
    try:
        whose = officer.id if officer else 0
        await actions.sign_out(db_of(manager), device_id=row_id(said), officer_id=whose)
    except Refusal as refusal:
        notice(manager, refusal.key, **refusal.blanks)
    else:
        notice(manager, "collect-phone-ended")


async def on_words(_message: Message, _input: MessageInput, manager: DialogManager) -> None:
    """Keep no word said here: it may be a villager's name."""
    notice(manager, "collect-words-not-here")


def has_link(data: dict[str, Any], _widget: object, _manager: DialogManager) -> bool:
    return bool(data["link"])


def has_no_link(data: dict[str, Any], widget: object, manager: DialogManager) -> bool:
    return not has_link(data, widget, manager)


def dialog() -> Dialog:
    return Dialog(
        Window(
            T("collect-phone"),
            Column(
                Url(Label("collect-phone-open"), Format("{link}"), when=has_link),
                Button(Label("collect-phone-link"), id="link", on_click=on_link, when=has_no_link),
                Select(
                    Label("collect-phone-end"),
                    id="end",
                    item_id_getter=lambda item: item["id"],
                    items="known",
                    on_click=on_end,
                ),
                leave_button("close_collect", "collect-phone-close"),
            ),
            MessageInput(on_words),
            getter=phone,
            state=Collect.phone,
        )
    )
