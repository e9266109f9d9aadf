"""The slip's QR code: it opens the look-up with the number in it, and asks for the code."""

from aiogram_dialog import DialogManager, StartMode

from bot.appointed import officer_or_none
from bot.context import notice
from bot.states import Mine, Officer


async def look_up(manager: DialogManager, number: str) -> None:
    """Ask for the query code: an officer in the window that is read out, anybody else in their own."""
    officer = await officer_or_none(manager)
    notice(manager, "mine-lookup-code", number=number)
    await manager.start(Officer.lookup if officer else Mine.lookup, mode=StartMode.RESET_STACK)
    manager.dialog_data["asked"] = number
