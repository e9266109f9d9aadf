"""The ways to visits: the command, and the button under a message about one."""

from aiogram_dialog import DialogManager, ShowMode, StartMode

from backend.errors import NotFound
from backend.visits import queries
from backend.visits.queries import Row
from bot.appointed import officer_of
from bot.context import db_of, person_of
from bot.states import Visits


async def open_visits(manager: DialogManager) -> None:
    """Show what is to be told, in a window below."""
    await officer_of(manager)
    await manager.start(Visits.overview, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)


async def open_visit(manager: DialogManager, visit_id: int) -> None:
    """Show one visit below; a refusal says why that cannot be."""
    await visit_of(manager, visit_id)
    said = {"visit": visit_id}
    await manager.start(Visits.one, said, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)


async def visit_of(manager: DialogManager, visit_id: int) -> Row:
    """Return a visit of this officer, who is asked for anew each time."""
    await officer_of(manager)
    async with db_of(manager).read() as session:
        row = await queries.own(session, person_of(manager).id, visit_id)
    if row is None:
        raise NotFound("visit-missing")
    return row


async def visit_here(manager: DialogManager) -> Row:
    """Return the visit the window is about; a window that lost it is about the one that is due first."""
    started = manager.start_data if isinstance(manager.start_data, dict) else {}
    visit_id = int(manager.dialog_data.get("visit") or started.get("visit", 0))
    person_id = person_of(manager).id
    async with db_of(manager).read() as session:
        about = await queries.attended(session, person_id)
        if not visit_id and len(about) > 1 and about[1].isdigit():
            visit_id = int(about[1])
        if not visit_id:
            rows = (await queries.waiting(session, person_id)).rows
            visit_id = rows[0].visit.id if rows else 0
    return await visit_of(manager, visit_id)
