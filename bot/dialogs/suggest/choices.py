"""Questions with a list of answers: scope, receiving unit, identity category (R18-R20, R43, R53)."""

from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput

from backend.campaigns.texts import folded
from backend.drafts import coach, speaker
from backend.drafts.model import Step
from bot.context import language_of, notice
from bot.dialogs.suggest.back import back_button
from bot.dialogs.suggest.beside import keep_words, stray_input, take_out_button
from bot.dialogs.suggest.getters import draft_and_rules, draft_shown
from bot.dialogs.suggest.known import last_button
from bot.dialogs.suggest.lists import answer_list
from bot.going import answer, go
from bot.states import OF_STEP
from bot.text import T


def window(step: Step) -> Window:
    async def listed(dialog_manager: DialogManager, **_: object) -> dict[str, Any]:
        _draft, rules = await draft_and_rules(dialog_manager)
        language = language_of(dialog_manager)
        return {"choices": [(one.id, one.name.said(language)) for one in speaker.choices(rules, step)]}

    async def on_choice(_callback: CallbackQuery, _select: object, manager: DialogManager, said: str) -> None:
        await _chosen(manager, step, said)

    async def on_words(message: Message, _input: MessageInput, manager: DialogManager) -> None:
        """Take an answer that was typed, by number or name; keep anything else as the text."""
        _draft, rules = await draft_and_rules(manager)
        words = message.text or ""
        for number, one in enumerate(speaker.choices(rules, step), 1):
            if words.strip() == str(number) or folded(words) in map(folded, one.name.root.values()):
                await _chosen(manager, step, one.id)
                return
        await keep_words(message, manager)

    return Window(
        T(f"suggest-{step}"),
        answer_list("choices", step.value, on_choice),
        last_button(step),
        take_out_button(),
        back_button(step),
        MessageInput(on_words, content_types=["text"]),
        stray_input(),
        getter=[draft_shown, listed],
        state=OF_STEP[step],
    )


async def _chosen(manager: DialogManager, step: Step, said: str) -> None:
    taken = await answer(manager, speaker.choose, step=step, said=said)
    await go(manager)
    if taken and step == Step.IDENTITY:
        await _tell_of_length(manager)


async def _tell_of_length(manager: DialogManager) -> None:
    """Say what length this audience is asked for, where it differs and the text is short of it (R48)."""
    draft, rules = await draft_and_rules(manager)
    length = rules.length_for(draft.identity)
    if length.minimum_soft != rules.length.minimum_soft and (hint := coach.short(draft.text, length)):
        notice(manager, hint.key, **hint.blanks)
