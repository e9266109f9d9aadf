from fastapi import APIRouter, Request
from fastapi.responses import Response

from backend.console.pages import local, page, see_other
from backend.console.session import COOKIE, AtDesk, Db, Typed, desk_of
from backend.console.trouble import status_of
from backend.errors import Refusal
from backend.i18n import LANGUAGES
from backend.staff import actions as staff

router = APIRouter()


@router.get("/sign-in")
async def show(request: Request, next: str = "") -> Response:  # noqa: A002 - the name in the address
    target = local(next)
    if desk_of(request):
        return see_other(target)
    return page(request, "sign_in.html", target=target, login="", refusal=None)


@router.post("/sign-in")
async def sign_in(request: Request, db: Db, typed: Typed) -> Response:
    login, target = typed.get("login", "").strip(), local(typed.get("next", ""))
    try:
        address = request.client.host if request.client else ""
        token = await staff.sign_in(db, login=login, password=typed.get("password", ""), address=address)
    except Refusal as refusal:
        return _again(request, refusal, login=login, target=target)
    answer = see_other(target)
    answer.set_cookie(
        COOKIE,
        token,
        max_age=int(staff.STAY.total_seconds()),
        httponly=True,
        samesite="lax",
        secure=request.app.state.secure_cookies,
    )
    return answer


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
    if "seconds" in refusal.blanks:
        answer.headers["Retry-After"] = refusal.blanks["seconds"]
    return answer


@router.post("/sign-out")
async def sign_out(request: Request, db: Db, desk: AtDesk) -> Response:
    del desk
    await staff.sign_out(db, token=request.cookies[COOKIE])
    answer = see_other("/sign-in")
    answer.delete_cookie(COOKIE, httponly=True, samesite="lax", secure=request.app.state.secure_cookies)
    return answer


@router.post("/language")
async def choose_language(db: Db, desk: AtDesk, typed: Typed) -> Response:
    chosen = typed.get("language", "")
    if chosen not in LANGUAGES:
        raise Refusal("console-language-unknown")
    await staff.choose_language(db, staff_id=desk.staff.id, language=chosen)
    return see_other(local(typed.get("back", "")))
