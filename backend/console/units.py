"""The tree of units; those of a unit see their own and what is below it (R66)."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from backend.console.pages import page, see_other
from backend.console.said import row_id
from backend.console.session import AtDesk, Db, Desk, Typed
from backend.console.trouble import status_of
from backend.db import Database
from backend.errors import Refusal
from backend.i18n import LANGUAGES
from backend.staff.model import UNITS
from backend.units import actions, queries

router = APIRouter()


def reach(desk: Desk) -> frozenset[int] | None:
    """Return which units this desk reaches; None for every one."""
    return desk.sight.units if desk.role in UNITS else None


def names_in(typed: dict[str, str]) -> dict[str, str]:
    return {language: typed.get(f"name-{language}", "") for language in LANGUAGES}


@router.get("/units")
async def show(request: Request, db: Db, desk: AtDesk) -> Response:
    return await _page(request, db, desk)


@router.post("/units")
async def add(request: Request, db: Db, desk: AtDesk, typed: Typed) -> Response:
    try:
        unit = await actions.add(
            db,
            key=typed.get("key", ""),
            names=names_in(typed),
            parent_id=row_id(typed.get("parent", "")) or None,
            actor_id=desk.staff.id,
        )
    except Refusal as refusal:
        return await _page(request, db, desk, refusal=refusal, typed=typed)
    return see_other(f"/units/{unit.id}?done=added")


async def _page(
    request: Request,
    db: Database,
    desk: Desk,
    *,
    refusal: Refusal | None = None,
    typed: dict[str, str] | None = None,
) -> Response:
    async with db.read() as session:
        branches = await queries.tree(session, reach(desk))
        return page(
            request,
            "units.html",
            status=status_of(refusal) if refusal else 200,
            branches=branches,
            by_id={branch.unit.id: branch.unit for branch in branches},
            members=await queries.counted_members(session),
            maximum=actions.NAME_MAXIMUM,
            refusal=refusal,
            typed=typed or {},
            here="/units",
        )
