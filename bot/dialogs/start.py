"""The greeting, an unfinished draft found again, a campaign that is not open."""

from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import Dialog, DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column

from backend.drafts import actions as drafts
from backend.errors import Refusal
from backend.i18n import label
from bot.context import campaign_of, db_of, language_of, notice, person_of, update_of
from bot.dialogs.language import language_button
from bot.dialogs.suggest.beside import on_anything
from bot.going import draft_of, go, in_force, open_start
from bot.states import Start
from bot.text import Label, T

WORTH_KEEPING = 20
"""Characters: a shorter word before the beginning is a greeting, a longer one is the suggestion itself."""


async def welcome(dialog_manager: DialogManager, **_: object) -> dict[str, Any]:
    rules, openness = await in_force(dialog_manager)
    language = language_of(dialog_manager)
    return {
        "title": rules.title.said(language),
        "slogan": rules.slogan.said(language),
        "greeting": rules.greeting.said(language),
        "guidance": "\n".join(f"• {line.said(language)}" for line in rules.guidance),
        "openness": openness,
    }


async def unfinished(dialog_manager: DialogManager, **_: object) -> dict[str, Any]:
    draft = await draft_of(dialog_manager)
    if draft is None:
        return {"since": "", "step": "", "length": "0", "files": "0"}
    return {
        "since": draft.touched_at.astimezone().strftime("%Y-%m-%d %H:%M"),
        "step": label(language_of(dialog_manager), f"step-{draft.step}"),
        "length": str(len(draft.text)),
        "files": str(len(draft.files)),
    }


async def on_begin(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await begin(manager)


async def begin(manager: DialogManager) -> None:
    """Open a draft and ask for the first answer."""
    try:
        await drafts.start(
            db_of(manager),
            person_id=person_of(manager).id,
            campaign=campaign_of(manager),
            update=update_of(manager),
        )
    except Refusal:  # the window says which: not yet, closed or stopped
        await manager.switch_to(Start.closed)
        return
    await go(manager)


async def on_words(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    """Keep a suggestion that was typed before anyone asked for it."""
    words = message.text or ""
    if len(words) < WORTH_KEEPING:
        if not words:
            notice(manager, "begin-first")
        return
    db, person = db_of(manager), person_of(manager)
    try:
        draft = await drafts.start(
            db, person_id=person.id, campaign=campaign_of(manager), update=update_of(manager) - 1
        )
    except Refusal:
        await manager.switch_to(Start.closed)
        return
    answer = drafts.Answer(draft.id, update_of(manager))
    await drafts.say(db, answer, message=message.message_id, text=words)
    notice(manager, "kept-as-text")
    await go(manager)


async def on_more(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    """Take what comes instead of a choice as more of the unfinished suggestion."""
    await on_anything(message, _input, manager)
    await go(manager)


async def on_go_on(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await go(manager)


async def on_anew(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await begin(manager)


async def on_throw_away(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    if draft := await draft_of(manager):
        await drafts.discard(
            db_of(manager), draft_id=draft.id, person_id=person_of(manager).id, update=update_of(manager)
        )
    notice(manager, "draft-discarded")
    await open_start(manager)


async def on_look_again(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await open_start(manager)


def dialog() -> Dialog:
    return Dialog(
        Window(
            T("start-welcome"),
            Column(Button(Label("start-welcome-begin"), id="begin", on_click=on_begin), language_button()),
            MessageInput(on_words),
            getter=welcome,
            state=Start.welcome,
        ),
        Window(
            T("start-resume"),
            Column(
                Button(Label("start-resume-go_on"), id="go_on", on_click=on_go_on),
                Button(Label("start-resume-anew"), id="anew", on_click=on_anew),
                Button(Label("start-resume-throw_away"), id="throw_away", on_click=on_throw_away),
                language_button(),
            ),
            MessageInput(on_more),
            getter=unfinished,
            state=Start.resume,
        ),
        Window(
            T("start-closed"),
            Column(Button(Label("start-closed-look_again"), id="look_again", on_click=on_look_again)),
            language_button(),
            getter=welcome,
            state=Start.closed,
        ),
    )
