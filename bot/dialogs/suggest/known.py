"""What a known person said the last time, offered again."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Column

from backend.drafts import speaker
from backend.drafts.model import Step
from bot.dialogs.suggest.sharing import put_away
from bot.going import answer, go
from bot.text import Label


def last_button(step: Step) -> Column:
    """Offer the last answer to this question, and all of them where more are open."""

    async def on_last(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
        await put_away(manager)
        await answer(manager, speaker.reuse, step=step)
        await go(manager)

    return Column(
        Button(Label("use-all-last"), id=f"all_last_{step}", on_click=on_all_last, when=has_all),
        Button(Label("use-last"), id=f"last_{step}", on_click=on_last, when=has_last),
    )


async def on_all_last(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await put_away(manager)
    await answer(manager, speaker.reuse)
    await go(manager)


def has_last(data: dict[str, Any], _widget: object, _manager: DialogManager) -> bool:
    return bool(data["last"])


def has_all(data: dict[str, Any], _widget: object, _manager: DialogManager) -> bool:
    """More than this question can be answered as the last time."""
    return bool(data["last_more"])
