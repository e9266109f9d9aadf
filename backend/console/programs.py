"""Programs that act for somebody: their tokens, made and revoked."""

import secrets
from collections.abc import Mapping
from datetime import date

from fastapi import APIRouter, Request
from fastapi.responses import Response

from backend.console.pages import page, see_other
from backend.console.session import AtDesk, Db, Typed
from backend.console.trouble import status_of
from backend.dates import HOUSE_ZONE, today
from backend.db import Database
from backend.errors import NotFound, Refusal
from backend.programs import actions as programs
from backend.programs import queries
from backend.programs.model import ProgramToken, Scope

router = APIRouter()

ID_DIGITS = 18


@router.get("/programs")
async def show(request: Request, db: Db) -> Response:
    done = request.query_params.get("done", "")
    return await _list(request, db, done=done if done == "revoked" else "")


@router.post("/programs")
async def make(request: Request, db: Db, desk: AtDesk, typed: Typed) -> Response:
    """Make a token and show it on the answer itself: it stands nowhere else, and is never shown again."""
    try:
        token, secret = await programs.make(
            db,
            name=typed.get("name", ""),
            scopes=[scope for scope in Scope if typed.get(f"scope-{scope}")],
            login=typed.get("login", ""),
            last_day=_day(typed.get("last_day", "")),
            once=f"{desk.staff.id}:{typed.get('once', '')}",
            made_by=desk.staff.id,
        )
    except Refusal as refusal:
        return await _list(request, db, refusal=refusal, typed=typed)
    return await _list(request, db, made=token, secret=secret)


@router.post("/programs/{token}/revoke")
async def revoke(db: Db, token: str) -> Response:
    if not (token.isascii() and token.isdigit() and len(token) <= ID_DIGITS):
        raise NotFound("program-missing")
    await programs.revoke(db, token_id=int(token))
    return see_other("/programs?done=revoked")


def _day(said: str) -> date:
    try:
        return date.fromisoformat(said)
    except ValueError as error:
        raise Refusal("program-last-day", days=str(programs.LONGEST.days)) from error


async def _list(
    request: Request,
    db: Database,
    *,
    done: str = "",
    refusal: Refusal | None = None,
    typed: Mapping[str, str] | None = None,
    made: ProgramToken | None = None,
    secret: str = "",
) -> Response:
    async with db.read() as session:
        tokens = await queries.tokens(session)
        staff = await queries.possible_staff(session)
    return page(
        request,
        "programs.html",
        status=status_of(refusal) if refusal else 200,
        tokens=[(token, queries.is_good(token)) for token in tokens],
        staff=staff,
        scopes=list(Scope),
        today=today(),
        latest=today() + programs.LONGEST,
        once=secrets.token_urlsafe(16),
        zone=str(HOUSE_ZONE),
        done=done,
        refusal=refusal,
        typed=typed or {},
        made=made,
        secret=secret,
        maximum=programs.NAME_MAXIMUM,
        here="/programs",
    )
