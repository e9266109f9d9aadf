"""The list: what is on this desk."""

from collections.abc import Sequence
from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import Response
from sqlalchemy.ext.asyncio import AsyncSession

from backend.campaigns import queries as campaigns
from backend.campaigns.schema import Campaign
from backend.console import queries
from backend.console.pages import first_page, page, see_other
from backend.console.session import AtDesk, Db
from backend.handling import queries as handling
from backend.handling.model import Unit
from backend.suggestions.model import Suggestion, SuggestionState
from backend.suggestions.queries import PAGE, Sight

router = APIRouter()

PAGE_DIGITS = 6
"""More digits than that are no page of ours."""


@dataclass(frozen=True)
class Row:
    suggestion: Suggestion
    rules: Campaign
    unit: Unit | None


@dataclass(frozen=True)
class Listing:
    """One page of a desk; `counts` holds how many there are in each state."""

    rows: Sequence[Row]
    counts: dict[SuggestionState, int]
    state: SuggestionState | None
    page: int
    pages: int

    @property
    def total(self) -> int:
        return sum(self.counts.values())


@router.get("/")
async def start(desk: AtDesk) -> Response:
    return see_other(first_page(desk.role))


@router.get("/suggestions")
async def show(request: Request, db: Db, desk: AtDesk) -> Response:
    state = _state(request.query_params.get("state", ""))
    wanted = number_of(request.query_params.get("page", ""))
    async with db.read() as session:
        listing = await _listing(session, desk.sight, state, wanted)
    return page(request, "desk.html", listing=listing, states=list(SuggestionState))


def _state(said: str) -> SuggestionState | None:
    return SuggestionState(said) if said in set(SuggestionState) else None


def number_of(said: str) -> int:
    return max(1, int(said)) if said.isascii() and said.isdigit() and len(said) <= PAGE_DIGITS else 1


async def _listing(
    session: AsyncSession, sight: Sight, state: SuggestionState | None, wanted: int
) -> Listing:
    counts = await queries.counts(session, sight)
    total = counts.get(state, 0) if state else sum(counts.values())
    pages = max(1, -(-total // PAGE))
    number = min(wanted, pages)
    units = {unit.id: unit for unit in await handling.units(session)}
    rows = [
        Row(
            suggestion,
            await campaigns.edition(session, suggestion.edition),
            units.get(suggestion.unit_id or 0),
        )
        for suggestion in await queries.rows(session, sight, state=state, page=number)
    ]
    return Listing(rows, counts, state, number, pages)
