"""Everything a desk does with a suggestion; each answers how the suggestion stands afterwards."""

from fastapi import APIRouter
from sqlalchemy import select

from backend.api import shapes, shown
from backend.api.admission import Db, For, Guarded
from backend.api.shapes import Done
from backend.api.suggestions import Number
from backend.db import Database
from backend.errors import NotFound
from backend.handling import actions as handling
from backend.handling import queries, screening, unit
from backend.questions import actions as questions
from backend.suggestions.model import Suggestion

router = APIRouter(route_class=Guarded)
ONE = "/suggestions/{number}"


async def standing(db: Database, number: str) -> Done:
    """Return how it stands now, also where it has just left the asker's sight."""
    async with db.read() as session:
        found = await session.scalar(select(Suggestion).where(Suggestion.number == number))
        if found is None:
            raise NotFound("suggestion-missing", number=number)
        return shown.done(found, await shown.keys(session))


@router.post(f"{ONE}/forward", operation_id="forward")
async def forward(db: Db, program: For, number: Number, said: shapes.Forward) -> Done:
    """Give it to a unit, by the unit's key (R55)."""
    async with db.read() as session:
        found = await queries.unit_with_key(session, said.unit)
    if found is None:
        raise NotFound("unit-missing")
    await handling.forward(db, number=number, unit_id=found.id, staff_id=program.staff.id)
    return await standing(db, number)


@router.post(f"{ONE}/sign", operation_id="sign")
async def sign(db: Db, program: For, number: Number) -> Done:
    """Sign for it: the unit has it in hand (R65)."""
    await unit.sign(db, number=number, sight=program.sight, staff_id=program.staff.id)
    return await standing(db, number)


@router.post(f"{ONE}/send-back", operation_id="send-back")
async def send_back(db: Db, program: For, number: Number, said: shapes.Why) -> Done:
    """Say that it is not this unit's; the office assigns it anew (R123)."""
    await unit.send_back(
        db, number=number, reason=said.reason, sight=program.sight, staff_id=program.staff.id
    )
    return await standing(db, number)


@router.post(f"{ONE}/return", operation_id="return")
async def return_for_correction(db: Db, program: For, number: Number, said: shapes.Why) -> Done:
    """Give it back to its author to be put right (R56)."""
    await screening.return_for_correction(db, number=number, reason=said.reason, staff_id=program.staff.id)
    return await standing(db, number)


@router.post(f"{ONE}/divert", operation_id="divert")
async def divert(db: Db, program: For, number: Number, said: shapes.Divert) -> Done:
    """Tell its author where the matter belongs (R54, R62)."""
    await screening.divert(db, number=number, place=said.place, reason=said.reason, staff_id=program.staff.id)
    return await standing(db, number)


@router.post(f"{ONE}/merge", operation_id="merge")
async def merge(db: Db, program: For, number: Number, said: shapes.Merge) -> Done:
    """Let another suggestion stand for this one too (R59)."""
    await screening.merge(db, number=number, into=said.into, staff_id=program.staff.id)
    return await standing(db, number)


@router.post(f"{ONE}/ask", operation_id="ask")
async def ask(db: Db, program: For, number: Number, said: shapes.Ask) -> Done:
    """Ask its author something; the clock stands meanwhile (R136)."""
    await questions.ask(db, number=number, text=said.text, sight=program.sight, staff_id=program.staff.id)
    return await standing(db, number)


@router.post(f"{ONE}/reply", operation_id="reply")
async def reply(db: Db, program: For, number: Number, said: shapes.Reply) -> Done:
    """Answer its author for good (R67, R69)."""
    await handling.reply(
        db,
        number=number,
        outcome=said.outcome,
        text=said.text,
        reason=said.reason,
        sight=program.sight,
        staff_id=program.staff.id,
    )
    return await standing(db, number)


@router.post(f"{ONE}/move-date", operation_id="move-date")
async def move_date(db: Db, program: For, number: Number, said: shapes.MoveDate) -> Done:
    """Set another last day for the reply (R68)."""
    await unit.move_date(
        db,
        number=number,
        due_on=said.due_on,
        reason=said.reason,
        sight=program.sight,
        staff_id=program.staff.id,
    )
    return await standing(db, number)


@router.post(f"{ONE}/publish", operation_id="publish")
async def publish(db: Db, program: For, number: Number) -> Done:
    """Let everybody find it: number, text and outcome, never its author (R84)."""
    await handling.publish(db, number=number, staff_id=program.staff.id)
    return await standing(db, number)


@router.post(f"{ONE}/unpublish", operation_id="unpublish")
async def unpublish(db: Db, program: For, number: Number) -> Done:
    """Take it out of everybody's sight."""
    await handling.unpublish(db, number=number, staff_id=program.staff.id)
    return await standing(db, number)


@router.post(f"{ONE}/close", operation_id="close")
async def close(db: Db, program: For, number: Number) -> Done:
    """End the handling of what was answered."""
    await unit.close(db, number=number, staff_id=program.staff.id)
    return await standing(db, number)
