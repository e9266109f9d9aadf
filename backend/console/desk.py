"""The list: what is on this desk, what is late or waits on top."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from fastapi import APIRouter, Request
from fastapi.responses import Response
from sqlalchemy import ColumnElement
from sqlalchemy.ext.asyncio import AsyncSession

from backend.campaigns import queries as campaigns
from backend.campaigns.schema import Campaign
from backend.console import desk_queries as queries
from backend.console.desk_queries import Show, Views
from backend.console.pages import first_page, page, see_other
from backend.console.session import AtDesk, Db, Desk, Typed
from backend.console.trouble import status_of
from backend.deadlines.queries import provisional
from backend.errors import NotFound, Refusal
from backend.handling import queries as handling
from backend.handling.model import Unit
from backend.people.values import cleaned
from backend.suggestions.model import Suggestion, SuggestionState
from backend.suggestions.queries import PAGE

router = APIRouter()

PAGE_DIGITS = 6
"""More digits than that are no page of ours."""
NUMBER = re.compile(r"[A-Z][A-Z0-9]{0,15}(-[0-9]{0,12})?|[0-9]{1,12}")
"""What a number may begin with, or its last figures."""


@dataclass(frozen=True)
class Row:
    suggestion: Suggestion
    rules: Campaign
    unit: Unit | None
    provisional: bool

    @property
    def due_on(self) -> date | None:
        return self.suggestion.due_on


@dataclass(frozen=True)
class Asked:
    """Which part of the list is wanted: a way of looking, a state or a number; one of the three."""

    show: Show | None = None
    state: SuggestionState | None = None
    number: str = ""

    def address(self, page: int) -> str:
        said = {"show": self.show, "state": self.state, "number": self.number}
        pairs = [f"{name}={value}" for name, value in said.items() if value]
        pairs += [f"page={page}"] if page > 1 else []
        return f"/suggestions?{'&'.join(pairs)}" if pairs else "/suggestions"


@dataclass(frozen=True)
class Listing:
    """One page of a desk; `counts` and `states` say how many there are in each part."""

    rows: Sequence[Row]
    asked: Asked
    counts: dict[Show, int]
    states: dict[SuggestionState, int]
    page: int
    pages: int


@router.get("/")
async def start(desk: AtDesk) -> Response:
    return see_other(first_page(desk.role))


@router.get("/suggestions")
async def show(request: Request, db: Db, desk: AtDesk) -> Response:
    said = request.query_params
    wanted = number_of(said.get("page", ""))
    asked = Asked(_show(said.get("show", "")), _state(said.get("state", "")), _number(said.get("number", "")))
    async with db.read() as session:
        listing = await _listing(session, desk, asked, wanted)
    return _page(request, listing)


@router.post("/suggestions")
async def find(request: Request, db: Db, desk: AtDesk, typed: Typed) -> Response:
    """Look for a number. Nothing that was typed gets into an address unless there is such a number."""
    said = _number(typed.get("number", ""))
    async with db.read() as session:
        if said and (found := await queries.rows(session, desk.sight, queries.numbered(said), 1)):
            return see_other(
                f"/suggestions/{found[0].number}" if len(found) == 1 else Asked(number=said).address(1)
            )
        listing = await _listing(session, desk, Asked(), 1)
    return _page(request, listing, refusal=NotFound("number-not-found"), typed=typed)


def _page(
    request: Request,
    listing: Listing,
    *,
    refusal: Refusal | None = None,
    typed: dict[str, str] | None = None,
) -> Response:
    return page(
        request,
        "desk.html",
        status=status_of(refusal) if refusal else 200,
        listing=listing,
        shows=list(Show),
        states=list(SuggestionState),
        refusal=refusal,
        typed=typed or {"number": listing.asked.number},
        asking=Asked,
    )


def _show(said: str) -> Show | None:
    return Show(said) if said in set(Show) else None


def _state(said: str) -> SuggestionState | None:
    return SuggestionState(said) if said in set(SuggestionState) else None


def _number(said: str) -> str:
    """Read a number or a part of one, in capitals or not, in full-width letters too; else ""."""
    words = "".join(unicodedata.normalize("NFKC", cleaned(said)).upper().split())
    return words if NUMBER.fullmatch(words) else ""


def number_of(said: str) -> int:
    return max(1, int(said)) if said.isascii() and said.isdigit() and len(said) <= PAGE_DIGITS else 1


async def _listing(session: AsyncSession, desk: Desk, asked: Asked, wanted: int) -> Listing:
    sight = desk.sight
    views = await queries.views(session, desk.staff.role)
    counts = await queries.counts(session, sight, views)
    asked = _settled(asked, counts)
    view = _view(asked, views)
    total = counts[asked.show] if asked.show else await queries.count(session, sight, view)
    pages = max(1, -(-total // PAGE))
    number = min(wanted, pages)
    found = await queries.rows(session, sight, view, number)
    return Listing(
        await _rows(session, found), asked, counts, await queries.states(session, sight), number, pages
    )


def _settled(asked: Asked, counts: dict[Show, int]) -> Asked:
    """Choose one part; where none was named, what is late, else what waits for this desk, else everything."""
    if asked.number:
        return Asked(number=asked.number)
    if asked.state:
        return Asked(state=asked.state)
    if asked.show in counts:
        return Asked(show=asked.show)
    there = (each for each in (Show.OVERDUE, Show.MINE) if counts.get(each))
    return Asked(show=next(there, Show.ALL))


def _view(asked: Asked, views: Views) -> ColumnElement[bool]:
    if asked.show:
        return views[asked.show]
    return Suggestion.state == asked.state if asked.state else queries.numbered(asked.number)


async def _rows(session: AsyncSession, found: Sequence[Suggestion]) -> list[Row]:
    units = {unit.id: unit for unit in await handling.units(session)}
    unsure = await provisional(session, [one.id for one in found])
    return [
        Row(
            one,
            await campaigns.edition(session, one.edition),
            units.get(one.unit_id or 0),
            provisional=one.id in unsure,
        )
        for one in found
    ]
