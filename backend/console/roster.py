"""Who is on duty in a unit and who is away: kept on the unit's page by its lead or an administrator."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from backend.console.pages import see_other
from backend.console.said import day_said, row_id
from backend.console.session import AtDesk, Db, Desk, Typed
from backend.console.unit import unit_here, unit_page
from backend.db import Database
from backend.errors import Refusal
from backend.units import roster

router = APIRouter()


async def _reached(db: Database, desk: Desk, unit: str) -> int:
    async with db.read() as session:
        return (await unit_here(session, desk, unit)).id


@router.post("/units/{unit}/duty")
async def set_duty(request: Request, db: Db, desk: AtDesk, typed: Typed, unit: str) -> Response:
    one = await _reached(db, desk, unit)
    try:
        await roster.set_duty(
            db,
            unit_id=one,
            staff_id=row_id(typed.get("member", "")),
            first_day=day_said(typed.get("first", ""), "roster-day-missing"),
            last_day=day_said(typed.get("last", ""), "roster-day-missing"),
            actor_id=desk.staff.id,
        )
    except Refusal as refusal:
        return await unit_page(request, db, desk, unit, refusal=refusal, form="duty", typed=typed)
    return see_other(f"/units/{one}?done=duty")


@router.post("/units/{unit}/absence")
async def set_absence(request: Request, db: Db, desk: AtDesk, typed: Typed, unit: str) -> Response:
    one = await _reached(db, desk, unit)
    try:
        await roster.set_absence(
            db,
            unit_id=one,
            staff_id=row_id(typed.get("member", "")),
            stand_in_id=row_id(typed.get("stand-in", "")) or None,
            first_day=day_said(typed.get("first", ""), "roster-day-missing"),
            last_day=day_said(typed.get("last", ""), "roster-day-missing"),
            actor_id=desk.staff.id,
        )
    except Refusal as refusal:
        return await unit_page(request, db, desk, unit, refusal=refusal, form="absence", typed=typed)
    return see_other(f"/units/{one}?done=absence")


@router.post("/units/{unit}/duty/{row}/end")
async def end_duty(db: Db, desk: AtDesk, unit: str, row: str) -> Response:
    one = await _reached(db, desk, unit)
    await roster.end_duty(db, unit_id=one, row_id=row_id(row), actor_id=desk.staff.id)
    return see_other(f"/units/{one}?done=ended")


@router.post("/units/{unit}/absence/{row}/end")
async def end_absence(db: Db, desk: AtDesk, unit: str, row: str) -> Response:
    one = await _reached(db, desk, unit)
    await roster.end_absence(db, unit_id=one, row_id=row_id(row), actor_id=desk.staff.id)
    return see_other(f"/units/{one}?done=ended")
