"""One step back; and from a change, back to the preview with nothing changed."""

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Row

from backend.drafts.model import Step
from bot.dialogs.suggest.getters import is_changing, is_first_time
from bot.going import ask
from bot.text import Label


def back_button(step: Step | None) -> Row:
    """Lead back to a step, or, where everything was answered before, to the preview."""

    async def on_back(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
        if step:
            await ask(manager, step)

    async def on_unchanged(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
        await ask(manager, Step.PREVIEW)

    unchanged = Button(Label("back-to-preview"), id="unchanged", on_click=on_unchanged, when=is_changing)
    if step is None:
        return Row(unchanged)
    return Row(Button(Label("back"), id="back", on_click=on_back, when=is_first_time), unchanged)
