"""Who is at this desk, and what lies on it: found anew at every step, through the one access table."""

from aiogram_dialog import DialogManager

from backend.campaigns import queries as campaigns
from backend.campaigns.schema import Campaign
from backend.errors import NotAllowed, NotFound
from backend.handling import story
from backend.handling.waiting import waiting
from backend.i18n import label
from backend.staff import access
from backend.staff.access import Answer
from backend.staff.model import OFFICE, Role, Staff
from backend.suggestions.model import Suggestion
from backend.suggestions.queries import Sight, one_on_desk
from bot.context import db_of, person_of

ROWS = 6
"""Suggestions in one window."""


async def at_desk(manager: DialogManager, act: str) -> tuple[Staff, Sight]:
    """Return who acts here and what they may see; a refusal says that they may not."""
    async with db_of(manager).read() as session:
        return await access.in_chat(session, person_of(manager).id, act)


async def looks(manager: DialogManager, act: str) -> tuple[Staff, Sight]:
    """As above for a window: whoever may look no more is no longer shown it."""
    try:
        return await at_desk(manager, act)
    except NotAllowed as refusal:
        raise NotFound(refusal.key) from refusal


def may(staff: Staff, act: str) -> bool:
    """Say whether a button may be offered."""
    return access.answer(access.CHAT["CHAT", act], Role(staff.role), own=True) == Answer.OPEN


async def list_here(
    manager: DialogManager, staff: Staff, sight: Sight
) -> tuple[list[tuple[Suggestion, Campaign]], int, int]:
    page = int(manager.dialog_data.get("list_page", 1))
    async with db_of(manager).read() as session:
        found, number, pages = await waiting(
            session, sight, office=staff.role in OFFICE, page=page, rows=ROWS
        )
        told = [(one, await campaigns.edition(session, one.edition)) for one in found]
    return told, number, pages


async def one_here(manager: DialogManager, staff: Staff, sight: Sight) -> tuple[Suggestion, Campaign]:
    """Return the suggestion the window is about; a window that lost it is about the first that waits."""
    started = manager.start_data if isinstance(manager.start_data, dict) else {}
    number = str(manager.dialog_data.get("number") or started.get("number", ""))
    if not number:
        first = (await list_here(manager, staff, sight))[0][:1]
        number = first[0][0].number if first else ""
    async with db_of(manager).read() as session:
        suggestion = await one_on_desk(session, sight, number)
        if suggestion is None:
            raise NotFound("suggestion-missing", number=number)
        return suggestion, await campaigns.edition(session, suggestion.edition)


def theme_of(suggestion: Suggestion, rules: Campaign, language: str) -> str:
    theme = rules.theme(suggestion.theme)
    return theme.name.said(language) if theme else suggestion.theme


def time_of(suggestion: Suggestion, rules: Campaign, language: str) -> str:
    """Say how long there is still to answer; "" where nothing is due."""
    if suggestion.paused_since and suggestion.state in story.RUNNING:
        return label(language, "desk-paused")
    return story.time_left(suggestion, rules, language)
