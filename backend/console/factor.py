"""The second factor's own page: a QR code to scan, a code that proves it, and recovery codes shown once."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from backend.config import SecondFactor
from backend.console.me import own_page
from backend.console.pages import first_page, page, see_other
from backend.console.session import AtDesk, Db, Desk, Typed, policy_of, token_of
from backend.console.trouble import status_of
from backend.db import Database
from backend.errors import NotAllowed, NotFound, Refusal
from backend.sources.links import qr_svg
from backend.staff import passwords, second_factor
from backend.staff.access import Pending
from backend.staff.model import SecondFactor as Factor

router = APIRouter()

GROUP = 4
"""Letters of the secret that are read and typed together."""


@router.get("/me/second-factor")
async def show(request: Request, db: Db, desk: AtDesk) -> Response:
    return await _page(request, db, desk)


async def _page(request: Request, db: Database, desk: Desk, refusal: Refusal | None = None) -> Response:
    begun = await _begun(db, desk)
    if begun and begun.confirmed_at:
        return see_other("/me")
    secret = begun.secret if begun else ""
    return page(
        request,
        "factor.html",
        status=status_of(refusal) if refusal else 200,
        secret=" ".join(secret[at : at + GROUP] for at in range(0, len(secret), GROUP)),
        needed=desk.pending == Pending.FACTOR,
        refused_here=policy_of(request) == SecondFactor.OFF,
        refusal=refusal,
        here="/me/second-factor",
    )


async def _begun(db: Database, desk: Desk) -> Factor | None:
    async with db.read() as session:
        return await session.get(Factor, desk.staff.id)


@router.post("/me/second-factor/begin")
async def begin(request: Request, db: Db, desk: AtDesk) -> Response:
    if policy_of(request) == SecondFactor.OFF:
        raise NotAllowed("factor-not-here")
    await second_factor.begin(db, staff_id=desk.staff.id)
    return see_other("/me/second-factor")


@router.get("/me/second-factor.svg")
async def drawing(db: Db, desk: AtDesk) -> Response:
    """Draw the secret, while it is not confirmed; afterwards nobody sees it again."""
    begun = await _begun(db, desk)
    if begun is None or begun.confirmed_at:
        raise NotFound("console-not-found")
    address = second_factor.address(desk.staff.login, begun.secret)
    return Response(qr_svg(address), media_type="image/svg+xml")


@router.post("/me/second-factor")
async def confirm(request: Request, db: Db, desk: AtDesk, typed: Typed) -> Response:
    """Switch it on; the recovery codes are the answer itself, for they stand nowhere to be shown again."""
    try:
        codes = await second_factor.confirm(
            db, staff_id=desk.staff.id, code=typed.get("code", ""), token=token_of(request)
        )
    except Refusal as refusal:
        return await _page(request, db, desk, refusal)
    onward = first_page(desk.role) if desk.pending else "/me"
    return page(request, "recovery.html", codes=codes, onward=onward, switched_on=True, here="/me")


@router.post("/me/recovery-codes")
async def renew(request: Request, db: Db, desk: AtDesk, typed: Typed) -> Response:
    """Make new recovery codes; they are the answer itself, as above."""
    try:
        await _asked_again(db, desk, typed)
        codes = await second_factor.renew_codes(db, staff_id=desk.staff.id)
    except Refusal as refusal:
        return await own_page(request, db, desk, refusal=refusal, form="recovery")
    return page(request, "recovery.html", codes=codes, onward="/me", switched_on=False, here="/me")


@router.post("/me/second-factor/off")
async def switch_off(request: Request, db: Db, desk: AtDesk, typed: Typed) -> Response:
    required = policy_of(request) == SecondFactor.REQUIRED
    try:
        await _asked_again(db, desk, typed)
        await second_factor.switch_off(db, staff_id=desk.staff.id, required=required)
    except Refusal as refusal:
        return await own_page(request, db, desk, refusal=refusal, form="factor")
    return see_other("/me?done=factor-off")


async def _asked_again(db: Database, desk: Desk, typed: dict[str, str]) -> None:
    """Ask for the password once more: a desk left open is not enough for this."""
    said = typed.get("password", "")
    await passwords.checked(db, staff_id=desk.staff.id, password=said, refusal="password-wrong")
