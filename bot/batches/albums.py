"""The photos of an album after the one with the form: each is an update of its own, and follows the first."""

from aiogram import Dispatcher
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.fsm.context import FSMContext
from aiogram.types import Message
from aiogram_dialog import DialogManager

from backend.batches import albums
from backend.campaigns import queries as campaigns
from backend.errors import Refusal
from backend.i18n import say
from bot.appointed import officer_or_none
from bot.context import db_of, language_of, person_of, update_of
from bot.dialogs.suggest.intake import keep_file

REFUSED = "refused_album"


async def is_of_album(message: Message, *, edited: bool = False) -> bool:
    return bool(message.media_group_id and (message.photo or message.document) and not edited)


async def on_photo(message: Message, dialog_manager: DialogManager, state: FSMContext) -> None:
    """Keep a photo with the suggestion of its album; of another album, let the window have it."""
    group = message.media_group_id or ""
    officer = await officer_or_none(dialog_manager)
    if officer is None:
        raise SkipHandler
    async with db_of(dialog_manager).read() as session:
        suggestion = await albums.entered(session, person_of(dialog_manager).id, group)
        rules = await campaigns.edition(session, suggestion.edition) if suggestion else None
    language = language_of(dialog_manager)
    if rules is None:
        if (await state.get_data()).get(REFUSED) != group:
            raise SkipHandler
        await message.answer(say(language, "batch-photo-refused"))
        return
    kept = await keep_file(message, dialog_manager, rules.files)
    if kept is None:
        await message.answer(dialog_manager.middleware_data.pop("notice"))
        return
    try:
        number = await albums.add(
            db_of(dialog_manager),
            person_id=person_of(dialog_manager).id,
            group=group,
            file=(kept.sha256, kept.name),
            update=update_of(dialog_manager),
        )
    except Refusal as refusal:
        await message.answer(say(language, refusal.key, **refusal.blanks))
    else:
        await message.answer(say(language, "batch-photo-added", number=number))


def register(dispatcher: Dispatcher) -> None:
    dispatcher.message.register(on_photo, is_of_album)
