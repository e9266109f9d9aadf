"""A card to pass on: the campaign's words, its link and QR code (R39, R110)."""

from aiogram.types import BufferedInputFile, CallbackQuery, Message
from aiogram_dialog import DialogManager, ShowMode
from aiogram_dialog.widgets.kbd import Button

from backend.campaigns import queries as campaigns
from backend.campaigns.schema import Campaign
from backend.i18n import say
from backend.sources import actions as sources
from backend.sources import links
from backend.suggestions import queries
from bot.context import channel_of, db_of, doors_of, language_of, notice, person_of
from bot.going import looked_at
from bot.states import Suggest
from bot.text import Label


async def on_share(callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Send the card below; who comes by it is counted for this person, who stays unnamed."""
    person, rules, language = person_of(manager), await _shown(manager), language_of(manager)
    source = await sources.share(db_of(manager), person_id=person.id, campaign=rules.id)
    link = links.link(doors_of(manager), channel_of(manager), source.code)
    if link is None or not isinstance(callback.message, Message):
        notice(manager, "share-not-yet")
        return
    caption = say(
        language,
        "share-card",
        title=rules.title.said(language),
        slogan=rules.slogan.said(language),
        organiser=rules.organiser.said(language),
        link=link,
    )
    card = BufferedInputFile(links.qr_png(link), f"{source.code}.png")
    await callback.message.answer_photo(card, caption=caption)
    manager.show_mode = ShowMode.SEND


async def _shown(manager: DialogManager) -> Campaign:
    """Return the campaign the window speaks of: that of the suggestion just sent, or of the greeting."""
    if manager.current_context().state == Suggest.sent:
        async with db_of(manager).read() as session:
            sent = await queries.latest_of_author(session, person_of(manager).id)
            if sent:
                return (await campaigns.in_force(session, sent.campaign))[1]
    return (await looked_at(manager)).campaign


def share_button() -> Button:
    return Button(Label("share-button"), id="share", on_click=on_share)
