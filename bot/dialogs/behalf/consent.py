"""The subject agrees, and not the officer: spoken in presence, or on signed paper as a photo (R49)."""

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, StartMode
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column

from backend.batches import paper
from backend.campaigns import queries as campaigns
from backend.drafts import actions as drafts
from backend.proxy import speaking
from bot.context import db_of, notice, update_of
from bot.dialogs.suggest.intake import keep_file
from bot.going import answer, draft_of, go
from bot.states import Behalf
from bot.text import Label


async def on_spoken(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await answer(manager, speaking.spoken_consent)
    await go(manager)


async def on_how_paper(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Ask for the photo of the signed paper; a letter is one itself."""
    if await _is_letter(manager):
        await answer(manager, speaking.letter_consent)
        await go(manager)
    else:
        notice(manager, "behalf-consent-send_paper")


async def _is_letter(manager: DialogManager) -> bool:
    draft = await draft_of(manager)
    async with db_of(manager).read() as session:
        return draft is not None and await paper.is_letter(session, draft)


async def on_refused(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Keep nothing of whoever does not agree; where something was said already, let the officer decide."""
    draft = await draft_of(manager)
    if draft is None or draft.parts:
        notice(manager, "behalf-consent-refused")
        return
    whose = {"person_id": draft.person_id, "draft_id": draft.id}
    await drafts.discard(db_of(manager), **whose, update=update_of(manager))
    notice(manager, "behalf-consent-not_kept")
    await manager.start(Behalf.start, mode=StartMode.RESET_STACK)


def consent_buttons() -> Column:
    return Column(
        Button(Label("behalf-consent-spoken"), id="behalf_spoken", on_click=on_spoken),
        Button(Label("behalf-consent-paper"), id="behalf_paper", on_click=on_how_paper),
        Button(Label("behalf-consent-refuse"), id="behalf_refuse", on_click=on_refused),
        when="behalf",
    )


async def on_paper(message: Message, button: MessageInput, manager: DialogManager) -> None:
    """Keep a photo as the signed paper; in one's own draft, and of a letter, it is a file like any other."""
    from bot.dialogs.suggest.beside import on_anything  # noqa: PLC0415 - the two know each other

    draft = await draft_of(manager)
    if draft is None or draft.subject_id is None or await _is_letter(manager):
        await on_anything(message, button, manager)
        return
    async with db_of(manager).read() as session:
        rules = await campaigns.edition(session, draft.edition)
    kept = await keep_file(message, manager, rules.files)
    if kept and await answer(
        manager, speaking.paper_consent, message=message.message_id, sha256=kept.sha256, name=kept.name
    ):
        notice(manager, "behalf-consent-kept")
    await go(manager)


async def on_no_contact(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await answer(manager, speaking.without_contact)
    await go(manager)


def no_contact_button() -> Button:
    return Button(Label("behalf-contact-none"), id="behalf_no_contact", on_click=on_no_contact, when="behalf")
