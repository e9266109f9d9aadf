"""Contact points: the list, and the form that opens one (R16)."""

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response
from sqlalchemy.ext.asyncio import AsyncSession

from backend.console.officers import by
from backend.console.pages import page, see_other
from backend.console.said import row_id
from backend.console.session import AtDesk, Db, Desk, Typed
from backend.console.trouble import status_of
from backend.console.units import reach
from backend.db import Database
from backend.errors import Refusal
from backend.officers import points
from backend.officers.model import ContactPoint
from backend.officers.points import Place
from backend.units import queries as units

router = APIRouter()


def place_in(typed: dict[str, str]) -> Place:
    """Read a contact point from its form."""
    return Place(
        unit_id=row_id(typed.get("unit", "")),
        name=typed.get("name", ""),
        district=typed.get("district", ""),
        address=typed.get("address", ""),
    )


async def places(session: AsyncSession, desk: Desk, point_id: int | None) -> dict[str, Any]:
    """Return the units and contact points a form offers; the point it has is always there."""
    within = reach(desk)
    at = await session.get(ContactPoint, point_id) if point_id else None
    branches = await units.tree(session)
    others = [point for point in await points.open_ones(session, within) if point != at]
    return {
        "point": at,
        "points": [*([at] if at else []), *others],
        "branches": [each for each in branches if within is None or each.unit.id in within],
        "by_id": {branch.unit.id: branch.unit for branch in branches},
    }


@router.get("/points")
async def show(request: Request, db: Db, desk: AtDesk) -> Response:
    return await _page(request, db, desk)


@router.post("/points")
async def add(request: Request, db: Db, desk: AtDesk, typed: Typed) -> Response:
    try:
        point = await points.open_point(db, place=place_in(typed), by=by(desk))
    except Refusal as refusal:
        return await _page(request, db, desk, refusal=refusal, typed=typed)
    return see_other(f"/points/{point.id}?done=added")


async def _page(
    request: Request,
    db: Database,
    desk: Desk,
    *,
    refusal: Refusal | None = None,
    typed: dict[str, str] | None = None,
) -> Response:
    within = reach(desk)
    async with db.read() as session:
        branches = await units.tree(session, within)
        return page(
            request,
            "points.html",
            status=status_of(refusal) if refusal else 200,
            listed=await points.listed(session, within, row_id(request.query_params.get("page", ""))),
            branches=branches,
            by_id={branch.unit.id: branch.unit for branch in branches},
            limits=points,
            refusal=refusal,
            typed=typed or {},
            here="/points",
        )
