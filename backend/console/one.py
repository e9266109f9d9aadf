"""One suggestion: its page and its files."""

from urllib.parse import quote

from fastapi import APIRouter, Request
from fastapi.responses import Response

from backend.console.case import Case
from backend.console.guard import FILE_POLICY
from backend.console.session import AtDesk, Db
from backend.console.shown import case_of, page_of
from backend.errors import NotAllowed, NotFound
from backend.files.actions import fetch
from backend.files.model import StoredFile
from backend.suggestions.model import EventKind, SuggestionState

router = APIRouter()

_BY_THE_AUTHOR = {
    EventKind.REGISTERED,
    EventKind.CORRECTED,
    EventKind.OBJECTED,
    EventKind.ANSWERED,
    EventKind.SUPPLEMENTED,
    EventKind.RATED,
    EventKind.REOPENED,
    EventKind.WITHDRAWN,
}
_SHOWN_WHERE_IT_STANDS = {
    EventKind.SENT_BACK,
    EventKind.DATE_MOVED,
    EventKind.EXTENSION_ASKED,
    EventKind.EXTENSION_DECIDED,
    EventKind.CONTACTED,
    EventKind.TOLD,
    EventKind.REPLY_HANDED_IN,
    EventKind.REPLY_APPROVED,
    EventKind.REPLY_GIVEN_BACK,
    EventKind.REPLY_DISCARDED,
    EventKind.REPLY_CORRECTED,
}
SAID = frozenset(EventKind) - _BY_THE_AUTHOR - _SHOWN_WHERE_IT_STANDS
"""What a notice can say was done."""


@router.get("/suggestions/{number}")
async def show(request: Request, db: Db, desk: AtDesk, number: str) -> Response:
    case = await case_of(db, desk, number)
    return await page_of(request, case, done=_done(case, request.query_params.get("done", "")))


def _done(case: Case, said: str) -> str:
    """Return what may be said to have been done: a notice is only said when it is true."""
    one, newest = case.suggestion, case.suggestion.events[-1].kind
    shown = EventKind.PUBLISHED if one.public_since else EventKind.UNPUBLISHED
    true = {str(newest), str(one.state)} - {SuggestionState.REGISTERED}
    true |= {str(shown)} if one.public_change else set()
    if said == EventKind.FORWARDED and newest == EventKind.ASSISTING:
        return str(newest)
    return said if said in true & SAID else ""


@router.get("/suggestions/{number}/files/{ordinal}")
async def download(request: Request, db: Db, desk: AtDesk, number: str, ordinal: int) -> Response:
    case = await case_of(db, desk, number)
    for attachment, kept in case.files:
        if attachment.ordinal == ordinal:
            return await handed_out(request, attachment.name, kept, number)
    raise NotFound("console-not-found")


@router.get("/suggestions/{number}/answers/{part}")
async def download_answer(request: Request, db: Db, desk: AtDesk, number: str, part: int) -> Response:
    case = await case_of(db, desk, number)
    found = case.thread.answer(part)
    if found is None or found.sha256 is None:
        raise NotFound("console-not-found")
    return await handed_out(request, found.name or "", case.thread.answers[found.sha256], number)


async def handed_out(request: Request, name: str, kept: StoredFile, number: str) -> Response:
    """Hand out stored bytes to be saved; not what has not been found clean."""
    if kept.quarantine:
        raise NotAllowed("console-file-quarantined")
    content = await _bytes(request, kept.sha256)
    return Response(content, media_type=kept.media_type, headers=_as_file(name, number))


async def _bytes(request: Request, sha256: str) -> bytes:
    try:
        return await fetch(request.app.state.store, sha256)
    except FileNotFoundError as gone:
        raise NotFound("console-file-gone") from gone


def _as_file(name: str, number: str) -> dict[str, str]:
    """Have the browser save it: what people send is never shown under our address."""
    ending = name.rsplit(".", 1)[-1] if "." in name else ""
    plain = f"{number}.{ending}" if ending.isascii() and ending.isalnum() else number
    return {
        "Content-Disposition": f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}",
        "Content-Security-Policy": FILE_POLICY,
    }
