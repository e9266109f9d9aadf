"""The clerk's queue: one unscreened suggestion after the other, the oldest first."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from backend.console.case import Case
from backend.console.pages import page
from backend.console.queries import waiting_for_screening
from backend.console.said import whole
from backend.console.session import AtDesk, Db, Desk
from backend.console.shown import NUMBER, Queue, case_of, page_of
from backend.db import Database
from backend.errors import NotFound

router = APIRouter()


@router.get("/screening")
async def show(request: Request, db: Db, desk: AtDesk) -> Response:
    wanted = max(1, whole(request.query_params.get("place", "")[:6]) or 1)
    async with db.read() as session:
        waiting, number, place = await waiting_for_screening(session, wanted)
    last = await _last(db, desk, request.query_params.get("last", ""))
    queue = _queue(place, waiting, last)
    if number is None:
        return page(request, "screened.html", queue=queue)
    return await page_of(request, await case_of(db, desk, number), queue=queue)


async def _last(db: Database, desk: Desk, number: str) -> Case | None:
    """Return what this clerk has just dealt with, if that is true."""
    if not NUMBER.fullmatch(number):
        return None
    try:
        case = await case_of(db, desk, number)
    except NotFound:
        return None
    who = case.timeline[-1].who
    return case if who and who.id == desk.staff.id else None


def _queue(place: int, waiting: int, last: Case | None) -> Queue:
    if last is None:
        return Queue(place, waiting)
    return Queue(place, waiting, last.timeline[-1], last.suggestion.number, last.undoable is not None)
