"""Signing in: the password, then the code where there is a second factor; and out again."""

from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import Response

from backend.config import SecondFactor
from backend.console.devices import device_of
from backend.console.pages import HOME, first_page, local, page, see_other
from backend.console.session import (
    COOKIE,
    Db,
    Desk,
    Typed,
    Waiting,
    desk_of,
    policy_of,
    token_of,
)
from backend.console.trouble import status_of
from backend.db import Database
from backend.errors import Refusal
from backend.i18n import LANGUAGES
from backend.staff import actions as staff
from backend.staff import queries, second_factor
from backend.staff.model import Role

router = APIRouter()


def onward(role: Role, target: str) -> str:
    """Return where to go after signing in: where one was going, or the role's own first page."""
    return first_page(role) if target == HOME else target


@router.get("/sign-in")
async def show(request: Request, next: str = "") -> Response:  # noqa: A002 - the name in the address
    target = local(next)
    if desk := desk_of(request):
        return see_other(onward(desk.role, target))
    return page(request, "sign_in.html", target=target, login="", refusal=None)


@router.post("/sign-in")
async def sign_in(request: Request, db: Db, typed: Typed) -> Response:
    login, target = typed.get("login", "").strip(), local(typed.get("next", ""))
    try:
        token = await staff.sign_in(
            db,
            login=login,
            password=typed.get("password", ""),
            address=request.client.host if request.client else "",
            device=device_of(request.headers.get("user-agent", "")),
            codes=policy_of(request) != SecondFactor.OFF,
        )
    except Refusal as refusal:
        return _again(request, refusal, login=login, target=target)
    answer = see_other(await _after_password(db, token, target))
    answer.set_cookie(
        COOKIE,
        token,
        max_age=int(staff.STAY.total_seconds()),
        httponly=True,
        samesite="lax",
        secure=request.app.state.secure_cookies,
    )
    return answer


async def _after_password(db: Database, token: str, target: str) -> str:
    async with db.read() as session:
        opened = await queries.signed_in(session, token)
    if opened is None:
        return "/sign-in"
    if opened.code_due:
        return _code_at(target)
    return onward(Role(opened.staff.role), target)


def _code_at(target: str) -> str:
    """Return where the code is asked for, on the way to `target`."""
    return "/sign-in/code" if target == HOME else f"/sign-in/code?{urlencode({'next': target})}"


def _again(request: Request, refusal: Refusal, *, login: str, target: str) -> Response:
    answer = page(
        request,
        "sign_in.html",
        status=status_of(refusal),
        target=target,
        login=login,
        refusal=refusal,
        here="/sign-in",
    )
    return _later(answer, refusal)


def _later(answer: Response, refusal: Refusal) -> Response:
    """Tell programs, too, how long to wait."""
    if "seconds" in refusal.blanks:
        answer.headers["Retry-After"] = refusal.blanks["seconds"]
    return answer


@router.get("/sign-in/code")
async def show_code(
    request: Request,
    waiting: Waiting,
    next: str = "",  # noqa: A002 - the name in the address
) -> Response:
    if waiting.pending is None:
        return see_other(onward(waiting.role, local(next)))
    return _code_page(request, waiting, local(next))


@router.post("/sign-in/code")
async def code(request: Request, db: Db, waiting: Waiting, typed: Typed) -> Response:
    target = local(typed.get("next", ""))
    try:
        await second_factor.show(db, token=token_of(request), code=typed.get("code", ""))
    except Refusal as refusal:
        return _later(_code_page(request, waiting, target, refusal), refusal)
    return see_other(onward(waiting.role, target))


def _code_page(request: Request, waiting: Desk, target: str, refusal: Refusal | None = None) -> Response:
    return page(
        request,
        "sign_in_code.html",
        status=status_of(refusal) if refusal else 200,
        waiting=waiting,
        target=target,
        refusal=refusal,
        here=_code_at(target),
    )


@router.post("/sign-out")
async def sign_out(request: Request, db: Db) -> Response:
    await staff.sign_out(db, token=token_of(request))
    answer = see_other("/sign-in")
    answer.delete_cookie(COOKIE, httponly=True, samesite="lax", secure=request.app.state.secure_cookies)
    return answer


@router.post("/language")
async def choose_language(db: Db, desk: Waiting, typed: Typed) -> Response:
    chosen = typed.get("language", "")
    if chosen not in LANGUAGES:
        raise Refusal("console-language-unknown")
    await staff.choose_language(db, staff_id=desk.staff.id, language=chosen)
    return see_other(onward(desk.role, local(typed.get("back", ""))))
