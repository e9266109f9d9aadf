"""Phones on which officers collect without signal: which there are, and signing one out."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from backend.collecting import actions, queries
from backend.console.pages import page, see_other
from backend.console.said import row_id
from backend.console.session import Db
from backend.dates import HOUSE_ZONE

router = APIRouter()


@router.get("/phones")
async def show(request: Request, db: Db) -> Response:
    async with db.read() as session:
        known = await queries.all_phones(session)
    done = request.query_params.get("done") == "ended"
    return page(request, "phones.html", known=known, done=done, zone=str(HOUSE_ZONE))


@router.post("/phones/{phone}/end")
async def end(db: Db, phone: str) -> Response:
    await actions.sign_out(db, device_id=row_id(phone))
    return see_other("/phones?done=ended")
