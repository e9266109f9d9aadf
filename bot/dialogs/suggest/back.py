"""One step back; and from a change, back to the preview with nothing changed."""

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Row

from backend.drafts.model import Step
from backend.drafts.steps import before, next_step
from bot.dialogs.suggest.getters import can_go_back, draft_and_rules, is_changing
from bot.dialogs.suggest.sharing import put_away
from bot.going import ask
from bot.text import Label


def back_button(here: Step) -> Row:
    """Lead to the question before this one, or, where everything was answered before, to the preview."""

    async def on_back(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
        await put_away(manager)
        draft, rules = await draft_and_rules(manager)
        if earlier := before(draft, rules, here):
            await ask(manager, earlier)

    async def on_unchanged(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
        await put_away(manager)
        draft, rules = await draft_and_rules(manager)
        await ask(manager, next_step(draft, rules))  # an old button may come when something is open again

    return Row(
        Button(Label("back"), id=f"back_{here}", on_click=on_back, when=can_go_back),
        Button(Label("back-to-preview"), id=f"unchanged_{here}", on_click=on_unchanged, when=is_changing),
    )
