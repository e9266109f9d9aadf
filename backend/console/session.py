"""Who is at the desk, and whether the access table lets them in."""

import hmac
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request
from starlette.datastructures import FormData, UploadFile

from backend.console import access
from backend.console.guard import UPLOAD_BYTES, from_own_page
from backend.db import Database
from backend.errors import NotAllowed, Refusal
from backend.files.types import tidy_name
from backend.i18n import LANGUAGES, language_for
from backend.staff import queries as staff_queries
from backend.staff.model import UNITS, Role, SignIn, Staff
from backend.suggestions.queries import Sight

COOKIE = "jindianzi_sign_in"


MOST_FIELDS = 20
MOST_FILES = 50
"""In one form: no campaign takes more."""


@dataclass(frozen=True)
class Upload:
    """A file as a browser sent it: nobody has looked into it yet."""

    name: str
    content: bytes


class SignInNeeded(Refusal):
    """Nobody is signed in, or no longer."""


@dataclass(frozen=True)
class Desk:
    """A member of staff at work."""

    staff: Staff
    form_key: str
    sight: Sight


def db_of(request: Request) -> Database:
    db: Database = request.app.state.db
    return db


def desk_of(request: Request) -> Desk | None:
    """Return who was found at the desk; None before or without that."""
    return getattr(request.state, "desk", None)


def typed_in(request: Request) -> dict[str, str]:
    """Return what was typed into the form that was sent from our own page."""
    typed: dict[str, str] = getattr(request.state, "typed", {})
    return typed


def uploads_in(request: Request) -> list[Upload]:
    """Return the files that came with the form."""
    sent: list[Upload] = getattr(request.state, "uploads", [])
    return sent


def language_of(request: Request) -> str:
    desk = desk_of(request)
    if desk and desk.staff.language in LANGUAGES:
        return desk.staff.language
    chosen = typed_in(request).get("language") or request.query_params.get("language")
    if chosen in LANGUAGES:
        return chosen
    return spoken(request)


def spoken(request: Request) -> str:
    """Return the language the browser asks for first."""
    first = request.headers.get("accept-language", "").split(",")[0].split(";")[0].strip()
    return language_for(first if first[:1].isalpha() else None)


async def admit(request: Request) -> None:
    """Let in, or refuse, by the access table; every route passes here first."""
    roles = access.TABLE[request.method, request.scope["route"].path]
    sign_in = await _signed_in(request)
    if sign_in:
        request.state.desk = _desk(sign_in)
    if request.method == "POST":
        if not from_own_page(request):
            raise NotAllowed("console-form-foreign")
        await _read(request, sign_in, roles)
    if roles is not None:
        _refuse_unless(request, sign_in, roles)


async def _signed_in(request: Request) -> SignIn | None:
    token = request.cookies.get(COOKIE)
    if not token:
        return None
    async with db_of(request).read() as session:
        return await staff_queries.signed_in(session, token)


def _desk(sign_in: SignIn) -> Desk:
    return Desk(sign_in.staff, sign_in.form_key, staff_queries.sight(sign_in.staff))


async def _read(request: Request, sign_in: SignIn | None, roles: access.Roles) -> None:
    """Read a form; files where the route takes them, and much of them only from whoever may send it."""
    takes_files = (request.method, request.scope["route"].path) in access.TAKES_FILES
    takes_files &= request.headers.get("content-type", "").startswith("multipart/")
    if takes_files and sign_in and sign_in.staff.role in (roles or ()):
        request.scope["form_allowance"].most = UPLOAD_BYTES
    async with request.form(max_files=MOST_FILES if takes_files else 0, max_fields=MOST_FIELDS) as form:
        request.state.typed = _words_in(form)
        request.state.uploads = [
            Upload(tidy_name(said.filename), await said.read())
            for _, said in form.multi_items()
            if isinstance(said, UploadFile) and said.filename
        ]


async def read_form(request: Request) -> dict[str, str]:
    async with request.form(max_files=0, max_fields=MOST_FIELDS) as form:
        return _words_in(form)


def _words_in(form: FormData) -> dict[str, str]:
    return {name: said.replace("\0", "") for name, said in form.items() if isinstance(said, str)}


def _refuse_unless(request: Request, sign_in: SignIn | None, roles: frozenset[Role]) -> None:
    if sign_in is None:
        raise SignInNeeded("console-sign-in-over")
    if sign_in.staff.role not in roles:
        raise NotAllowed("console-not-yours")
    if sign_in.staff.role in UNITS and sign_in.staff.unit_id is None:
        raise NotAllowed("console-no-unit")
    if request.method == "POST":
        _refuse_stale(typed_in(request).get("form_key", ""), sign_in.form_key)


def _refuse_stale(form_key: str, wanted: str) -> None:
    if not hmac.compare_digest(form_key.encode(), wanted.encode()):
        raise NotAllowed("console-form-stale")


def _at_desk(request: Request) -> Desk:
    desk = desk_of(request)
    if desk is None:
        raise SignInNeeded("console-sign-in-over")
    return desk


AtDesk = Annotated[Desk, Depends(_at_desk)]
Typed = Annotated[dict[str, str], Depends(typed_in)]
Uploads = Annotated[list[Upload], Depends(uploads_in)]
Db = Annotated[Database, Depends(db_of)]
