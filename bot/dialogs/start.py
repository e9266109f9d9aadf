"""The way in: a greeting, a choice of campaigns, a campaign that takes nothing today."""

from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import Dialog, DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column

from backend.campaigns.queries import Offer
from backend.campaigns.schema import Campaign
from backend.campaigns.texts import folded
from backend.dates import day_in_words
from backend.drafts import queries
from bot.appointed import officer_button, officer_here
from bot.beginning import begin, begin_with
from bot.context import channel_of, db_of, language_of, message_of, notice
from bot.dialogs.language import language_button
from bot.dialogs.mine.buttons import mine_button
from bot.dialogs.share import share_button
from bot.dialogs.suggest.lists import answer_list, one_button
from bot.dialogs.unfinished import drafts_window, given_up, resume_window, take_back_button
from bot.going import draft_of, looked_at, offered, open_campaign, open_start
from bot.other_ways import other_ways
from bot.states import Start
from bot.text import Label, T


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


async def on_words(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    """Keep a suggestion that was typed before anyone asked for it."""
    if not await begin_with(message, manager):
        notice(manager, "begin-first")


async def on_nothing_open(_message: Message, _input: MessageInput, manager: DialogManager) -> None:
    notice(manager, "nothing-open")


async def on_campaign_words(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    """Take a campaign that was typed, by number or title; else what is typed at any greeting."""
    words = message.text or ""
    for number, offer in enumerate((one for one in await offered(manager) if one.is_open), 1):
        if words.strip() == str(number) or folded(words) in map(folded, offer.campaign.title.root.values()):
            await open_campaign(manager, campaign=offer.campaign.id)
            return
    await on_words(message, _input, manager)


async def on_look_again(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await open_start(manager)


def dialog() -> Dialog:
    return Dialog(_welcome_window(), _campaigns_window(), resume_window(), drafts_window(), _closed_window())


def _welcome_window() -> Window:
    return Window(
        T("start-welcome"),
        Column(
            one_button("begin", "campaign", "start-welcome-begin", on_begin),
            take_back_button(),
        ),
        answer_list("campaigns", "campaign", on_campaign),
        Column(officer_button(), mine_button(), share_button(), language_button()),
        MessageInput(on_words),
        getter=[welcome, given_up, officer_here],
        state=Start.welcome,
    )


def _campaigns_window() -> Window:
    return Window(
        T("start-campaigns"),
        answer_list("campaigns", "campaign", on_campaign),
        Column(
            take_back_button(),
            officer_button(),
            language_button(),
        ),
        MessageInput(on_campaign_words),
        getter=[open_campaigns, given_up, officer_here],
        state=Start.campaigns,
    )


def _closed_window() -> Window:
    return Window(
        T("start-closed"),
        answer_list("campaigns", "campaign", on_campaign),
        Column(
            Button(Label("start-closed-look_again"), id="look_again", on_click=on_look_again),
            officer_button(),
            mine_button(),
            language_button(),
        ),
        MessageInput(on_nothing_open),
        getter=[welcome, officer_here],
        state=Start.closed,
    )
