"""Who is speaking, in words: name, contact, work unit, school, address (R49, R50)."""

from aiogram.types import Message
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button

from backend.drafts import speaker
from backend.drafts.model import Step
from backend.proxy import speaking
from bot.context import notice
from bot.dialogs.behalf.consent import no_contact_button
from bot.dialogs.suggest.back import back_button
from bot.dialogs.suggest.beside import stray_input
from bot.dialogs.suggest.getters import draft_and_rules, draft_shown, takes_phone
from bot.dialogs.suggest.known import last_button
from bot.dialogs.suggest.sharing import on_share, put_away
from bot.dialogs.suggest.words import is_done, is_none
from bot.going import answer, go
from bot.states import OF_STEP
from bot.text import Label, T


def _is_somebody_elses(message: Message) -> bool:
    """Say whether a card from the address book was sent, and not the person's own number."""
    card, sender = message.contact, message.from_user
    return bool(card and card.user_id and sender and card.user_id != sender.id)


def window(step: Step) -> Window:
    async def on_words(message: Message, _input: MessageInput, manager: DialogManager) -> None:
        said = message.contact.phone_number if message.contact else message.text or ""
        await put_away(manager)
        draft, _rules = await draft_and_rules(manager)
        if draft.subject_id and step == Step.CONTACT and is_none(said):
            await answer(manager, speaking.without_contact)
        elif _is_somebody_elses(message) and not draft.subject_id:
            notice(manager, "contact-not-own")
        elif not is_done(said):  # typed after it was tapped: nobody's name
            await answer(manager, speaker.tell, step=step, said=said)
        await go(manager)

    taken = ["text", "contact"] if step == Step.CONTACT else ["text"]
    share = Button(Label("share-number"), id="share_number", on_click=on_share, when=takes_phone)
    told = [T("suggest-contact", when="own"), T("behalf-contact", when="behalf")]
    return Window(
        *(told if step == Step.CONTACT else [T(f"suggest-{step}")]),
        last_button(step),
        *([share, no_contact_button()] if step == Step.CONTACT else []),
        back_button(step),
        MessageInput(on_words, content_types=taken),
        stray_input(),
        getter=draft_shown,
        state=OF_STEP[step],
    )
