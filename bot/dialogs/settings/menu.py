"""Every setting at a glance, each changed by a tap."""

from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column, SwitchTo, Url
from aiogram_dialog.widgets.text import Format

from backend.i18n import label
from backend.mydata import queries
from backend.people import actions as people
from backend.people.model import Person
from backend.sources import links
from bot.context import channel_of, db_of, doors_of, notice, person_of
from bot.dialogs.language import language_button
from bot.dialogs.settings.mydata import on_certificate, on_mydata
from bot.going import go
from bot.states import Settings
from bot.text import Label, T


async def settings(dialog_manager: DialogManager, **_: object) -> dict[str, Any]:
    person = person_of(dialog_manager)
    async with db_of(dialog_manager).read() as session:
        forgotten = await queries.last_certificate(session, person.id)
    return {
        "language_name": label(person.language, "language-name"),
        "large": _yes(person.large_type),
        "plain": _yes(person.plain_words),
        "quiet": quiet_in_words(person),
        "page": _large_page(dialog_manager),
        "forgotten": forgotten is not None,
    }


def _yes(setting: bool) -> str:  # noqa: FBT001 - a blank of a sentence, made of a column
    return "yes" if setting else "no"


def quiet_in_words(person: Person) -> str:
    start, end = person.quiet_from, person.quiet_until
    if start is None or end is None:
        return label(person.language, "quiet-never")
    night = _yes(start > end)
    return label(person.language, "quiet-in-words", start=str(start), end=str(end), night=night)


def _large_page(manager: DialogManager) -> str:
    """Return where the page of the web chat is shown in large type; "" in other chats."""
    here = links.link(doors_of(manager), channel_of(manager), "") or ""
    wanted = person_of(manager).large_type and channel_of(manager) == "webchat"
    return f"{here.split('?')[0]}?large=1" if here and wanted else ""


async def on_large(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    person = person_of(manager)
    person.large_type = not person.large_type
    await people.choose_large_type(db_of(manager), person_id=person.id, large=person.large_type)
    notice(manager, "settings-large-on" if person.large_type else "settings-large-off")


async def on_plain(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    person = person_of(manager)
    person.plain_words = not person.plain_words
    await people.choose_plain_words(db_of(manager), person_id=person.id, plain=person.plain_words)
    notice(manager, "settings-plain-on" if person.plain_words else "settings-plain-off")


async def on_close(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Go back to where the settings were opened, or to where the draft stands."""
    await manager.done()
    if not manager.has_context():
        await go(manager)


async def on_other_words(_message: Message, _input: MessageInput, manager: DialogManager) -> None:
    """Keep no word said here, and say so."""
    notice(manager, "settings-words-not-here")


def has_page(data: dict[str, Any], _widget: object, _manager: DialogManager) -> bool:
    return bool(data["page"])


def was_forgotten(data: dict[str, Any], _widget: object, _manager: DialogManager) -> bool:
    return bool(data["forgotten"])


def window() -> Window:
    return Window(
        T("settings-menu"),
        Column(
            language_button(),
            Button(Label("settings-menu-large_type"), id="large_type", on_click=on_large),
            Url(Label("settings-menu-large_page"), Format("{page}"), when=has_page),
            Button(Label("settings-menu-plain_words"), id="plain_words", on_click=on_plain),
            SwitchTo(Label("settings-menu-quiet"), id="quiet", state=Settings.quiet),
            Button(Label("settings-menu-mydata"), id="mydata", on_click=on_mydata),
            SwitchTo(Label("settings-menu-consent"), id="consent", state=Settings.consent),
            SwitchTo(Label("settings-menu-forget"), id="forget", state=Settings.forget),
            Button(
                Label("settings-menu-certificate"),
                id="certificate",
                on_click=on_certificate,
                when=was_forgotten,
            ),
            Button(Label("settings-menu-close"), id="close_settings", on_click=on_close),
        ),
        getter=settings,
        state=Settings.menu,
    )
