"""One unit: its names and place in the tree, its members, who is on duty and who is away."""

from fastapi import APIRouter, Request
from fastapi.responses import Response
from sqlalchemy.ext.asyncio import AsyncSession

from backend.console.pages import page, see_other
from backend.console.said import row_id
from backend.console.session import AtDesk, Db, Desk, Typed
from backend.console.trouble import status_of
from backend.console.units import names_in, reach
from backend.db import Database
from backend.errors import NotFound, Refusal
from backend.handling.model import Unit
from backend.staff import queries as staff
from backend.units import actions, queries

router = APIRouter()

DONE = {"added", "renamed", "moved", "retired", "reopened", "duty", "absence", "ended"}


async def unit_here(session: AsyncSession, desk: Desk, said: str) -> Unit:
    """Return a unit this desk reaches; of others there is nothing."""
    unit_id, within = row_id(said), reach(desk)
    unit = await session.get(Unit, unit_id) if within is None or unit_id in within else None
    if unit is None:
        raise NotFound("unit-missing")
    return unit


@router.get("/units/{unit}")
async def show(request: Request, db: Db, desk: AtDesk, unit: str) -> Response:
    done = request.query_params.get("done", "")
    return await unit_page(request, db, desk, unit, done=done if done in DONE else "")


async def unit_page(
    request: Request,
    db: Database,
    desk: Desk,
    said: str,
    *,
    done: str = "",
    refusal: Refusal | None = None,
    form: str = "",
    typed: dict[str, str] | None = None,
) -> Response:
    async with db.read() as session:
        unit = await unit_here(session, desk, said)
        everything = await queries.tree(session)
        members = await staff.members(session, unit.id)
        return page(
            request,
            "unit.html",
            status=status_of(refusal) if refusal else 200,
            unit=unit,
            branches=[each for each in everything if each.unit.retired_at is None],
            by_id={each.unit.id: each.unit for each in everything},
            members=members,
            by_member={member.id: member for member in members},
            roster=await queries.roster(session, unit.id),
            at_hand=await queries.at_hand(session, unit.id),
            still_open=await queries.open_in(session, unit.id),
            hanging=await queries.hanging_on(session, unit.id),
            maximum=actions.NAME_MAXIMUM,
            done=done,
            refusal=refusal,
            form=form,
            typed=typed or {},
            here=f"/units/{unit.id}",
        )


@router.post("/units/{unit}/rename")
async def rename(request: Request, db: Db, desk: AtDesk, typed: Typed, unit: str) -> Response:
    one = row_id(unit)
    try:
        await actions.rename(db, unit_id=one, names=names_in(typed), actor_id=desk.staff.id)
    except Refusal as refusal:
        return await unit_page(request, db, desk, unit, refusal=refusal, form="rename", typed=typed)
    return see_other(f"/units/{one}?done=renamed")


@router.post("/units/{unit}/move")
async def move(request: Request, db: Db, desk: AtDesk, typed: Typed, unit: str) -> Response:
    one = row_id(unit)
    parent = row_id(typed.get("parent", "")) or None
    try:
        await actions.move(db, unit_id=one, parent_id=parent, actor_id=desk.staff.id)
    except Refusal as refusal:
        return await unit_page(request, db, desk, unit, refusal=refusal, form="move", typed=typed)
    return see_other(f"/units/{one}?done=moved")


@router.post("/units/{unit}/retire")
async def retire(request: Request, db: Db, desk: AtDesk, unit: str) -> Response:
    one = row_id(unit)
    try:
        await actions.retire(db, unit_id=one, actor_id=desk.staff.id)
    except Refusal as refusal:
        return await unit_page(request, db, desk, unit, refusal=refusal, form="retire")
    return see_other(f"/units/{one}?done=retired")


@router.post("/units/{unit}/reopen")
async def reopen(db: Db, desk: AtDesk, unit: str) -> Response:
    one = row_id(unit)
    await actions.reopen(db, unit_id=one, actor_id=desk.staff.id)
    return see_other(f"/units/{one}?done=reopened")
