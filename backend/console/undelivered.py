"""What could not be dealt with or delivered, without a word of what it says."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from backend.console import queries
from backend.console.pages import page
from backend.console.session import AtDesk, Db

router = APIRouter()


@router.get("/undelivered")
async def show(request: Request, db: Db, desk: AtDesk) -> Response:
    del desk
    async with db.read() as session:
        return page(
            request,
            "undelivered.html",
            letters=await queries.dead_letters(session),
            pushes=await queries.parked_pushes(session),
            zone=await queries.house_zone(session),
            most=str(queries.MOST_TROUBLES),
        )
