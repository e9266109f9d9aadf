"""One suggestion: its page, and what can be done with it."""

import re
from urllib.parse import quote

from fastapi import APIRouter, Request
from fastapi.responses import Response

from backend.campaigns.queries import OTHER_TOPIC
from backend.console import case as cases
from backend.console.case import Case
from backend.console.guard import FILE_POLICY
from backend.console.pages import page, see_other
from backend.console.session import AtDesk, Db, Desk, Typed
from backend.console.trouble import status_of
from backend.db import Database
from backend.errors import NotAllowed, NotFound, Refusal
from backend.files.actions import fetch
from backend.handling import actions as handling
from backend.suggestions.model import EventKind, Suggestion, SuggestionState

router = APIRouter()

NUMBER = re.compile(r"[A-Z0-9]{1,16}-[0-9]{1,12}")
ID_DIGITS = 18


@router.get("/suggestions/{number}")
async def show(request: Request, db: Db, desk: AtDesk, number: str) -> Response:
    case = await _case(db, desk, number)
    done = request.query_params.get("done", "")
    return _page(request, case, done=done if done in _true_of(case.suggestion) else "")


def _true_of(suggestion: Suggestion) -> set[str]:
    """Return what may be said to have been done: a notice is only said when it is true."""
    shown = EventKind.PUBLISHED if suggestion.public_since else EventKind.UNPUBLISHED
    moved = {str(suggestion.state)} - {SuggestionState.REGISTERED}
    return moved | ({shown} if suggestion.public_change else set())


@router.post("/suggestions/{number}/forward")
async def forward(request: Request, db: Db, desk: AtDesk, typed: Typed, number: str) -> Response:
    try:
        await handling.forward(
            db, number=number, unit_id=_chosen(typed.get("unit", "")), staff_id=desk.staff.id
        )
    except Refusal as refusal:
        case = await _case(db, desk, number)
        return _page(request, case, refusal=refusal, form="forward", typed=typed)
    return see_other(f"/suggestions/{number}?done=forwarded")


@router.post("/suggestions/{number}/publish")
async def publish(db: Db, desk: AtDesk, number: str) -> Response:
    await handling.publish(db, number=number, staff_id=desk.staff.id)
    return see_other(f"/suggestions/{number}?done=published")


@router.post("/suggestions/{number}/unpublish")
async def unpublish(db: Db, desk: AtDesk, number: str) -> Response:
    await handling.unpublish(db, number=number, staff_id=desk.staff.id)
    return see_other(f"/suggestions/{number}?done=unpublished")


@router.get("/suggestions/{number}/files/{ordinal}")
async def download(request: Request, db: Db, desk: AtDesk, number: str, ordinal: int) -> Response:
    case = await _case(db, desk, number)
    for attachment, kept in case.files:
        if attachment.ordinal == ordinal:
            if kept.quarantine:
                raise NotAllowed("console-file-quarantined")
            content = await _bytes(request, attachment.sha256)
            return Response(content, media_type=kept.media_type, headers=_as_file(attachment.name, number))
    raise NotFound("console-not-found")


async def _bytes(request: Request, sha256: str) -> bytes:
    try:
        return await fetch(request.app.state.store, sha256)
    except FileNotFoundError as gone:
        raise NotFound("console-file-gone") from gone


async def _case(db: Database, desk: Desk, number: str) -> Case:
    if NUMBER.fullmatch(number):
        async with db.read() as session:
            if case := await cases.load(session, desk.sight, number):
                return case
    raise NotFound("suggestion-missing", number=number[:40])


def _page(
    request: Request,
    case: Case,
    *,
    done: str = "",
    refusal: Refusal | None = None,
    form: str = "",
    typed: dict[str, str] | None = None,
) -> Response:
    return page(
        request,
        "one.html",
        status=status_of(refusal) if refusal else 200,
        case=case,
        done=done,
        refusal=refusal,
        form=form,
        typed=typed or {},
        maximum=str(handling.REPLY_MAXIMUM),
        other_topic=OTHER_TOPIC,
        here=f"/suggestions/{case.suggestion.number}",
    )


def _chosen(unit: str) -> int:
    if not (unit.isascii() and unit.isdigit() and len(unit) <= ID_DIGITS):
        raise Refusal("unit-missing")
    return int(unit)


def _as_file(name: str, number: str) -> dict[str, str]:
    """Have the browser save it: what people send is never shown under our address."""
    ending = name.rsplit(".", 1)[-1] if "." in name else ""
    plain = f"{number}.{ending}" if ending.isascii() and ending.isalnum() else number
    return {
        "Content-Disposition": f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}",
        "Content-Security-Policy": FILE_POLICY,
    }
