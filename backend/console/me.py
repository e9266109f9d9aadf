"""One's own account: where it is signed in, its password, its second factor, its chat."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from backend.config import SecondFactor
from backend.console.pages import first_page, page, see_other
from backend.console.queries import house_zone
from backend.console.session import AtDesk, Db, Desk, Typed, policy_of, token_of
from backend.console.trouble import status_of
from backend.db import Database
from backend.errors import Refusal
from backend.staff import actions as staff
from backend.staff import passwords, queries

router = APIRouter()

HASH_PART = 16
"""Characters of a sign-in's hash by which its owner names it."""
DONE = {"password", "out", "factor-off", "unlinked"}


@router.get("/me")
async def show(request: Request, db: Db, desk: AtDesk) -> Response:
    done = request.query_params.get("done", "")
    return await own_page(request, db, desk, done=done if done in DONE else "")


async def own_page(
    request: Request,
    db: Database,
    desk: Desk,
    *,
    done: str = "",
    refusal: Refusal | None = None,
    form: str = "",
) -> Response:
    me = desk.staff.id
    async with db.read() as session:
        return page(
            request,
            "me.html",
            status=status_of(refusal) if refusal else 200,
            sign_ins=await queries.sign_ins(session, me),
            this=queries.digest(token_of(request)),
            part=HASH_PART,
            factor=await queries.factor(session, me),
            left=await queries.recovery_left(session, me),
            linked=await queries.linked_person(session, me) is not None,
            policy=policy_of(request),
            off=SecondFactor.OFF,
            required=SecondFactor.REQUIRED,
            zone=await house_zone(session),
            done=done,
            refusal=refusal,
            form=form,
            here="/me",
        )


@router.post("/me/sign-out")
async def sign_out(db: Db, desk: AtDesk, typed: Typed) -> Response:
    """End one of one's own sign-ins; unknown ones are over already."""
    said = typed.get("which", "")
    async with db.read() as session:
        mine = [one.token_hash for one in await queries.sign_ins(session, desk.staff.id)]
    for token_hash in mine:
        if token_hash[:HASH_PART] == said:
            await staff.sign_out_one(db, staff_id=desk.staff.id, token_hash=token_hash)
    return see_other("/me?done=out")


@router.post("/me/sign-out-others")
async def sign_out_others(request: Request, db: Db, desk: AtDesk) -> Response:
    await staff.sign_out_others(db, staff_id=desk.staff.id, token=token_of(request))
    return see_other("/me?done=out")


@router.get("/me/password")
async def show_password(request: Request, desk: AtDesk) -> Response:
    return _password_page(request, desk)


@router.post("/me/password")
async def change_password(request: Request, db: Db, desk: AtDesk, typed: Typed) -> Response:
    first = desk.staff.one_time
    said = {name: typed.get(name, "") for name in ("old", "new", "again")}
    try:
        await passwords.change(db, staff_id=desk.staff.id, token=token_of(request), **said)
    except Refusal as refusal:
        return _password_page(request, desk, refusal)
    return see_other(first_page(desk.role) if first else "/me?done=password")


def _password_page(request: Request, desk: Desk, refusal: Refusal | None = None) -> Response:
    return page(
        request,
        "password.html",
        status=status_of(refusal) if refusal else 200,
        first=desk.staff.one_time,
        minimum=str(staff.PASSWORD_MINIMUM),
        maximum=str(passwords.PASSWORD_MAXIMUM),
        refusal=refusal,
        here="/me/password",
    )
