"""Information officers: who is in office, invited or over, and the form that appoints one (R16, R22)."""

import re
import secrets
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import Response

from backend.console.pages import page
from backend.console.said import day_or_none, row_id
from backend.console.session import AtDesk, Db, Desk, Typed
from backend.console.trouble import status_of
from backend.console.units import reach
from backend.db import Database
from backend.errors import Refusal
from backend.officers import actions, listing, points, terms
from backend.officers.listing import Asked, Show
from backend.officers.model import Officer, OfficerKind
from backend.officers.terms import By, Terms
from backend.sources import links
from backend.units import queries as units

router = APIRouter()

BETWEEN = re.compile(r"[,，、;；\n]")
"""What stands between two words of expertise."""


def by(desk: Desk) -> By:
    """Say who acts, and for which units."""
    return By(desk.staff.id, reach(desk))


def terms_in(typed: dict[str, str]) -> Terms:
    """Read an appointment from its form."""
    kind = typed.get("kind", "")
    if kind not in set(OfficerKind):
        raise Refusal("officer-kind-missing")
    return Terms(
        name=typed.get("name", ""),
        kind=OfficerKind(kind),
        unit_id=row_id(typed.get("unit", "")),
        contact_point_id=row_id(typed.get("point", "")) or None,
        district=typed.get("district", ""),
        expertise=tuple(BETWEEN.split(typed.get("expertise", ""))),
        until=day_or_none(typed.get("until", "")),
    )


def invitation(request: Request, officer: Officer, token: str) -> Response:
    """Show an invitation: it is the answer itself, for we keep its hash alone."""
    payload, doors = actions.PREFIX + token, request.app.state.doors
    addresses = {channel: links.link(doors, channel, payload) for channel in sorted(doors)}
    shown = {
        channel: (address, links.qr_inline(address)) for channel, address in addresses.items() if address
    }
    return page(
        request,
        "officer_invited.html",
        officer=officer,
        links=shown,
        payload=payload,
        days=request.app.state.invitation_days,
        here=f"/officers/{officer.id}",
    )


@router.get("/officers")
async def show(request: Request, db: Db, desk: AtDesk) -> Response:
    return await _page(request, db, desk)


@router.post("/officers")
async def appoint(request: Request, db: Db, desk: AtDesk, typed: Typed) -> Response:
    try:
        officer, token = await actions.appoint(
            db,
            terms=terms_in(typed),
            by=by(desk),
            once=typed.get("once") or secrets.token_urlsafe(),
            days=request.app.state.invitation_days,
        )
    except Refusal as refusal:
        return await _page(request, db, desk, refusal=refusal, typed=typed)
    return invitation(request, officer, token)


async def _page(
    request: Request,
    db: Database,
    desk: Desk,
    *,
    refusal: Refusal | None = None,
    typed: dict[str, str] | None = None,
) -> Response:
    said, within = request.query_params, reach(desk)
    show = Show(said["show"]) if said.get("show") in set(Show) else None
    asked = Asked(within, row_id(said.get("unit", "")) or None, said.get("district", ""), show)
    async with db.read() as session:
        listed = await listing.listed(session, asked, row_id(said.get("page", "")))
        branches = await units.tree(session, within)
        return page(
            request,
            "officers.html",
            status=status_of(refusal) if refusal else 200,
            listed=listed,
            asked=asked,
            shows=list(Show),
            address=lambda show, number=1: _address(asked, show, number),
            standing=listing.standing,
            branches=branches,
            by_id={branch.unit.id: branch.unit for branch in branches},
            points=await points.open_ones(session, within),
            kinds=list(OfficerKind),
            limits=terms,
            once=secrets.token_urlsafe(16),
            refusal=refusal,
            typed=typed or {},
            **({"here": "/officers"} if refusal else {}),
        )


def _address(asked: Asked, show: Show | None, number: int) -> str:
    wanted = {"show": show or "", "unit": asked.unit_id or "", "district": asked.district}
    wanted["page"] = str(number) if number > 1 else ""
    said = urlencode({name: value for name, value in wanted.items() if value})
    return f"/officers?{said}" if said else "/officers"
