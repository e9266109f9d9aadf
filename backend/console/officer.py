"""One appointment: what it says, a new invitation, another unit or last day, its end."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from backend.console.officers import by, invitation, terms_in
from backend.console.pages import page, see_other
from backend.console.points import places
from backend.console.said import row_id
from backend.console.session import AtDesk, Db, Desk, Typed
from backend.console.trouble import status_of
from backend.console.units import reach
from backend.db import Database
from backend.errors import NotFound, Refusal
from backend.officers import actions, listing, terms
from backend.officers.model import Officer, OfficerKind
from backend.staff.model import Staff

router = APIRouter()

DONE = {"changed", "ended"}


@router.get("/officers/{officer}")
async def show(request: Request, db: Db, desk: AtDesk, officer: str) -> Response:
    done = request.query_params.get("done", "")
    return await _page(request, db, desk, officer, done=done if done in DONE else "")


@router.post("/officers/{officer}/invite")
async def invite(request: Request, db: Db, desk: AtDesk, officer: str) -> Response:
    try:
        one, token = await actions.invite(
            db, officer_id=row_id(officer), by=by(desk), days=request.app.state.invitation_days
        )
    except Refusal as refusal:
        return await _page(request, db, desk, officer, refusal=refusal)
    return invitation(request, one, token)


@router.post("/officers/{officer}/change")
async def change(request: Request, db: Db, desk: AtDesk, typed: Typed, officer: str) -> Response:
    try:
        one = await actions.change(db, officer_id=row_id(officer), terms=terms_in(typed), by=by(desk))
    except Refusal as refusal:
        return await _page(request, db, desk, officer, refusal=refusal, typed=typed)
    return see_other(f"/officers/{one.id}?done=changed")


@router.post("/officers/{officer}/end")
async def end(db: Db, desk: AtDesk, officer: str) -> Response:
    one = await actions.end(db, officer_id=row_id(officer), by=by(desk))
    return see_other(f"/officers/{one.id}?done=ended")


def _typed(officer: Officer) -> dict[str, str]:
    """Return an appointment as its form shows it."""
    return {
        "name": officer.name,
        "kind": officer.kind,
        "unit": str(officer.unit_id),
        "point": str(officer.contact_point_id or ""),
        "district": officer.district,
        "expertise": ", ".join(officer.expertise),
        "until": officer.until.isoformat() if officer.until else "",
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
    async with db.read() as session:
        one = await listing.one(session, row_id(said), reach(desk))
        if one is None:
            raise NotFound("officer-missing")
        return page(
            request,
            "officer.html",
            status=status_of(refusal) if refusal else 200,
            officer=one,
            standing=listing.standing(one),
            by_whom=await session.get(Staff, one.appointed_by),
            **await places(session, desk, one.contact_point_id),
            kinds=list(OfficerKind),
            limits=terms,
            done=done,
            refusal=refusal,
            typed=typed or _typed(one),
            here=f"/officers/{one.id}",
        )
