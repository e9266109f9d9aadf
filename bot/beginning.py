"""Opening a draft: by the button, or by the suggestion itself, typed before anyone asked for it."""

from aiogram.types import Message
from aiogram_dialog import DialogManager, ShowMode, StartMode

from backend.drafts import actions as drafts
from backend.errors import Refusal
from backend.people.values import cleaned
from bot.context import db_of, language_of, message_of, notice, person_of, update_of
from bot.going import go, looked_at, offered
from bot.states import Start

WORTH_KEEPING = 20
"""Characters: a shorter word is a greeting or thanks, a longer one is the suggestion itself."""


async def begin(manager: DialogManager, campaign: str | None = None) -> None:
    """Open a draft and ask for the first answer."""
    if await _open(manager, campaign=campaign):
        await go(manager, ShowMode.SEND)  # the greeting stays where it can be read again


async def begin_with(message: Message, manager: DialogManager) -> bool:
    """Open a draft with these words in it, where they are long enough to be meant; say whether they were."""
    words = cleaned(message.text or "")
    if len(words) < WORTH_KEEPING:
        return False
    await begin_with_words(manager, words, message.message_id, told="kept-as-text")
    return True


async def begin_with_words(manager: DialogManager, words: str, message: int, *, told: str) -> None:
    """Open a draft with these words in it; `told` is the sentence that says so."""
    if await _open(manager, text=words):
        several = len([offer for offer in await offered(manager) if offer.is_open]) > 1
        title = (await looked_at(manager)).campaign.title.said(language_of(manager))
        notice(manager, told)
        if several:
            notice(manager, "kept-in-campaign", campaign=title)
        manager.middleware_data["stray"] = message
        await go(manager)


async def _open(manager: DialogManager, *, campaign: str | None = None, text: str = "") -> bool:
    """Open a draft; where the campaign takes none, show the window that says why."""
    chosen = campaign or (await looked_at(manager)).campaign.id
    try:
        await drafts.start(
            db_of(manager),
            person_id=person_of(manager).id,
            campaign=chosen,
            update=update_of(manager),
            message=message_of(manager),
            text=text,
        )
    except Refusal:
        await manager.start(Start.closed, {"campaign": chosen}, mode=StartMode.RESET_STACK)
        return False
    return True
