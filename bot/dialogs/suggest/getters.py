"""What the windows show of the draft."""

from typing import Any

from aiogram_dialog import DialogManager

from backend.campaigns import queries as campaigns
from backend.campaigns.parts import name_of
from backend.campaigns.schema import Campaign, Topic
from backend.drafts import queries, speaker, steps
from backend.drafts.answering import spokesman
from backend.drafts.model import Draft, Step
from backend.errors import NotFound
from backend.i18n import label
from bot.context import db_of, language_of
from bot.dialogs.behalf.whose import whose
from bot.dialogs.suggest.person import speaker_shown
from bot.going import draft_of

ABOUT_THE_PERSON = (Step.IDENTITY, *steps.PERSONAL, Step.OWN_PAGE)
LONGEST_NAME = 60
"""Characters of a file's name that a window shows."""


async def draft_and_rules(manager: DialogManager) -> tuple[Draft, Campaign]:
    """Return the draft; whoever speaks for somebody else in it must be in office at every step."""
    draft = await draft_of(manager)
    if draft is None:
        raise NotFound("draft-missing")
    async with db_of(manager).read() as session:
        await spokesman(session, draft)
        return draft, await campaigns.edition(session, draft.edition)


async def draft_shown(dialog_manager: DialogManager, **_: object) -> dict[str, Any]:
    """Return every blank that a window about the draft may have."""
    draft, rules = await draft_and_rules(dialog_manager)
    language = language_of(dialog_manager)
    return {
        **_of_draft(draft, rules, language),
        **speaker_shown(draft, rules, language),
        **await _known(dialog_manager, draft, rules),
        **await whose(dialog_manager, draft),
        "maximum": str(rules.length_for(draft.identity).maximum),
        "overflow": rules.length.overflow,
        "whose": (limit := _whose_limit(draft, rules, language)),
        "limited": "yes" if limit else "no",
        "files_maximum": str(rules.files.max_count),
        "megabytes": f"{rules.files.max_bytes / 1_000_000:g}",
        "extensions": " ".join(rules.files.extensions),
        "guidance": "\n".join(f"• {line.said(language)}" for line in rules.guidance),
        "kinds": "+".join(sorted(rules.contact_kinds)),
        "stray": [stray] if (stray := dialog_manager.middleware_data.get("stray")) else [],
    }


def _of_draft(draft: Draft, rules: Campaign, language: str) -> dict[str, Any]:
    questions = steps.asked(draft, rules)
    over = len(draft.text) - rules.length_for(draft.identity).maximum
    return {
        "draft": draft,
        "draft_id": str(draft.id),
        "campaign": rules.title.said(language),
        "place": str(questions.index(draft.step) + 1 if draft.step in questions else len(questions)),
        "places": str(len(questions)),
        "next": steps.next_step(draft, rules),
        "earlier": steps.before(draft, rules, draft.step),
        "theme": _theme(rules, draft, language),
        "topic": _topic(rules, draft, language),
        "text": draft.text,
        "length": str(len(draft.text)),
        "over": str(max(0, over)),
        "standing": "empty" if not draft.text else "over" if over > 0 else "fits",
        "files": str(len(draft.files)),
        "any": "yes" if draft.files else "no",
        "file_names": "\n".join(f"📎 {short_name(part.name or '')}" for part in draft.files),
    }


def _whose_limit(draft: Draft, rules: Campaign, language: str) -> str:
    """Name the contributor's category where it has a limit of its own."""
    own = rules.length_for(draft.identity).maximum != rules.length.maximum
    return name_of(draft.identity, rules.audiences, language) if own else ""


async def _known(manager: DialogManager, draft: Draft, rules: Campaign) -> dict[str, Any]:
    """Return the last answer to the question that is asked, and whether more could be answered with it."""
    last = None
    if draft.step in ABOUT_THE_PERSON and not draft.subject_id:
        async with db_of(manager).read() as session:
            last = await queries.last_sent(session, draft.person_id)
    known = speaker.known(draft, rules, last) if last else []
    still = [step for step in known if not getattr(draft, step)]
    said: str = getattr(last, draft.step) if draft.step in known else ""
    if said and draft.step == Step.IDENTITY:
        said = name_of(said, rules.audiences, language_of(manager))
    return {"last": short_name(said or ""), "last_more": len(still) > (draft.step in still)}


def _theme(rules: Campaign, draft: Draft, language: str) -> str:
    theme = rules.theme(draft.theme) if draft.theme else None
    return theme.name.said(language) if theme else ""


def _topic(rules: Campaign, draft: Draft, language: str) -> str:
    if not draft.topic:
        return ""
    topic = rules.topic(draft.topic)
    return topic.name.said(language).rstrip(".\u3002") if topic else label(language, "topic-other")


def short_name(name: str) -> str:
    """Shorten a file's name in its middle: ten of them and a long text fit into one window."""
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 13]}…{name[-12:]}"


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


def may_attach(data: dict[str, Any], _widget: object, _manager: DialogManager) -> bool:
    return bool(data["standing"] == "over" and data["overflow"] == "attachment")


def over_by_identity(data: dict[str, Any], _widget: object, _manager: DialogManager) -> bool:
    """Say whether the limit that is passed is that of the contributor's category."""
    return bool(data["standing"] == "over" and data["whose"])


def fits(data: dict[str, Any], _widget: object, _manager: DialogManager) -> bool:
    return bool(data["standing"] == "fits")


def can_restore(data: dict[str, Any], _widget: object, _manager: DialogManager) -> bool:
    return bool(data["draft"].dropped and not data["draft"].texts)


def is_changing(data: dict[str, Any], _widget: object, _manager: DialogManager) -> bool:
    """Everything has been answered before: this is a change of one answer."""
    return bool(data["next"] == Step.PREVIEW)


def can_go_back(data: dict[str, Any], widget: object, manager: DialogManager) -> bool:
    return bool(data["earlier"]) and not is_changing(data, widget, manager)


def has_files(data: dict[str, Any], _widget: object, _manager: DialogManager) -> bool:
    return bool(data["draft"].files)


def takes_phone(data: dict[str, Any], _widget: object, _manager: DialogManager) -> bool:
    return "phone" in data["kinds"].split("+") and bool(data["own"])
