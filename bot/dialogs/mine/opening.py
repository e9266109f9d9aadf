"""The ways into "my suggestions", and out of it."""

from aiogram_dialog import DialogManager, ShowMode, StartMode

from bot.going import draft_of, go, open_start
from bot.states import Mine


async def open_mine(manager: DialogManager, show_mode: ShowMode | None = None) -> None:
    """Show the list in a new window below: a number and a code that were told stay where they are read."""
    await manager.start(Mine.overview, mode=StartMode.RESET_STACK, show_mode=show_mode or ShowMode.SEND)


async def leave(manager: DialogManager) -> None:
    """Go back to where the person stands: the unfinished suggestion, or the way in."""
    draft = await draft_of(manager)
    if draft and not draft.is_blank:
        await go(manager)
    else:
        await open_start(manager)
