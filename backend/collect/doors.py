"""What a phone asks of the server: each time who it is, how often, and then the one thing."""

from datetime import timedelta

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from backend import pace
from backend.collect import offered
from backend.collect.shapes import EntryBody, SigningIn
from backend.collect.trouble import language_of
from backend.collecting import actions, entries, queries, uploads
from backend.collecting.model import CollectUpload
from backend.collecting.queries import Holder
from backend.db import Database
from backend.errors import NotFound

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
REQUESTS_A_MINUTE = 600
"""Of one phone: a photo is a dozen pieces at most, and a good line sends many."""
SIGN_INS_AN_HOUR = 60
BIGGEST = len(str(uploads.PHOTO_BYTES))


def db_of(request: Request) -> Database:
    db: Database = request.app.state.db
    return db


async def _holder(request: Request) -> Holder:
    """Return whose phone it is, by the key in the header alone; too many requests are refused."""
    kind, _, key = request.headers.get("authorization", "").partition(" ")
    if kind.lower() != "bearer" or not key:
        raise NotFound("collect-device-gone")
    db = db_of(request)
    async with db.read() as session:
        found = await queries.holder(session, key.strip())
    await _spend(db, "collect", str(found.device.id), most=REQUESTS_A_MINUTE, within=MINUTE)
    await actions.seen(db, device=found.device)
    return found


async def _spend(db: Database, *who: str, most: int, within: timedelta) -> None:
    async with db.begin() as session:
        await pace.spend(session, pace.key_of(*who), most=most, within=within, refusal="collect-too-fast")


async def sign_in(request: Request) -> Response:
    """Let a phone in: the link's token comes in the body, so that it stands in no log."""
    told = SigningIn.model_validate_json(await request.body())
    address = request.client.host if request.client else ""
    await _spend(db_of(request), "collect-sign-in", address, most=SIGN_INS_AN_HOUR, within=HOUR)
    found = await actions.sign_in(db_of(request), token=told.token, key=told.key)
    return JSONResponse({"person": str(found.person.id)})


async def sign_out(request: Request) -> Response:
    found = await _holder(request)
    await actions.sign_out(db_of(request), device_id=found.device.id, officer_id=found.officer.id)
    return Response(status_code=204)


async def offer(request: Request) -> Response:
    found = await _holder(request)
    async with db_of(request).read() as session:
        return JSONResponse(await offered.offer(session, found))


async def how_far(request: Request) -> Response:
    found = await _holder(request)
    async with db_of(request).read() as session:
        upload = await uploads.how_far(
            session, device_id=found.device.id, sha256=request.path_params["sha256"]
        )
    return _far(upload)


async def take_piece(request: Request) -> Response:
    found = await _holder(request)
    upload = await uploads.take(
        db_of(request),
        request.app.state.store,
        device=found.device,
        sha256=request.path_params["sha256"],
        at=_number(request, "at"),
        size=_number(request, "size"),
        piece=await request.body(),
        clamd=request.app.state.clamd,
    )
    return _far(upload)


def _number(request: Request, name: str) -> int:
    """Read a number of the address; -1, which fits nothing, for what is none."""
    said = request.query_params.get(name, "")
    return int(said) if said.isascii() and said.isdigit() and len(said) <= BIGGEST else -1


def _far(upload: CollectUpload | None) -> Response:
    got, kept = (upload.got, upload.kept is not None) if upload else (0, False)
    return JSONResponse({"got": got, "kept": kept})


async def enter(request: Request) -> Response:
    found = await _holder(request)
    told = EntryBody.model_validate_json(await request.body())
    entered = await entries.enter(
        db_of(request), of=found, entry=told.collected(found.person), language=language_of(request)
    )
    suggestion, code = entered.registered.suggestion, entered.registered.code
    received = entered.received.isoformat()
    return JSONResponse(
        {"number": suggestion.number, "code": code, "received": received, "moved": entered.moved}
    )
