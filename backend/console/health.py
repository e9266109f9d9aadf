from fastapi import APIRouter
from fastapi.responses import PlainTextResponse
from sqlalchemy import select

from backend.console.session import Db
from backend.db import TRANSIENT

router = APIRouter()


@router.get("/healthz")
async def healthz(db: Db) -> PlainTextResponse:
    """Answer 200 "ok" when the database answers, 503 when it does not."""
    try:
        async with db.read() as session:
            await session.execute(select(1))
    except TRANSIENT:
        return PlainTextResponse("the database does not answer", 503)
    return PlainTextResponse("ok")
