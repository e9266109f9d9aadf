"""A villager's code: the state read out in short, large words, to an officer who becomes no follower."""

from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column
from aiogram_dialog.widgets.text import Text

from backend.campaigns import queries as campaigns
from backend.campaigns.parts import name_of
from backend.dates import day_in_words
from backend.handling import queries as handling
from backend.handling.story import RUNNING
from backend.i18n import label
from backend.people.model import Person
from backend.ratings.actions import RATED_IN
from backend.suggestions import author_queries as author
from backend.suggestions.model import Suggestion
from bot.appointed import officer_of, to_menu_button
from bot.context import db_of, language_of
from bot.dialogs.mine.buttons import named, split
from bot.dialogs.mine.lookup import open_found, proven
from bot.slips import send_slip
from bot.states import Officer as OfficerStates
from bot.text import Label, T
from bot.wording import worded

ROOM = 2000
"""Characters of a reply that is read out here."""


class ReadOut(Text):
    """A sentence in large type and plain words, whatever the officer chose: it is held up or read aloud."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self.key = key

    async def _render_text(self, data: dict[str, Any], manager: DialogManager) -> str:
        reader = Person(language=language_of(manager), large_type=True, plain_words=True)
        blanks = {name: value for name, value in data.items() if isinstance(value, str)}
        above = manager.middleware_data.get("notice")
        words = worded(reader, self.key, **blanks)
        return f"{above}\n\n{words}" if above else words


async def asking(dialog_manager: DialogManager, **_: object) -> dict[str, Any]:
    await officer_of(dialog_manager)
    return {}


async def on_words(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    await officer_of(manager)
    if opened := await proven(manager, message.text or ""):
        await open_found(manager, OfficerStates.found, *opened)


async def found(dialog_manager: DialogManager, **_: object) -> dict[str, Any]:
    """Say the state of what was proven by the code; a window that lost it asks for it again."""
    await officer_of(dialog_manager)
    number = str(dialog_manager.dialog_data.get("proven", ""))
    async with db_of(dialog_manager).read() as session:
        suggestion = await author.with_number(session, number) if number else None
    if suggestion is None:
        again = label(language_of(dialog_manager), "officer-found-again")
        return {"number": "", "told": again, "has_due": "no", "due": "", "slip": []}
    code = dialog_manager.dialog_data["code"]
    return {**await _told(dialog_manager, suggestion), "slip": [f"{number}.{code}"]}


async def _told(manager: DialogManager, suggestion: Suggestion) -> dict[str, str]:
    """Return the state in one or two short sentences, and by when there is an answer."""
    language, unit = language_of(manager), ""
    async with db_of(manager).read() as session:
        if suggestion.unit_id:
            unit = (await handling.unit(session, suggestion.unit_id)).name(language)
    reply = await _reply(manager, suggestion, language)
    told = label(language, f"officer-told-{suggestion.state}", unit=unit)
    waiting = suggestion.state in RUNNING and suggestion.due_on is not None
    return {
        "number": suggestion.number,
        "told": "\n".join(filter(None, (told, reply))),
        "has_due": "yes" if waiting else "no",
        "due": day_in_words(suggestion.due_on, language) if suggestion.due_on else "",
    }


async def _reply(manager: DialogManager, suggestion: Suggestion, language: str) -> str:
    """Return what was answered, to be read out: the code is the author's, and so is the answer."""
    async with db_of(manager).read() as session:
        reply = await handling.reply_to(session, suggestion.id)
        rules = await campaigns.edition(session, suggestion.edition)
    if reply is None or suggestion.state not in RATED_IN:
        return ""
    text = reply.text if len(reply.text) <= ROOM else f"{reply.text[:ROOM]}…"
    outcome = name_of(reply.outcome, rules.outcomes, language)
    return label(language, "officer-told-reply", outcome=outcome, text=text)


async def on_slip(_callback: CallbackQuery, _select: object, manager: DialogManager, said: str) -> None:
    """Print the slip again: the button holds the code, which is looked at once more."""
    number, code = split(said)
    await send_slip(manager, number, code=code)


async def on_another(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    manager.dialog_data.clear()
    await manager.switch_to(OfficerStates.lookup)


async def on_found_words(message: Message, widget: MessageInput, manager: DialogManager) -> None:
    """Take the next villager's number and code at once."""
    manager.dialog_data.pop("asked", None)
    await on_words(message, widget, manager)


def lookup_button() -> Button:
    return Button(Label("officer-menu-lookup"), id="officer_lookup", on_click=on_another)


def windows() -> list[Window]:
    return [
        Window(
            T("officer-lookup"),
            to_menu_button(),
            MessageInput(on_words),
            getter=asking,
            state=OfficerStates.lookup,
        ),
        Window(
            ReadOut("officer-found"),
            Column(
                named("officer_slip", Label("officer-slip"), "slip", on_slip),
                Button(Label("officer-found-another"), id="officer_another", on_click=on_another),
                to_menu_button(),
            ),
            MessageInput(on_found_words),
            getter=found,
            state=OfficerStates.found,
        ),
    ]
