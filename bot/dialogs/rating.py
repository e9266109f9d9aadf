"""How satisfied an author is with a reply (R118, R119): a tap, and words for one who is not."""

from typing import Any

from aiogram.enums import ContentType
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import Dialog, DialogManager, ShowMode, StartMode, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button

from backend.campaigns import queries as campaigns
from backend.campaigns.parts import name_of
from backend.dates import day_in_words
from backend.errors import NotFound, Refusal
from backend.i18n import say
from backend.ratings import actions as ratings
from backend.ratings import queries
from backend.ratings.model import Rating
from backend.suggestions.model import Suggestion, SuggestionState
from bot.context import db_of, language_of, notice, person_of, update_of
from bot.going import go
from bot.states import Rate
from bot.text import Label, T, row_id

NEXT = {
    SuggestionState.SIGNED: "rate-thanks-reopened",
    SuggestionState.CLOSED: "rate-thanks-closed",
    SuggestionState.REPLIED: "rate-thanks-noted",
}
"""What happens after a rating, by the state to which it led."""


async def rate(message: Message, manager: DialogManager, asked: str, chosen: str) -> None:
    """Take a tapped rating; one that needs a reason asks for it first."""
    db, person = db_of(manager), person_of(manager)
    async with db.read() as session:
        found = await queries.own(session, person.id, row_id(asked))
        if found is None:
            raise NotFound("rating-missing")
        rules = await campaigns.edition(session, found[0].edition)
    said = next((each for each in rules.ratings if each.id == chosen), None)
    if said is None:
        raise NotFound("rating-missing")
    if said.satisfied or found[1].given_at:
        await _give(message, manager, found, chosen, found[1].reason or "")
        return
    await ratings.explain(db, person_id=person.id, rating_id=found[1].id, rating=chosen)
    await manager.start(Rate.reason, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)


async def _give(
    message: Message, manager: DialogManager, found: tuple[Suggestion, Rating], chosen: str, reason: str
) -> None:
    """Write the rating down, say thanks and what happens next."""
    language, about = language_of(manager), found[0]
    after = await ratings.give(
        db_of(manager),
        person_id=person_of(manager).id,
        number=about.number,
        unit_id=found[1].unit_id,
        promise=found[1].promise,
        rating=chosen,
        reason=reason,
        update=update_of(manager),
    )
    async with db_of(manager).read() as session:
        rules = await campaigns.edition(session, after.edition)
    await message.answer(
        say(
            language,
            NEXT[after.state],
            number=after.number,
            rating=name_of(chosen, rules.ratings, language),
            due=day_in_words(after.due_on, language) if after.due_on else "",
        )
    )


async def explaining(manager: DialogManager) -> tuple[tuple[Suggestion, Rating], str] | None:
    """Return the rating this person is giving a reason for, and which it is."""
    async with db_of(manager).read() as session:
        return await queries.explaining(session, person_of(manager).id)


async def shown(dialog_manager: DialogManager, **_: object) -> dict[str, Any]:
    found = await explaining(dialog_manager)
    if found is None:
        raise NotFound("rating-missing")
    (suggestion, _row), chosen = found
    async with db_of(dialog_manager).read() as session:
        rules = await campaigns.edition(session, suggestion.edition)
    said = next(each for each in rules.ratings if each.id == chosen)
    return {
        "number": suggestion.number,
        "rating": said.name.said(language_of(dialog_manager)),
        "again": "yes" if said.second_handling and not suggestion.reopened else "no",
    }


async def on_words(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    found = await explaining(manager)
    if found is None:
        notice(manager, "rate-over")
        await go(manager)
        return
    try:
        await _give(message, manager, found[0], found[1], message.text or "")
    except Refusal as refusal:
        notice(manager, refusal.key, **refusal.blanks)
        return
    await _leave(manager)


async def on_anything(_message: Message, _input: MessageInput, manager: DialogManager) -> None:
    notice(manager, "rate-words-only")


async def on_later(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    notice(manager, "rate-left")
    await _leave(manager)


async def _leave(manager: DialogManager) -> None:
    await ratings.put_down(db_of(manager), person_id=person_of(manager).id)
    await go(manager, ShowMode.SEND)


def dialog() -> Dialog:
    return Dialog(
        Window(
            T("rate-reason"),
            Button(Label("rate-reason-later"), id="rate_later", on_click=on_later),
            MessageInput(on_words, content_types=[ContentType.TEXT]),
            MessageInput(on_anything),
            getter=shown,
            state=Rate.reason,
        )
    )
