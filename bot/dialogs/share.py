"""A card to pass on: the campaign's words, its link and QR code (R39, R110)."""

from aiogram.types import BufferedInputFile, CallbackQuery, Message
from aiogram_dialog import DialogManager, ShowMode
from aiogram_dialog.widgets.kbd import Button

from backend.i18n import say
from backend.sources import actions as sources
from backend.sources import links
from bot.context import channel_of, db_of, doors_of, language_of, notice, person_of
from bot.going import looked_at
from bot.text import Label


async def on_share(callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Send the card below; who comes by it is counted for this person, who stays unnamed."""
    offer = await looked_at(manager)
    person, rules, language = person_of(manager), offer.campaign, language_of(manager)
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


def share_button() -> Button:
    return Button(Label("share-button"), id="share", on_click=on_share)
