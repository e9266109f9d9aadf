"""The ways to the desk: the command, a link from the console, a button under a notice."""

from aiogram_dialog import DialogManager, ShowMode, StartMode

from backend.errors import NotFound, Refusal
from backend.staff import linking
from backend.suggestions.queries import one_on_desk
from bot.context import db_of, notice, person_of
from bot.dialogs.desk.here import at_desk, may
from bot.going import open_start
from bot.states import Desk


async def open_desk(manager: DialogManager) -> None:
    """Show what waits, in a window below; a refusal says why that cannot be."""
    await at_desk(manager, "desk")
    await manager.start(Desk.waiting, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)


async def open_from_notice(manager: DialogManager, number: str) -> None:
    """Show one suggestion, in a window below."""
    _, sight = await at_desk(manager, "desk-one")
    async with db_of(manager).read() as session:
        if await one_on_desk(session, sight, number) is None:
            raise NotFound("suggestion-missing", number=number)
    said = {"number": number}
    await manager.start(Desk.one, said, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)


async def link_chat(manager: DialogManager, code: str) -> None:
    """Link this chat to the account whose owner made the code."""
    try:
        staff = await linking.link(db_of(manager), person_id=person_of(manager).id, code=code)
    except Refusal as refusal:
        notice(manager, refusal.key, **refusal.blanks)
        await open_start(manager)
        return
    notice(manager, "desk-linked", login=staff.login)
    if may(staff, "desk"):
        await open_desk(manager)
    else:
        await open_start(manager)
