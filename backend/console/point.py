"""One contact point: its officers, its ways in with their posters, and its forms."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from backend.campaigns import queries as campaigns
from backend.console.officers import by
from backend.console.pages import page, see_other
from backend.console.points import place_in
from backend.console.posters import poster_of
from backend.console.said import row_id
from backend.console.session import AtDesk, Db, Desk, Typed
from backend.console.trouble import status_of
from backend.console.units import reach
from backend.console.ways_in_queries import came_by
from backend.db import Database
from backend.errors import NotFound, Refusal
from backend.officers import points
from backend.units import queries as units

router = APIRouter()

DONE = {"added", "changed", "closed", "reopened", "way-in"}


@router.get("/points/{point}")
async def show(request: Request, db: Db, desk: AtDesk, point: str) -> Response:
    done = request.query_params.get("done", "")
    return await _page(request, db, desk, point, done=done if done in DONE else "")


@router.post("/points/{point}/change")
async def change(request: Request, db: Db, desk: AtDesk, typed: Typed, point: str) -> Response:
    try:
        await points.change(db, point_id=row_id(point), place=place_in(typed), by=by(desk))
    except Refusal as refusal:
        return await _page(request, db, desk, point, refusal=refusal, form="change", typed=typed)
    return see_other(f"/points/{row_id(point)}?done=changed")


@router.post("/points/{point}/close")
async def close(db: Db, desk: AtDesk, point: str) -> Response:
    await points.close(db, point_id=row_id(point), by=by(desk))
    return see_other(f"/points/{row_id(point)}?done=closed")


@router.post("/points/{point}/reopen")
async def reopen(request: Request, db: Db, desk: AtDesk, point: str) -> Response:
    try:
        await points.reopen(db, point_id=row_id(point), by=by(desk))
    except Refusal as refusal:
        return await _page(request, db, desk, point, refusal=refusal, form="change")
    return see_other(f"/points/{row_id(point)}?done=reopened")


@router.post("/points/{point}/way-in")
async def add_way_in(request: Request, db: Db, desk: AtDesk, typed: Typed, point: str) -> Response:
    async with db.read() as session:
        if await points.one(session, row_id(point), reach(desk)) is None:
            raise NotFound("point-missing")
    try:
        campaign = typed.get("campaign", "")
        await points.add_way_in(db, point_id=row_id(point), campaign=campaign, by=by(desk))
    except NotFound as refusal:
        wrong = Refusal(refusal.key)
        return await _page(request, db, desk, point, refusal=wrong, form="way-in")
    return see_other(f"/points/{row_id(point)}?done=way-in")


@router.get("/points/{point}/poster")
async def poster(request: Request, db: Db, desk: AtDesk, point: str) -> Response:
    async with db.read() as session:
        one = await points.one(session, row_id(point), reach(desk))
        found = await points.ways_in(session, one.id) if one else []
    wanted = request.query_params.get("campaign")
    chosen = next((each for each in found if wanted in {None, each.campaign}), None)
    if chosen is None:
        raise NotFound("point-missing")
    return await poster_of(request, db, chosen)


async def _page(
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
    within = reach(desk)
    async with db.read() as session:
        one = await points.one(session, row_id(said), within)
        if one is None:
            raise NotFound("point-missing")
        branches = await units.tree(session)
        ways = await points.ways_in(session, one.id)
        offers = await campaigns.offered(session, "chat")
        return page(
            request,
            "point.html",
            status=status_of(refusal) if refusal else 200,
            point=one,
            officers=await points.officers_at(session, one.id),
            ways=ways,
            came=await came_by(session, ways),
            campaigns={offer.campaign.id: offer.campaign for offer in offers},
            without=[o.campaign for o in offers if o.campaign.id not in {way.campaign for way in ways}],
            branches=[each for each in branches if within is None or each.unit.id in within],
            by_id={branch.unit.id: branch.unit for branch in branches},
            limits=points,
            done=done,
            refusal=refusal,
            form=form,
            typed=typed or {name: str(getattr(one, name)) for name in ("name", "district", "address")},
            unit_chosen=(typed or {}).get("unit", str(one.unit_id)),
            doors=sorted(request.app.state.doors),
            here=f"/points/{one.id}",
        )
