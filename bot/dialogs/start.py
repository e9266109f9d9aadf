"""The greeting, an unfinished draft found again, a campaign that is not open."""

from typing import Any
from zoneinfo import ZoneInfo

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import Dialog, DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column

from backend.drafts import actions as drafts
from backend.i18n import label
from bot.beginning import begin, begin_with
from bot.context import db_of, language_of, notice, person_of, update_of
from bot.dialogs.language import language_button
from bot.dialogs.suggest.beside import on_anything
from bot.going import draft_of, go, in_force, open_start
from bot.states import Start
from bot.text import Label, T


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
    rules = (await in_force(dialog_manager))[0]
    return {
        "since": draft.touched_at.astimezone(ZoneInfo(rules.time_zone)).strftime("%Y-%m-%d %H:%M"),
        "step": label(language_of(dialog_manager), f"step-{draft.step}"),
        "length": str(len(draft.text)),
        "files": str(len(draft.files)),
    }


async def on_begin(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Begin, unless an old greeting was tapped while a suggestion is being written."""
    draft = await draft_of(manager)
    if draft and not draft.is_blank:
        await open_start(manager)
    else:
        await begin(manager)


async def on_words(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    """Keep a suggestion that was typed before anyone asked for it."""
    if not await begin_with(message, manager) and not message.text:
        notice(manager, "begin-first")


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
