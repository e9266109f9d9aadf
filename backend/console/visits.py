"""Word to bring in person (R22, R72): what is open, given to another officer where one has left."""

from collections.abc import Sequence
from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import Response
from sqlalchemy.ext.asyncio import AsyncSession

from backend.campaigns import queries as campaigns
from backend.campaigns.schema import Campaign
from backend.console.desk import number_of
from backend.console.pages import page, see_other
from backend.console.said import row_id
from backend.console.session import AtDesk, Db, Desk, Typed
from backend.console.trouble import status_of
from backend.dates import days_left
from backend.db import Database
from backend.drafts.model import Draft
from backend.errors import Refusal
from backend.handling import queries as handling
from backend.handling.model import Unit
from backend.officers.model import Officer
from backend.proxy import queries as proxy
from backend.proxy import speaking
from backend.ratings import queries as ratings
from backend.staff.model import OFFICE
from backend.visits import actions, making, queries

router = APIRouter()


@dataclass(frozen=True)
class Row:
    """An open visit; `takers` are who could take it over, `left` where its officer is no longer in office."""

    visit: queries.Row
    rules: Campaign
    left: bool
    takers: Sequence[Officer]

    @property
    def late(self) -> bool:
        return days_left(self.visit.visit.due_on, self.rules.time_zone) < 0


@dataclass(frozen=True)
class Left:
    draft: Draft
    officer: Officer
    takers: Sequence[Officer]


@dataclass(frozen=True)
class Listing:
    rows: Sequence[Row]
    drafts: Sequence[Left]
    units: dict[int, Unit]
    tally: Sequence[ratings.Tally]
    officer: int
    page: int
    pages: int

    @property
    def forms(self) -> set[str]:
        """The forms that are there to stand a refusal beside."""
        mine = {f"visit-{row.visit.visit.id}" for row in self.rows if row.takers}
        return mine | {f"draft-{left.draft.id}" for left in self.drafts if left.takers}

    def address(self, page: int) -> str:
        whose = f"officer={self.officer}&" if self.officer else ""
        return f"/visits?{whose}page={page}"


@router.get("/visits")
async def show(request: Request, db: Db, desk: AtDesk) -> Response:
    return await _page(request, db, desk, done=request.query_params.get("done", "") == "given")


@router.post("/visits/{visit}/reassign")
async def reassign(request: Request, db: Db, desk: AtDesk, typed: Typed, visit: int) -> Response:
    try:
        await actions.reassign(
            db, visit_id=visit, officer_id=row_id(typed.get("officer", "")), staff_id=desk.staff.id
        )
    except Refusal as refusal:
        return await _page(request, db, desk, refusal=refusal, form=f"visit-{visit}")
    return see_other("/visits?done=given")


@router.post("/entries/{draft}/hand-over")
async def hand_over(request: Request, db: Db, desk: AtDesk, typed: Typed, draft: int) -> Response:
    try:
        await speaking.hand_over(
            db, draft_id=draft, officer_id=row_id(typed.get("officer", "")), staff_id=desk.staff.id
        )
    except Refusal as refusal:
        return await _page(request, db, desk, refusal=refusal, form=f"draft-{draft}")
    return see_other("/visits?done=given")


async def _page(
    request: Request,
    db: Database,
    desk: Desk,
    *,
    done: bool = False,
    refusal: Refusal | None = None,
    form: str = "",
) -> Response:
    async with db.read() as session:
        listing = await _listing(session, request, desk)
    return page(
        request,
        "visits.html",
        status=status_of(refusal) if refusal else 200,
        listing=listing,
        done=done,
        refusal=refusal,
        form=form,
        here="/visits",
    )


async def _listing(session: AsyncSession, request: Request, desk: Desk) -> Listing:
    said = request.query_params
    officer = row_id(said.get("officer", ""))
    pile = await queries.on_desk(session, desk.sight, number_of(said.get("page", "")), officer or None)
    rows = [await _row(session, row) for row in pile.rows]
    return Listing(
        rows=rows,
        drafts=await _left(session) if desk.staff.role in OFFICE else (),
        units={unit.id: unit for unit in await handling.units(session)},
        tally=await ratings.tally(session) if desk.sight.everything else (),
        officer=officer,
        page=pile.page,
        pages=pile.pages,
    )


async def _row(session: AsyncSession, row: queries.Row) -> Row:
    return Row(
        row,
        await campaigns.edition(session, row.suggestion.edition),
        left=await making.whose(session, row.visit) is None,
        takers=await queries.who_may_take(session, row.officer),
    )


async def _left(session: AsyncSession) -> list[Left]:
    found = await proxy.left_behind(session)
    return [Left(draft, who, await queries.who_may_take(session, who)) for draft, who in found]
