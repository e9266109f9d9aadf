"""Asking for a later day, and deciding it; a refused form is shown once more on a page of its own."""

from datetime import date

from fastapi import APIRouter, Request
from fastapi.responses import Response

from backend.console import case as cases
from backend.console.pages import page, see_other
from backend.console.session import AtDesk, Db, Desk, Typed
from backend.console.trouble import status_of
from backend.db import Database
from backend.errors import NotFound, Refusal
from backend.handling import extensions

router = APIRouter()


@router.post("/suggestions/{number}/extension")
async def ask(request: Request, db: Db, desk: AtDesk, typed: Typed, number: str) -> Response:
    try:
        await extensions.ask(
            db,
            number=number,
            wanted_on=_day(typed.get("wanted_on", "")),
            reason=typed.get("reason", ""),
            sight=desk.sight,
            staff_id=desk.staff.id,
        )
    except Refusal as refusal:
        return await _again(request, db, desk, number, refusal)
    return see_other(f"/suggestions/{number}#deadline")


@router.post("/suggestions/{number}/extension/decision")
async def decide(request: Request, db: Db, desk: AtDesk, typed: Typed, number: str) -> Response:
    try:
        await extensions.decide(
            db,
            number=number,
            approved=_yes(typed.get("approved", "")),
            reason=typed.get("reason", ""),
            staff_id=desk.staff.id,
        )
    except Refusal as refusal:
        return await _again(request, db, desk, number, refusal)
    return see_other(f"/suggestions/{number}#deadline")


def _day(said: str) -> date:
    try:
        return date.fromisoformat(said.strip())
    except ValueError as unclear:
        raise Refusal("date-missing") from unclear


def _yes(said: str) -> bool:
    if said not in {"yes", "no"}:
        raise Refusal("extension-decision-missing")
    return said == "yes"


async def _again(request: Request, db: Database, desk: Desk, number: str, refusal: Refusal) -> Response:
    async with db.read() as session:
        case = await cases.load(session, desk.sight, number)
    if case is None:
        raise NotFound("suggestion-missing", number=number[:40])
    typed = request.state.typed
    here = f"/suggestions/{number}"
    return page(
        request,
        "extension.html",
        status=status_of(refusal),
        case=case,
        refusal=refusal,
        typed=typed,
        form="extension",
        here=here,
    )
