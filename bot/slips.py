"""The villager's slip, sent into the officer's chat as a picture and as a PDF to print."""

from aiogram import Bot
from aiogram.types import BufferedInputFile
from aiogram_dialog import DialogManager, ShowMode

from backend.campaigns import queries as campaigns
from backend.errors import NotFound, Refusal
from backend.i18n import label
from backend.printing.slips import LOOKUP, Slip, slip
from backend.proxy import queries as proxy
from backend.sources import links
from backend.suggestions import lookup
from backend.suggestions.model import Suggestion
from bot.appointed import officer_of
from bot.context import channel_of, db_of, doors_of, language_of, notice, person_of


async def send_slip(manager: DialogManager, number: str, *, code: str = "") -> None:
    """Send the slip of what this officer entered, or of what `code` proves; a refusal is put above.

    The window comes anew below it.
    """
    try:
        suggestion, told = await _known(manager, number, code)
        made = await _made(manager, suggestion, told)
    except Refusal as refusal:
        notice(manager, refusal.key, **refusal.blanks)
        return
    await _send(manager, suggestion.number, made)
    notice(manager, "officer-slip-sent", number=suggestion.number)
    manager.show_mode = ShowMode.SEND


async def _known(manager: DialogManager, number: str, code: str) -> tuple[Suggestion, str]:
    """Return the suggestion and its query code, as far as this officer may know them."""
    await officer_of(manager)
    db, person = db_of(manager), person_of(manager)
    if code:
        return await lookup.find(db, person_id=person.id, number=number, code=code), code
    async with db.read() as session:
        own = await proxy.own(session, person.id, number)
    if own is None:
        raise NotFound("suggestion-missing", number=number)
    suggestion, _ = own
    return suggestion, db.keys.code_told(suggestion.draft_id, suggestion.code_hash)


async def _made(manager: DialogManager, suggestion: Suggestion, code: str) -> Slip:
    async with db_of(manager).read() as session:
        rules = await campaigns.edition(session, suggestion.edition)
    return await slip(
        rules,
        suggestion,
        code=code,
        link=links.link(doors_of(manager), channel_of(manager), LOOKUP + suggestion.number),
        language=language_of(manager),
    )


async def _send(manager: DialogManager, number: str, made: Slip) -> None:
    bot: Bot = manager.middleware_data["bot"]
    chat = person_of(manager).chat
    name = label(language_of(manager), "officer-slip-file", number=number)
    await bot.send_document(chat, BufferedInputFile(made.pdf, f"{name}.pdf"))
    await bot.send_photo(chat, BufferedInputFile(made.png, f"{name}.png"))
