"""Collection events, leaders' visits among them: the list, and the form that puts one down (R24-R26)."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from backend.campaigns import queries as campaigns
from backend.console.officers import by
from backend.console.pages import page, see_other
from backend.console.posters import days_of
from backend.console.said import day_said, row_id
from backend.console.session import AtDesk, Db, Desk, Typed
from backend.console.trouble import status_of
from backend.console.units import reach
from backend.db import Database
from backend.errors import Refusal
from backend.occasions import actions, queries
from backend.occasions.actions import Told
from backend.occasions.model import OccasionKind
from backend.officers import points
from backend.units import queries as units

router = APIRouter()


def told_in(typed: dict[str, str]) -> Told:
    """Read an event from its form."""
    kind = typed.get("kind", "")
    if kind not in set(OccasionKind):
        raise Refusal("occasion-kind-missing")
    first = day_said(typed.get("first", ""), "date-unclear")
    return Told(
        unit_id=row_id(typed.get("unit", "")),
        kind=OccasionKind(kind),
        title=typed.get("title", ""),
        first_day=first,
        last_day=day_said(typed["last"], "date-unclear") if typed.get("last", "").strip() else first,
        place=typed.get("place", ""),
        host=typed.get("host", ""),
        contact_point_id=row_id(typed.get("point", "")) or None,
    )


@router.get("/events")
async def show(request: Request, db: Db, desk: AtDesk) -> Response:
    return await _page(request, db, desk)


@router.post("/events")
async def add(request: Request, db: Db, desk: AtDesk, typed: Typed) -> Response:
    try:
        one = await actions.add(db, campaign=typed.get("campaign", ""), told=told_in(typed), by=by(desk))
    except Refusal as refusal:
        return await _page(request, db, desk, refusal=refusal, typed=typed)
    return see_other(f"/events/{one.id}?done=added")


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
            "events.html",
            status=status_of(refusal) if refusal else 200,
            listed=await queries.listed(session, within, row_id(request.query_params.get("page", ""))),
            days_of=days_of,
            campaigns=[offer.campaign for offer in await campaigns.offered(session, "chat")],
            branches=branches,
            by_id={branch.unit.id: branch.unit for branch in branches},
            points=await points.open_ones(session, within),
            kinds=list(OccasionKind),
            most=actions.MOST,
            refusal=refusal,
            typed=typed or {},
            here="/events",
        )
