"""The office forgets an author without a chat, at their wish: by number and the code on their slip."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from backend.console.pages import page, see_other
from backend.console.session import AtDesk, Db, Typed
from backend.console.shown import case_of
from backend.console.trouble import status_of
from backend.errors import NotFound, Refusal
from backend.mydata import for_others, queries

router = APIRouter()


@router.get("/suggestions/{number}/forget")
async def show(request: Request, db: Db, desk: AtDesk, number: str) -> Response:
    return await _page(request, db, desk, number)


@router.post("/suggestions/{number}/forget")
async def forget(request: Request, db: Db, desk: AtDesk, typed: Typed, number: str) -> Response:
    await case_of(db, desk, number)
    try:
        await for_others.forget(db, number=number, code=typed.get("code", ""), staff_id=desk.staff.id)
    except Refusal as refusal:
        return await _page(request, db, desk, number, refusal)
    return see_other(f"/suggestions/{number}/forget")


async def _page(
    request: Request, db: Db, desk: AtDesk, number: str, refusal: Refusal | None = None
) -> Response:
    case = await case_of(db, desk, number)
    if case.entered is None:
        raise NotFound("console-not-found")
    async with db.read() as session:
        certificate = await queries.last_certificate(session, case.suggestion.person_id)
    return page(
        request,
        "forget.html",
        status=status_of(refusal) if refusal else 200,
        one=case.suggestion,
        zone=case.rules.time_zone,
        certificate=certificate,
        refusal=refusal,
        here=f"/suggestions/{number}/forget",
    )
