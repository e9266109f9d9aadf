"""The suggestion itself, in one message or several, closed by a word or a tap (R40, R41)."""

import asyncio

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column

from backend.campaigns.schema import Campaign
from backend.drafts import actions as drafts
from backend.drafts import attachments, coach
from backend.drafts.model import Step
from backend.files import actions as files
from backend.files.types import MEDIA_TYPES
from backend.files.word import manuscript
from backend.i18n import label
from bot.context import db_of, language_of, notice, store_of
from bot.dialogs.suggest.back import back_button
from bot.dialogs.suggest.beside import stray_input, take_out_button
from bot.dialogs.suggest.getters import (
    can_restore,
    draft_and_rules,
    draft_shown,
    fits,
    has_text,
    may_attach,
    over_by_identity,
)
from bot.dialogs.suggest.similar import offer_similar
from bot.dialogs.suggest.words import is_done
from bot.going import answer, ask, draft_of, go
from bot.states import Suggest
from bot.text import Label, T


async def on_text(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    words = message.text or ""
    if is_done(words):
        await close(manager)
    else:
        await answer(manager, drafts.say, message=message.message_id, text=words)


async def close(manager: DialogManager) -> None:
    taken = await answer(manager, drafts.close_text)
    await go(manager)
    if taken:
        await coach_gently(manager)
        await offer_similar(manager)


async def coach_gently(manager: DialogManager) -> None:
    """Say above the next question what might be better, and where a matter goes that is no suggestion."""
    draft, rules = await draft_and_rules(manager)
    for hint in coach.hints(draft.text, rules.length_for(draft.identity)):
        notice(manager, hint.key, **hint.blanks)
    if rules.diversions and coach.reads_like_something_else(draft.text):
        notice(manager, "hint-elsewhere", places=_places(rules, language_of(manager)))


def _places(rules: Campaign, language: str) -> str:
    return "\n".join(
        f"• {place.name.said(language)}: {place.advice.said(language)} {place.url or ''}".rstrip()
        for place in rules.diversions
    )


async def on_done(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await close(manager)


async def on_identity(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await ask(manager, Step.IDENTITY)


async def on_retell(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await answer(manager, drafts.retell)
    await go(manager)


async def on_restore(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await answer(manager, drafts.restore)
    await go(manager)


async def on_attach(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Turn a text over the limit into a Word file, and ask for a short one (R41)."""
    draft = await draft_of(manager)
    if draft and draft.text:
        title = label(language_of(manager), "attached-text-name")
        content = await asyncio.to_thread(manuscript, title, draft.text)
        sha256 = await files.keep(
            db_of(manager), store_of(manager), content=content, media_type=MEDIA_TYPES["docx"]
        )
        if await answer(manager, attachments.attach_text, sha256=sha256, name=f"{title}.docx"):
            notice(manager, "text-attached", name=f"{title}.docx")
    await go(manager)


def window() -> Window:
    return Window(
        T("suggest-text"),
        take_out_button(),
        Column(
            Button(Label("suggest-text-done"), id="done", on_click=on_done, when=fits),
            Button(Label("suggest-text-attach"), id="attach", on_click=on_attach, when=may_attach),
            Button(Label("suggest-text-identity"), id="whose", on_click=on_identity, when=over_by_identity),
            Button(Label("suggest-text-retell"), id="retell", on_click=on_retell, when=has_text),
            Button(Label("suggest-text-restore"), id="restore", on_click=on_restore, when=can_restore),
            back_button(Step.TEXT),
        ),
        MessageInput(on_text, content_types=["text"]),
        stray_input(),
        getter=draft_shown,
        state=Suggest.text,
    )
