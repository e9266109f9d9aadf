"""The ways into speaking for others; each asks anew whether the person is in office."""

from aiogram_dialog import DialogManager, ShowMode, StartMode

from bot.appointed import officer_of
from bot.states import Behalf


async def open_behalf(manager: DialogManager) -> None:
    """Show the way in, in a window below."""
    await officer_of(manager)
    await manager.start(Behalf.start, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)


async def open_entries(manager: DialogManager) -> None:
    await officer_of(manager)
    await manager.start(Behalf.entries, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)


async def show_sent(manager: DialogManager, number: str) -> None:
    """Show number and query code below, where they stay."""
    said = {"number": number}
    await manager.start(Behalf.sent, said, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)
