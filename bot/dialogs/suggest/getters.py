"""What the windows show of the draft."""

from typing import Any

from aiogram_dialog import DialogManager

from backend.campaigns import queries as campaigns
from backend.campaigns.schema import Campaign, Topic
from backend.drafts.model import Draft, Step
from backend.errors import NotFound
from backend.i18n import label
from bot.context import db_of, language_of
from bot.going import draft_of

LONGEST_NAME = 60
"""Characters of a file's name that a window shows."""


async def draft_and_rules(manager: DialogManager) -> tuple[Draft, Campaign]:
    draft = await draft_of(manager)
    if draft is None:
        raise NotFound("draft-missing")
    async with db_of(manager).read() as session:
        return draft, await campaigns.edition(session, draft.edition)


async def draft_shown(dialog_manager: DialogManager, **_: object) -> dict[str, Any]:
    """Return every blank that a window about the draft may have."""
    draft, rules = await draft_and_rules(dialog_manager)
    language = language_of(dialog_manager)
    return {
        "draft": draft,
        "draft_id": str(draft.id),
        "theme": _theme(rules, draft, language),
        "topic": _topic(rules, draft, language),
        "text": draft.text,
        "length": str(len(draft.text)),
        "maximum": str(rules.length.maximum),
        "over": str(max(0, len(draft.text) - rules.length.maximum)),
        "standing": _standing(draft, rules),
        "name": draft.name or "",
        "contact": draft.contact or "",
        "named": "yes" if draft.name else "no",
        "reachable": "yes" if draft.contact else "no",
        "files": str(len(draft.files)),
        "any": "yes" if draft.files else "no",
        "files_maximum": str(rules.files.max_count),
        "megabytes": f"{rules.files.max_bytes / 1_000_000:g}",
        "extensions": " ".join(rules.files.extensions),
        "file_names": "\n".join(f"📎 {_short(part.name or '')}" for part in draft.files),
        "guidance": "\n".join(f"• {line.said(language)}" for line in rules.guidance),
        "stray": [stray] if (stray := dialog_manager.middleware_data.get("stray")) else [],
        "kinds": "+".join(sorted(rules.contact_kinds)),
    }


def _theme(rules: Campaign, draft: Draft, language: str) -> str:
    theme = rules.theme(draft.theme) if draft.theme else None
    return theme.name.said(language) if theme else ""


def _topic(rules: Campaign, draft: Draft, language: str) -> str:
    if not draft.topic:
        return ""
    topic = rules.topic(draft.topic)
    return topic.name.said(language).rstrip(".\u3002") if topic else label(language, "topic-other")


def _short(name: str) -> str:
    """Shorten a file's name in its middle: ten of them and a long text fit into one window."""
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 13]}…{name[-12:]}"


def _standing(draft: Draft, rules: Campaign) -> str:
    if not draft.text:
        return "empty"
    return "over" if len(draft.text) > rules.length.maximum else "fits"


async def themes(dialog_manager: DialogManager, **_: object) -> dict[str, Any]:
    _draft, rules = await draft_and_rules(dialog_manager)
    language = language_of(dialog_manager)
    return {"themes": [(theme.id, theme.name.said(language)) for theme in rules.themes]}


async def topics(dialog_manager: DialogManager, **_: object) -> dict[str, Any]:
    draft, rules = await draft_and_rules(dialog_manager)
    language = language_of(dialog_manager)
    theme = rules.theme(draft.theme) if draft.theme else None
    listed = [(topic.id, _button(topic, language)) for topic in (theme.topics if theme else ())]
    other = [(campaigns.OTHER_TOPIC, label(language, "topic-other"))]
    return {
        "topics": listed + (other if theme and theme.other_topic else []),
        "listed": "\n".join(_line(topic, language) for topic in (theme.topics if theme else ())),
    }


def _button(topic: Topic, language: str) -> str:
    label_ = topic.label(language)
    return f"{topic.number}. {label_}" if topic.number else label_


def _line(topic: Topic, language: str) -> str:
    return f"{topic.number}. {topic.name.said(language)}" if topic.number else topic.name.said(language)


def has_text(data: dict[str, Any], _widget: object, _manager: DialogManager) -> bool:
    return bool(data["standing"] != "empty")


def is_over(data: dict[str, Any], _widget: object, _manager: DialogManager) -> bool:
    return bool(data["standing"] == "over")


def fits(data: dict[str, Any], _widget: object, _manager: DialogManager) -> bool:
    return bool(data["standing"] == "fits")


def can_restore(data: dict[str, Any], _widget: object, _manager: DialogManager) -> bool:
    return bool(data["draft"].dropped and not data["draft"].texts)


def is_changing(data: dict[str, Any], _widget: object, _manager: DialogManager) -> bool:
    """Everything has been answered before: this is a change of one answer."""
    return bool(data["draft"].next_step == Step.PREVIEW)


def is_first_time(data: dict[str, Any], widget: object, manager: DialogManager) -> bool:
    return not is_changing(data, widget, manager)


def has_files(data: dict[str, Any], _widget: object, _manager: DialogManager) -> bool:
    return bool(data["draft"].files)
