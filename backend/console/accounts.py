"""Accounts: the list, the form that makes one, and the log of what was done to them."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import Response
from sqlalchemy.ext.asyncio import AsyncSession

from backend.console.desk import number_of
from backend.console.pages import page
from backend.console.queries import house_zone
from backend.console.said import role_of, row_id
from backend.console.session import AtDesk, Db, Typed
from backend.console.trouble import status_of
from backend.dates import HOUSE_ZONE
from backend.db import Database
from backend.errors import Refusal
from backend.handling import queries as handling
from backend.staff import accounts, log, queries
from backend.staff.model import UNITS, Role, Staff
from backend.suggestions.queries import PAGE
from backend.units import queries as units

router = APIRouter()

LONGEST_SEARCH = 64


@dataclass(frozen=True)
class Listing:
    """One page of accounts, narrowed to what was searched for."""

    rows: Sequence[Staff]
    said: str
    role: Role | None
    total: int
    page: int
    pages: int

    def address(self, page: int) -> str:
        wanted = {"q": self.said, "role": self.role or "", "page": page if page > 1 else ""}
        said = urlencode({name: value for name, value in wanted.items() if value})
        return f"/accounts?{said}" if said else "/accounts"


@router.get("/accounts")
async def show(request: Request, db: Db) -> Response:
    return await _list(request, db)


@router.post("/accounts")
async def make(request: Request, db: Db, desk: AtDesk, typed: Typed) -> Response:
    """Make an account; its one-time password is the answer itself, for we keep its hash alone."""
    try:
        made, password = await accounts.make(
            db,
            login=typed.get("login", ""),
            role=role_of(typed.get("role", "")),
            unit_id=row_id(typed.get("unit", "")),
            lasts=request.app.state.one_time,
            actor_id=desk.staff.id,
        )
    except Refusal as refusal:
        return await _list(request, db, refusal=refusal, typed=typed)
    return told_once(request, made, password)


def told_once(request: Request, account: Staff, password: str) -> Response:
    where, zone = f"/accounts/{account.id}", str(HOUSE_ZONE)
    return page(request, "password_given.html", account=account, password=password, zone=zone, here=where)


async def _list(
    request: Request, db: Database, *, refusal: Refusal | None = None, typed: dict[str, str] | None = None
) -> Response:
    asked = request.query_params
    said, role = asked.get("q", "").strip()[:LONGEST_SEARCH], asked.get("role", "")
    async with db.read() as session:
        return page(
            request,
            "accounts.html",
            status=status_of(refusal) if refusal else 200,
            listing=await _listing(session, said, role, number_of(asked.get("page", ""))),
            roles=list(Role),
            with_unit=UNITS,
            branches=[each for each in await units.tree(session) if each.unit.retired_at is None],
            refusal=refusal,
            typed=typed or {},
            **({"here": "/accounts"} if refusal else {}),
        )


async def _listing(session: AsyncSession, said: str, role_said: str, wanted: int) -> Listing:
    role = Role(role_said) if role_said in set(Role) else None
    rows, total = await queries.accounts(session, said=said, role=role, page=wanted)
    pages = max(1, -(-total // PAGE))
    if wanted > pages:
        wanted = pages
        rows, total = await queries.accounts(session, said=said, role=role, page=wanted)
    return Listing(rows, said, role, total, wanted, pages)


@router.get("/account-log")
async def show_log(request: Request, db: Db) -> Response:
    async with db.read() as session:
        return page(
            request,
            "account_log.html",
            listing=await log.logged(session, number_of(request.query_params.get("page", ""))),
            units={unit.id: unit for unit in await handling.units(session)},
            zone=await house_zone(session),
        )
