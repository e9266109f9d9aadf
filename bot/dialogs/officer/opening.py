"""The slip's QR code: it opens the look-up with the number in it, and asks for the code."""

from aiogram_dialog import DialogManager, StartMode

from backend.officers import queries as officers
from bot.context import db_of, notice, person_of
from bot.states import Mine, Officer


async def look_up(manager: DialogManager, number: str) -> None:
    """Ask for the query code: an officer in the window that is read out, anybody else in their own."""
    async with db_of(manager).read() as session:
        officer = await officers.of_person(session, person_of(manager).id)
    notice(manager, "mine-lookup-code", number=number)
    await manager.start(Officer.lookup if officer else Mine.lookup, mode=StartMode.RESET_STACK)
    manager.dialog_data["asked"] = number
