"""One event: what was collected there, its poster, its change and its end."""

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response
from sqlalchemy.ext.asyncio import AsyncSession

from backend.campaigns import queries as campaigns
from backend.console.events import told_in
from backend.console.officers import by
from backend.console.pages import page, see_other
from backend.console.points import places
from backend.console.posters import days_of, poster_of
from backend.console.said import row_id
from backend.console.session import AtDesk, Db, Desk, Typed
from backend.console.trouble import status_of
from backend.console.units import reach
from backend.dates import today
from backend.db import Database
from backend.errors import NotFound, Refusal
from backend.occasions import actions, queries
from backend.occasions.model import Occasion, OccasionKind

router = APIRouter()

DONE = {"added", "changed", "ended", "way-in"}


@router.get("/events/{event}")
async def show(request: Request, db: Db, desk: AtDesk, event: str) -> Response:
    done = request.query_params.get("done", "")
    return await _page(request, db, desk, event, done=done if done in DONE else "")


@router.post("/events/{event}/change")
async def change(request: Request, db: Db, desk: AtDesk, typed: Typed, event: str) -> Response:
    try:
        await actions.change(db, occasion_id=row_id(event), told=told_in(typed), by=by(desk))
    except Refusal as refusal:
        return await _page(request, db, desk, event, refusal=refusal, typed=typed)
    return see_other(f"/events/{row_id(event)}?done=changed")


@router.post("/events/{event}/end")
async def end(db: Db, desk: AtDesk, event: str) -> Response:
    await actions.end(db, occasion_id=row_id(event), by=by(desk))
    return see_other(f"/events/{row_id(event)}?done=ended")


@router.post("/events/{event}/way-in")
async def add_way_in(db: Db, desk: AtDesk, event: str) -> Response:
    await actions.way_in(db, occasion=await _here(db, desk, event))
    return see_other(f"/events/{row_id(event)}?done=way-in")


@router.get("/events/{event}/poster")
async def poster(request: Request, db: Db, desk: AtDesk, event: str) -> Response:
    one = await _here(db, desk, event)
    async with db.read() as session:
        source = await queries.way_in_of(session, one.id)
    if source is None:
        raise NotFound("source-missing")
    return await poster_of(request, db, source)


async def _here(db: Database, desk: Desk, said: str) -> Occasion:
    async with db.read() as session:
        one = await queries.one(session, row_id(said), reach(desk))
    if one is None:
        raise NotFound("occasion-missing")
    return one


def _typed(one: Occasion) -> dict[str, str]:
    """Return an event as its form shows it."""
    return {
        "title": one.title,
        "kind": one.kind,
        "unit": str(one.unit_id),
        "point": str(one.contact_point_id or ""),
        "place": one.place,
        "host": one.host,
        "first": one.first_day.isoformat(),
        "last": one.last_day.isoformat(),
    }


async def _page(
    request: Request,
    db: Database,
    desk: Desk,
    said: str,
    *,
    done: str = "",
    refusal: Refusal | None = None,
    typed: dict[str, str] | None = None,
) -> Response:
    one = await _here(db, desk, said)
    async with db.read() as session:
        _, rules = await campaigns.in_force(session, one.campaign)
        return page(
            request,
            "event.html",
            status=status_of(refusal) if refusal else 200,
            event=one,
            days_of=days_of,
            is_over=one.ended_at is not None or one.last_day < today(),
            rules=rules,
            way=await queries.way_in_of(session, one.id),
            collected=await queries.collected(session, one.id),
            **await _brought(session, one, desk, row_id(request.query_params.get("page", ""))),
            **await places(session, desk, one.contact_point_id),
            kinds=list(OccasionKind),
            most=actions.MOST,
            done=done,
            refusal=refusal,
            typed=typed or _typed(one),
            doors=sorted(request.app.state.doors),
            here=f"/events/{one.id}",
        )


async def _brought(session: AsyncSession, one: Occasion, desk: Desk, wanted: int) -> dict[str, Any]:
    """Return what was collected, as far as this desk may see it."""
    found, number, pages = await queries.suggestions_of(session, one.id, desk.sight, wanted)
    return {
        "suggestions": found,
        "editions": {each.id: await campaigns.edition(session, each.edition) for each in found},
        "listing": {"page": number, "pages": pages},
    }
