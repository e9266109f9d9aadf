"""Theme and topic: two lists, each a button a line (R3, R6)."""

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput

from backend.campaigns import queries as campaigns
from backend.campaigns.schema import Campaign, Topic
from backend.campaigns.texts import folded
from backend.drafts import actions as drafts
from backend.drafts.model import Step
from bot.dialogs.language import language_button
from bot.dialogs.suggest.back import back_button
from bot.dialogs.suggest.beside import keep_words, stray_input, take_out_button
from bot.dialogs.suggest.getters import draft_and_rules, draft_shown, themes, topics
from bot.dialogs.suggest.lists import answer_list
from bot.dialogs.suggest.words import is_other
from bot.going import answer, go
from bot.states import Suggest
from bot.text import T


async def on_theme(_callback: CallbackQuery, _select: object, manager: DialogManager, theme: str) -> None:
    await answer(manager, drafts.choose_theme, theme=theme)
    await go(manager)


async def on_topic(_callback: CallbackQuery, _select: object, manager: DialogManager, topic: str) -> None:
    await answer(manager, drafts.choose_topic, topic=topic)
    await go(manager)


async def on_theme_words(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    """Take a theme that was typed, by name or number; keep anything else as the text."""
    _, rules = await draft_and_rules(manager)
    if named := _theme_said(rules, message.text or ""):
        await answer(manager, drafts.choose_theme, theme=named)
        await go(manager)
    else:
        await keep_words(message, manager)


async def on_topic_words(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    """Take a topic that was typed, by its number or name; keep anything else as the text."""
    draft, rules = await draft_and_rules(manager)
    theme = rules.theme(draft.theme or "")
    said = folded(message.text or "")
    named = [topic.id for topic in (theme.topics if theme else ()) if said in _ways_to_say(topic)]
    if theme and theme.other_topic and is_other(message.text or ""):
        named.append(campaigns.OTHER_TOPIC)
    if named:
        await answer(manager, drafts.choose_topic, topic=named[0])
        await go(manager)
    else:
        await keep_words(message, manager)


def _ways_to_say(topic: Topic) -> set[str]:
    names = (*topic.name.root.values(), *(topic.short.root.values() if topic.short else ()), *topic.aliases)
    return {str(topic.number), *(folded(name) for name in names)}


def _theme_said(rules: Campaign, words: str) -> str | None:
    if words.strip().isdecimal() and 1 <= int(words) <= len(rules.themes):
        return rules.themes[int(words) - 1].id
    found = rules.theme_named(words)
    return found.id if found else None


def theme_window() -> Window:
    return Window(
        T("suggest-theme"),
        answer_list("themes", "theme", on_theme),
        take_out_button(),
        back_button(Step.THEME),
        language_button(),
        MessageInput(on_theme_words, content_types=["text"]),
        stray_input(),
        getter=[draft_shown, themes],
        state=Suggest.theme,
    )


def topic_window() -> Window:
    return Window(
        T("suggest-topic"),
        answer_list("topics", "topic", on_topic),
        take_out_button(),
        back_button(Step.TOPIC),
        MessageInput(on_topic_words, content_types=["text"]),
        stray_input(),
        getter=[draft_shown, topics],
        state=Suggest.topic,
    )
