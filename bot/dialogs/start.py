"""The way in: a greeting, a choice of campaigns, a campaign that takes nothing today."""

from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import Dialog, DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column, Select

from backend.campaigns.queries import Offer
from backend.campaigns.schema import Campaign
from backend.dates import day_in_words
from backend.drafts import actions as drafts
from backend.drafts import queries
from bot.beginning import begin, begin_with
from bot.context import channel_of, db_of, language_of, message_of, notice, person_of, update_of
from bot.dialogs.language import language_button
from bot.dialogs.mine.buttons import mine_button
from bot.dialogs.share import share_button
from bot.dialogs.suggest.lists import answer_list
from bot.dialogs.unfinished import drafts_window, resume_window
from bot.going import draft_of, go, looked_at, offered, open_campaign, open_start
from bot.other_ways import other_ways
from bot.states import Start
from bot.text import Label, T, row_id


async def welcome(dialog_manager: DialogManager, **_: object) -> dict[str, Any]:
    offer, others = await looked_at(dialog_manager), await offered(dialog_manager)
    rules, language = offer.campaign, language_of(dialog_manager)
    return {
        "campaign": [rules.id],
        "title": rules.title.said(language),
        "slogan": rules.slogan.said(language),
        "greeting": rules.greeting.said(language),
        "guidance": "\n".join(f"• {line.said(language)}" for line in rules.guidance),
        "openness": offer.openness,
        **_dates(rules, channel_of(dialog_manager), language),
        "ways": (ways := other_ways(rules, channel_of(dialog_manager), language)),
        "has_ways": "yes" if ways else "no",
        "campaigns": [_titled(other, language) for other in others if other.is_open and other != offer],
    }


def _dates(rules: Campaign, channel: str, language: str) -> dict[str, str]:
    chat = rules.chat(channel)
    closes = chat.last_day if chat else None
    return {
        "opens_on": day_in_words(chat.first_day, language) if chat else "",
        "closes_on": day_in_words(closes, language) if closes else "",
        "closes": "yes" if closes else "no",
    }


def _titled(offer: Offer, language: str) -> tuple[str, str]:
    return offer.campaign.id, offer.campaign.title.said(language)


async def open_campaigns(dialog_manager: DialogManager, **_: object) -> dict[str, Any]:
    language = language_of(dialog_manager)
    offers = [offer for offer in await offered(dialog_manager) if offer.is_open]
    lines = (
        f"• {offer.campaign.title.said(language)}: {offer.campaign.slogan.said(language)}" for offer in offers
    )
    return {"campaigns": [_titled(offer, language) for offer in offers], "listed": "\n".join(lines)}


async def given_up(dialog_manager: DialogManager, **_: object) -> dict[str, Any]:
    """Name the draft that was thrown away just now, so that a slip of the finger loses nothing."""
    async with db_of(dialog_manager).read() as session:
        draft = await queries.just_discarded(session, person_of(dialog_manager).id)
    return {"given_up": [str(draft.id)] if draft else []}


async def on_begin(_callback: CallbackQuery, _select: object, manager: DialogManager, campaign: str) -> None:
    """Begin, unless an old greeting was tapped while a suggestion is being written."""
    known = {offer.campaign.id for offer in await offered(manager)}
    if campaign not in known or await _is_older_than_draft(manager):
        await open_start(manager)
    else:
        await begin(manager, campaign)


async def _is_older_than_draft(manager: DialogManager) -> bool:
    draft = await draft_of(manager)
    if draft is None or draft.is_blank:
        return False
    async with db_of(manager).read() as session:
        return message_of(manager) <= await queries.begun_at(session, draft.id)


async def on_campaign(
    _callback: CallbackQuery, _select: object, manager: DialogManager, campaign: str
) -> None:
    await open_campaign(manager, campaign=campaign)


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


async def on_words(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    """Keep a suggestion that was typed before anyone asked for it."""
    if not await begin_with(message, manager) and not message.text:
        notice(manager, "begin-first")


async def on_look_again(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await open_start(manager)


def dialog() -> Dialog:
    return Dialog(_welcome_window(), _campaigns_window(), resume_window(), drafts_window(), _closed_window())


def _welcome_window() -> Window:
    return Window(
        T("start-welcome"),
        Column(
            _one("begin", "campaign", "start-welcome-begin", on_begin),
            _one("take_back", "given_up", "start-welcome-take_back", on_take_back, row_id),
        ),
        answer_list("campaigns", "campaign", on_campaign),
        Column(mine_button(), share_button(), language_button()),
        MessageInput(on_words),
        getter=[welcome, given_up],
        state=Start.welcome,
    )


def _campaigns_window() -> Window:
    return Window(
        T("start-campaigns"),
        answer_list("campaigns", "campaign", on_campaign),
        Column(
            _one("take_back", "given_up", "start-welcome-take_back", on_take_back, row_id), language_button()
        ),
        MessageInput(on_words),
        getter=[open_campaigns, given_up],
        state=Start.campaigns,
    )


def _closed_window() -> Window:
    return Window(
        T("start-closed"),
        answer_list("campaigns", "campaign", on_campaign),
        Column(
            Button(Label("start-closed-look_again"), id="look_again", on_click=on_look_again),
            mine_button(),
            language_button(),
        ),
        getter=welcome,
        state=Start.closed,
    )


def _one(widget: str, items: str, key: str, on_click: Any, type_factory: Any = str) -> Select[Any]:
    """Make a button that names what it is about: it means the same wherever it is found again."""
    return Select(
        Label(key),
        id=widget,
        item_id_getter=str,
        items=items,
        type_factory=type_factory,
        on_click=on_click,
    )
