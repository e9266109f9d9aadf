"""One account, as administrators see it: role and unit, suspended or not, password and second factor."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from backend.console.accounts import told_once
from backend.console.pages import page, see_other
from backend.console.queries import house_zone
from backend.console.said import role_of, row_id
from backend.console.session import AtDesk, Db, Typed
from backend.console.trouble import status_of
from backend.db import Database
from backend.errors import NotFound, Refusal
from backend.handling import queries as handling
from backend.staff import accounts, log, queries
from backend.staff.model import UNITS, Role, Staff
from backend.units import queries as units

router = APIRouter()

DONE = {"role", "suspended", "resumed", "factor"}


@router.get("/accounts/{account}")
async def show(request: Request, db: Db, account: str) -> Response:
    done = request.query_params.get("done", "")
    return await _page(request, db, row_id(account), done=done if done in DONE else "")


async def _page(
    request: Request,
    db: Database,
    account: int,
    *,
    done: str = "",
    refusal: Refusal | None = None,
    typed: dict[str, str] | None = None,
) -> Response:
    async with db.read() as session:
        staff = await session.get(Staff, account)
        if staff is None:
            raise NotFound("account-missing")
        return page(
            request,
            "account.html",
            status=status_of(refusal) if refusal else 200,
            account=staff,
            factor=await queries.factor(session, account),
            linked=await queries.linked_person(session, account) is not None,
            sign_ins=await queries.sign_ins(session, account),
            listing=await log.logged(session, 1, about=account),
            units={unit.id: unit for unit in await handling.units(session)},
            branches=[each for each in await units.tree(session) if each.unit.retired_at is None],
            roles=list(Role),
            with_unit=UNITS,
            zone=await house_zone(session),
            done=done,
            refusal=refusal,
            typed=typed or {},
            here=f"/accounts/{account}",
        )


@router.post("/accounts/{account}/role")
async def change_role(request: Request, db: Db, desk: AtDesk, typed: Typed, account: str) -> Response:
    one = row_id(account)
    try:
        await accounts.change_role(
            db,
            staff_id=one,
            role=role_of(typed.get("role", "")),
            unit_id=row_id(typed.get("unit", "")),
            actor_id=desk.staff.id,
        )
    except Refusal as refusal:
        return await _page(request, db, one, refusal=refusal, typed=typed)
    return see_other(f"/accounts/{one}?done=role")


@router.post("/accounts/{account}/suspend")
async def suspend(db: Db, desk: AtDesk, account: str) -> Response:
    one = row_id(account)
    await accounts.suspend(db, staff_id=one, actor_id=desk.staff.id)
    return see_other(f"/accounts/{one}?done=suspended")


@router.post("/accounts/{account}/resume")
async def resume(db: Db, desk: AtDesk, account: str) -> Response:
    one = row_id(account)
    await accounts.resume(db, staff_id=one, actor_id=desk.staff.id)
    return see_other(f"/accounts/{one}?done=resumed")


@router.post("/accounts/{account}/password")
async def give_password(request: Request, db: Db, desk: AtDesk, account: str) -> Response:
    """Make a new one-time password; it is the answer itself, for we keep its hash alone."""
    one = row_id(account)
    password = await accounts.give_password(
        db, staff_id=one, actor_id=desk.staff.id, lasts=request.app.state.one_time
    )
    async with db.read() as session:
        staff = await session.get_one(Staff, one)
    return told_once(request, staff, password)


@router.post("/accounts/{account}/second-factor")
async def reset_factor(db: Db, desk: AtDesk, account: str) -> Response:
    one = row_id(account)
    await accounts.reset_factor(db, staff_id=one, actor_id=desk.staff.id)
    return see_other(f"/accounts/{one}?done=factor")
