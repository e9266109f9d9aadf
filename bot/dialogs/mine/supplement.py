"""Adding to a suggestion after it was sent: each message and each file is kept at once."""

from typing import Any

from aiogram.enums import ContentType
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Column

from backend.campaigns import queries as campaigns
from backend.errors import Refusal
from backend.suggestions import author as verbs
from backend.suggestions import author_queries as author
from backend.suggestions.model import Suggestion
from bot.context import db_of, notice, person_of, update_of
from bot.dialogs.mine.buttons import named, open_at, split
from bot.dialogs.mine.shown import own_here
from bot.dialogs.suggest.intake import keep_file
from bot.dialogs.suggest.words import is_done
from bot.states import Mine
from bot.text import Label, T


async def supplement(dialog_manager: DialogManager, **_: object) -> dict[str, Any]:
    suggestion = await being_added_to(dialog_manager)
    async with db_of(dialog_manager).read() as session:
        added = await author.supplements(session, suggestion)
    return {"number": suggestion.number, "added": len(added), "here": [suggestion.number]}


async def being_added_to(manager: DialogManager) -> Suggestion:
    """Return what is being added to, as the database knows it: the window's own memory may be gone."""
    async with db_of(manager).read() as session:
        noted = await author.being_added_to(session, person_of(manager).id)
    return noted or await own_here(manager)


async def on_words(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    suggestion = await being_added_to(manager)
    if is_done(message.text or ""):
        await end(manager, suggestion.number)
    elif await _add(manager, suggestion.number, message.text or ""):
        notice(manager, "mine-supplement-kept", number=suggestion.number)


async def on_file(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    """Keep a file and its caption; what is neither words nor a file is not taken."""
    if message.content_type not in {ContentType.DOCUMENT, ContentType.PHOTO}:
        notice(manager, "kind-not-taken")
        return
    suggestion = await being_added_to(manager)
    async with db_of(manager).read() as session:
        rules = await campaigns.edition(session, suggestion.edition)
    kept = await keep_file(message, manager, rules.files)
    caption = message.caption or ""
    if kept and await _add(manager, suggestion.number, caption, (kept.sha256, kept.name)):
        notice(manager, "mine-supplement-file", name=kept.name, number=suggestion.number)
        if not kept.checked:
            notice(manager, "file-still-checked")
    elif caption.strip() and await _add(manager, suggestion.number, caption):
        notice(manager, "caption-kept-alone")


async def _add(manager: DialogManager, number: str, text: str, *files: tuple[str, str]) -> bool:
    try:
        await verbs.supplement(
            db_of(manager),
            person_id=person_of(manager).id,
            number=number,
            text=text,
            update=update_of(manager),
            files=files,
        )
    except Refusal as refusal:
        notice(manager, refusal.key, **refusal.blanks)
        return False
    return True


async def end(manager: DialogManager, number: str) -> None:
    await verbs.end_adding(db_of(manager), person_id=person_of(manager).id)
    notice(manager, "mine-supplement-ended")
    await open_at(manager, Mine.one, number)


async def on_done(_callback: CallbackQuery, _select: object, manager: DialogManager, said: str) -> None:
    await end(manager, split(said)[0])


async def on_back(_callback: CallbackQuery, _select: object, manager: DialogManager, said: str) -> None:
    await verbs.end_adding(db_of(manager), person_id=person_of(manager).id)
    await open_at(manager, Mine.one, split(said)[0])


def window() -> Window:
    return Window(
        T("mine-supplement"),
        Column(
            named("mine_supplement_done", Label("mine-supplement-done"), "here", on_done),
            named("mine_supplement_back", Label("mine-to-one"), "here", on_back),
        ),
        MessageInput(on_words, content_types=["text"]),
        MessageInput(on_file),
        getter=supplement,
        state=Mine.supplement,
    )
