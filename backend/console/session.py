"""Who is at the desk, and whether the access table lets them in."""

import hmac
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.datastructures import FormData, UploadFile

from backend.config import SecondFactor
from backend.console import access
from backend.console.guard import UPLOAD_BYTES, from_own_page
from backend.db import Database
from backend.errors import NotAllowed, Refusal
from backend.files.types import tidy_name
from backend.i18n import LANGUAGES, language_for
from backend.notices import queries as notices
from backend.staff import actions as staff
from backend.staff import queries as staff_queries
from backend.staff.access import Answer, Pending, Rule, Scope, answer
from backend.staff.model import UNITS, Role, SignIn, Staff
from backend.suggestions.queries import Sight

COOKIE = "jindianzi_sign_in"


MOST_FIELDS = 40
MOST_FILES = 50
"""In one form: no campaign takes more."""


@dataclass(frozen=True)
class Upload:
    """A file as a browser sent it: nobody has looked into it yet."""

    name: str
    content: bytes


class SignInNeeded(Refusal):
    """Nobody is signed in, or no longer."""


class StepNeeded(NotAllowed):
    """Somebody is signed in, but for a step that comes first."""

    def __init__(self, pending: Pending) -> None:
        super().__init__("console-step-needed")
        self.pending = pending


@dataclass(frozen=True)
class Desk:
    """A member of staff at work.

    `pending` is what is to be done before anything else, `unread` counts their notices.
    """

    staff: Staff
    form_key: str
    sight: Sight
    pending: Pending | None = None
    unread: int = 0

    @property
    def role(self) -> Role:
        return Role(self.staff.role)


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
    desk: Desk | None = getattr(request.state, "waiting", None)
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
    rule = access.TABLE[request.method, request.scope["route"].path]
    desk = await _found(request)
    if desk and desk.pending != Pending.CODE:
        request.state.desk = desk
    request.state.waiting = desk
    if request.method == "POST":
        if not from_own_page(request):
            raise NotAllowed("console-form-foreign")
        await _read(request, rule, desk)
    if rule.roles is not None:
        _refuse_unless(request, rule, desk)


async def _found(request: Request) -> Desk | None:
    """Return whose browser this is, with what they may see now."""
    token = token_of(request)
    if not token:
        return None
    async with db_of(request).read() as session:
        sign_in = await staff_queries.signed_in(session, token)
        if sign_in is None:
            return None
        sight = await staff_queries.sight(session, sign_in.staff)
        pending = await _pending(session, sign_in, policy_of(request))
        unread = await notices.unread(session, sign_in.staff_id)
    await staff.seen(db_of(request), sign_in=sign_in)
    return Desk(sign_in.staff, sign_in.form_key, sight, pending, unread)


async def _pending(session: AsyncSession, sign_in: SignIn, policy: SecondFactor) -> Pending | None:
    if sign_in.code_due and policy != SecondFactor.OFF:
        return Pending.CODE
    if sign_in.staff.one_time:
        return Pending.PASSWORD
    lacks = policy == SecondFactor.REQUIRED and not await staff_queries.factor(session, sign_in.staff_id)
    return Pending.FACTOR if lacks else None


def token_of(request: Request) -> str:
    return request.cookies.get(COOKIE, "")


def policy_of(request: Request) -> SecondFactor:
    """Say whether second factors are asked for here."""
    policy: SecondFactor = request.app.state.second_factor
    return policy


async def _read(request: Request, rule: Rule, desk: Desk | None) -> None:
    """Read a form; files where the route takes them, and much of them only from whoever may send it."""
    takes_files = (request.method, request.scope["route"].path) in access.TAKES_FILES
    takes_files &= request.headers.get("content-type", "").startswith("multipart/")
    if takes_files and desk and not desk.pending and desk.role in (rule.roles or ()):
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


def _refuse_unless(request: Request, rule: Rule, desk: Desk | None) -> None:
    told = answer(rule, desk.role if desk else None, own=True)
    if desk is None or told == Answer.SIGN_IN:
        raise SignInNeeded("console-sign-in-over")
    if desk.pending and desk.pending not in rule.during:
        raise StepNeeded(desk.pending)
    if told == Answer.FORBIDDEN:
        raise NotAllowed("console-not-yours")
    of_unit = rule.scope in {Scope.OWN_UNIT, Scope.NARROWED}
    if of_unit and desk.role in UNITS and desk.staff.unit_id is None:
        raise NotAllowed("console-no-unit")
    if request.method == "POST":
        _refuse_stale(typed_in(request).get("form_key", ""), desk.form_key)


def _refuse_stale(form_key: str, wanted: str) -> None:
    if not hmac.compare_digest(form_key.encode(), wanted.encode()):
        raise NotAllowed("console-form-stale")


def _at_desk(request: Request) -> Desk:
    desk = desk_of(request)
    if desk is None:
        raise SignInNeeded("console-sign-in-over")
    return desk


def _waiting(request: Request) -> Desk:
    """Return who is signed in, be it for the code alone."""
    desk: Desk | None = getattr(request.state, "waiting", None)
    if desk is None:
        raise SignInNeeded("console-sign-in-over")
    return desk


AtDesk = Annotated[Desk, Depends(_at_desk)]
Waiting = Annotated[Desk, Depends(_waiting)]
Typed = Annotated[dict[str, str], Depends(typed_in)]
Uploads = Annotated[list[Upload], Depends(uploads_in)]
Db = Annotated[Database, Depends(db_of)]
