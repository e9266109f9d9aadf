"""Ways in: every link and QR code, what came of each, and the form that makes a new one (R24, R25, R39)."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import Response
from sqlalchemy.ext.asyncio import AsyncSession

from backend.campaigns import queries as campaigns
from backend.campaigns.schema import Campaign
from backend.console import ways_in_queries as queries
from backend.console.desk import number_of
from backend.console.pages import page, see_other
from backend.console.session import Db, Typed
from backend.console.trouble import status_of
from backend.console.ways_in_queries import Came
from backend.db import Database
from backend.errors import Refusal
from backend.handling import queries as handling
from backend.handling.model import Unit
from backend.sources import actions as sources
from backend.sources.model import OFFERED, Source, SourceKind
from backend.suggestions.queries import PAGE

router = APIRouter()


@dataclass(frozen=True)
class Row:
    source: Source
    campaign: Campaign
    came: Came


@dataclass(frozen=True)
class Listing:
    """One page of the ways in; `campaign` is the one they are narrowed to, "" for all."""

    rows: Sequence[Row]
    counts: dict[SourceKind, int]
    by_kind: dict[SourceKind | None, Came]
    campaigns: Sequence[Campaign]
    units: Sequence[Unit]
    kind: SourceKind | None
    campaign: str
    page: int
    pages: int

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    @property
    def suggestions(self) -> int:
        return sum(came.suggestions for came in self.by_kind.values())

    @property
    def most(self) -> int:
        """How many suggestions the longest bar stands for."""
        return max(came.suggestions for came in self.by_kind.values())

    def address(self, kind: SourceKind | None, page: int = 1) -> str:
        wanted = {"campaign": self.campaign, "kind": kind or "", "page": page if page > 1 else ""}
        said = urlencode({name: value for name, value in wanted.items() if value})
        return f"/ways-in?{said}" if said else "/ways-in"


@router.get("/ways-in")
async def show(request: Request, db: Db) -> Response:
    return await _list(request, db)


@router.post("/ways-in")
async def add(request: Request, db: Db, typed: Typed) -> Response:
    try:
        source = await sources.add(
            db,
            campaign=typed.get("campaign", ""),
            kind=_offered(typed.get("kind", "")),
            name=typed.get("name", ""),
            unit_id=await _unit(db, typed.get("unit", "")),
        )
    except Refusal as refusal:
        return await _list(request, db, refusal=refusal, typed=typed)
    return see_other(f"/ways-in/{source.code}?done=added")


def _offered(said: str) -> SourceKind:
    if said not in set(OFFERED):
        raise Refusal("source-kind-missing")
    return SourceKind(said)


async def _unit(db: Database, said: str) -> int | None:
    """Return the chosen unit's id; None where none was chosen."""
    if not said:
        return None
    async with db.read() as session:
        known = {str(unit.id): unit.id for unit in await handling.units(session)}
    if said not in known:
        raise Refusal("unit-missing")
    return known[said]


async def _list(
    request: Request, db: Database, *, refusal: Refusal | None = None, typed: dict[str, str] | None = None
) -> Response:
    asked = request.query_params
    async with db.read() as session:
        listing = await _listing(
            session, asked.get("kind", ""), asked.get("campaign", ""), number_of(asked.get("page", ""))
        )
    return page(
        request,
        "ways_in.html",
        status=status_of(refusal) if refusal else 200,
        listing=listing,
        kinds=list(SourceKind),
        offered=OFFERED,
        refusal=refusal,
        typed=typed or {},
        maximum=sources.NAME_MAXIMUM,
        **({"here": "/ways-in"} if refusal else {}),
    )


async def _listing(session: AsyncSession, kind_said: str, campaign_said: str, wanted: int) -> Listing:
    """Read the page that is asked for; what makes no sense is not asked for."""
    known = {offer.campaign.id: offer.campaign for offer in await campaigns.offered(session, "chat")}
    campaign = campaign_said if campaign_said in known else ""
    kind = SourceKind(kind_said) if kind_said in set(SourceKind) else None
    counts = await queries.counts(session, campaign)
    total = counts.get(kind, 0) if kind else sum(counts.values())
    pages = max(1, -(-total // PAGE))
    number = min(wanted, pages)
    found = await queries.rows(session, kind=kind, campaign=campaign, page=number)
    came = await queries.came_by(session, found)
    return Listing(
        rows=[Row(source, known[source.campaign], came[source.id]) for source in found],
        counts=counts,
        by_kind=await queries.by_kind(session, campaign),
        campaigns=list(known.values()),
        units=await handling.units(session),
        kind=kind,
        campaign=campaign,
        page=number,
        pages=pages,
    )
