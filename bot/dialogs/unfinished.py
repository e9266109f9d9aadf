"""Drafts found again: go on, begin another, throw away, or choose among several."""

from typing import Any
from zoneinfo import ZoneInfo

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column, Select

from backend.campaigns import queries as campaigns
from backend.campaigns.schema import Campaign
from backend.dates import moment_in_words
from backend.drafts import actions as drafts
from backend.drafts import queries
from backend.drafts.model import Draft
from backend.errors import Refusal
from backend.i18n import label
from bot.appointed import officer_button, officer_here
from bot.beginning import begin
from bot.context import db_of, language_of, message_of, notice, person_of, update_of
from bot.dialogs.behalf.whose import whose
from bot.dialogs.language import language_button
from bot.dialogs.suggest.again import give_up
from bot.dialogs.suggest.beside import on_anything
from bot.dialogs.suggest.lists import answer_list, one_button
from bot.going import about, go, offered, open_campaign, open_start
from bot.states import Start
from bot.text import Label, T, row_id

BEGINNING = 30
"""Characters of a draft by which it is known again."""


async def unfinished(dialog_manager: DialogManager, **_: object) -> dict[str, Any]:
    """Say from when a draft is, how far it is, and how it begins."""
    language = language_of(dialog_manager)
    async with db_of(dialog_manager).read() as session:
        opened = await queries.open_ones(session, person_of(dialog_manager).id)
        told = [(draft, await campaigns.edition(session, draft.edition)) for draft in opened]
    shown = _recovered(*told[0], language) if told else dict.fromkeys(RECOVERED, "")
    return {
        **shown,
        "for_whom": (await whose(dialog_manager, told[0][0]))["for_whom"] if told else "",
        "shown": [str(told[0][0].id)] if told else [],
        "count": str(len(told)),
        "several": len(told) > 1,
        "drafts": [(str(draft.id), _button(draft, rules, language)) for draft, rules in told],
    }


RECOVERED = ("since", "step", "length", "files", "beginning", "begun", "campaign", "place", "places")


def _recovered(draft: Draft, rules: Campaign, language: str) -> dict[str, str]:
    return {
        "campaign": rules.title.said(language),
        "since": moment_in_words(draft.touched_at, rules.time_zone, language),
        "step": label(language, f"step-{draft.step}"),
        "length": str(len(draft.text)),
        "files": str(len(draft.files)),
        "beginning": _beginning(draft),
        "begun": "yes" if draft.text else "no",
    }


def _beginning(draft: Draft) -> str:
    words = " ".join(draft.text.split())
    return words if len(words) <= BEGINNING else words[:BEGINNING] + "…"


def _button(draft: Draft, rules: Campaign, language: str) -> str:
    theme = rules.theme(draft.theme or "")
    words = _beginning(draft) or (theme.name.said(language) if theme else rules.title.said(language))
    there = draft.touched_at.astimezone(ZoneInfo(rules.time_zone))
    return label(language, "start-drafts-pick_up", beginning=words, day=f"{there:%m-%d}")


async def on_more(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    """Take what comes instead of a choice as more of the unfinished suggestion that is shown."""
    async with db_of(manager).read() as session:
        begun = await queries.open_ones(session, person_of(manager).id)
    if begun:
        about(manager, begun[0].id)
    await on_anything(message, _input, manager)
    await go(manager)


async def on_anew(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Begin another, in the campaign it is for where several are open."""
    if len([offer for offer in await offered(manager) if offer.is_open]) > 1:
        await open_campaign(manager)
    else:
        await begin(manager)


async def on_throw_away(_callback: CallbackQuery, _select: object, manager: DialogManager, said: str) -> None:
    notice(manager, await give_up(manager, row_id(said)))
    await open_start(manager)


async def on_others(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await manager.switch_to(Start.drafts)


async def on_pick_up(_callback: CallbackQuery, _select: object, manager: DialogManager, said: str) -> None:
    try:
        await drafts.pick_up(
            db_of(manager),
            person_id=person_of(manager).id,
            draft_id=row_id(said),
            update=update_of(manager),
            message=message_of(manager),
        )
    except Refusal as refusal:
        notice(manager, refusal.key, **refusal.blanks)
        await open_start(manager)
    else:
        await go(manager)


async def given_up(dialog_manager: DialogManager, **_: object) -> dict[str, Any]:
    """Name the draft that was thrown away just now, so that a slip of the finger loses nothing."""
    async with db_of(dialog_manager).read() as session:
        draft = await queries.just_discarded(session, person_of(dialog_manager).id)
    return {"given_up": [str(draft.id)] if draft else []}


async def on_take_back(
    _callback: CallbackQuery, _select: object, manager: DialogManager, draft_id: int
) -> None:
    await drafts.take_back(
        db_of(manager),
        person_id=person_of(manager).id,
        draft_id=draft_id,
        update=update_of(manager),
        message=message_of(manager),
    )
    notice(manager, "draft-taken-back")
    await go(manager)


def take_back_button() -> Select[Any]:
    return one_button("take_back", "given_up", "start-welcome-take_back", on_take_back, row_id)


async def on_back(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await open_start(manager)


def is_several(data: dict[str, Any], _widget: object, _manager: DialogManager) -> bool:
    return bool(data["several"])


def resume_window() -> Window:
    return Window(
        T("start-resume"),
        Column(
            one_button("go_on", "shown", "start-resume-go_on", on_pick_up),
            Button(Label("start-resume-others"), id="others", on_click=on_others, when=is_several),
            Button(Label("start-resume-anew"), id="anew", on_click=on_anew),
            one_button("throw_away", "shown", "start-resume-throw_away", on_throw_away),
            take_back_button(),
            officer_button(),
            language_button(),
        ),
        MessageInput(on_more),
        getter=[unfinished, given_up, officer_here],
        state=Start.resume,
    )


def drafts_window() -> Window:
    return Window(
        T("start-drafts"),
        answer_list("drafts", "pick_up", on_pick_up),
        take_back_button(),
        Button(Label("back"), id="back", on_click=on_back),
        MessageInput(on_more),
        getter=[unfinished, given_up],
        state=Start.drafts,
    )
