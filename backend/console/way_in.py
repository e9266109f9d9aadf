"""One way in: its links, QR codes to save, a card to print, and what came of it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from fastapi import APIRouter, Request
from fastapi.responses import Response
from sqlalchemy.ext.asyncio import AsyncSession

from backend.campaigns import queries as campaigns
from backend.campaigns.queries import Openness
from backend.campaigns.schema import Campaign
from backend.console import ways_in_queries as queries
from backend.console.guard import FILE_POLICY
from backend.console.pages import page, see_other
from backend.console.session import Db, language_of
from backend.console.ways_in_queries import Came
from backend.dates import day_in_words
from backend.db import Database
from backend.errors import NotFound
from backend.handling import queries as handling
from backend.handling.model import Unit
from backend.i18n import LANGUAGES, label
from backend.sources import actions as sources
from backend.sources import links
from backend.sources.links import Doors
from backend.sources.model import Source
from backend.sources.queries import with_code

router = APIRouter()

PAPERS = ("a4", "a6")
CODE = re.compile(r"[A-Za-z0-9-]{1,32}")


@dataclass(frozen=True)
class Way:
    """`links` and `openness` have an entry for each chat that is there."""

    source: Source
    campaign: Campaign
    came: Came
    unit: Unit | None
    links: Mapping[str, str]
    openness: Mapping[str, Openness]

    @property
    def is_closed(self) -> bool:
        """No chat takes suggestions for this campaign today."""
        return bool(self.openness) and "open" not in self.openness.values()

    @property
    def is_only_here(self) -> bool:
        return any(links.leads_nowhere_else(address) for address in self.links.values())


@router.get("/ways-in/{code}")
async def show(request: Request, db: Db, code: str) -> Response:
    way = await _way(request, db, code)
    state = ("retired",) if way.source.retired_at else ("added", "reopened")
    done = request.query_params.get("done", "")
    return page(request, "way_in.html", way=way, papers=PAPERS, done=done if done in state else "")


@router.post("/ways-in/{code}/retire")
async def retire(request: Request, db: Db, code: str) -> Response:
    way = await _way(request, db, code)
    await sources.retire(db, code=way.source.code)
    return see_other(f"/ways-in/{way.source.code}?done=retired")


@router.post("/ways-in/{code}/reopen")
async def reopen(request: Request, db: Db, code: str) -> Response:
    way = await _way(request, db, code)
    await sources.reopen(db, code=way.source.code)
    return see_other(f"/ways-in/{way.source.code}?done=reopened")


@router.get("/ways-in/{code}/{channel}.svg")
async def drawing(request: Request, db: Db, code: str, channel: str) -> Response:
    way = await _way(request, db, code)
    content = links.qr_svg(_link(way, channel))
    return Response(content, media_type="image/svg+xml", headers=_saved_as(way, channel, "svg"))


@router.get("/ways-in/{code}/{channel}.png")
async def picture(request: Request, db: Db, code: str, channel: str) -> Response:
    way = await _way(request, db, code)
    content = links.qr_png(_link(way, channel), at_least=links.PRINT_PIXELS)
    return Response(content, media_type="image/png", headers=_saved_as(way, channel, "png"))


@router.get("/ways-in/{code}/card")
async def card(request: Request, db: Db, code: str) -> Response:
    """Show a sheet to print: for which chat, on which paper and in which language the address says."""
    way = await _way(request, db, code)
    asked = request.query_params
    channel = asked.get("channel") or next(iter(way.links), "")
    paper = asked["paper"] if asked.get("paper") in PAPERS else PAPERS[0]
    language = asked["language"] if asked.get("language") in LANGUAGES else language_of(request)
    chat = way.campaign.chat(channel)
    return page(
        request,
        "card.html",
        way=way,
        channel=channel,
        address=_link(way, channel),
        paper=paper,
        papers=PAPERS,
        last_day=chat.last_day if chat else None,
        printed=partial(label, language),
        printed_day=partial(day_in_words, language=language),
        printed_language=language,
    )


async def _way(request: Request, db: Database, code: str) -> Way:
    async with db.read() as session:
        source = await with_code(session, code) if CODE.fullmatch(code) else None
        if source is None:
            raise NotFound("source-missing")
        return await _known(session, source, request.app.state.doors)


async def _known(session: AsyncSession, source: Source, doors: Doors) -> Way:
    standing, rules = await campaigns.in_force(session, source.campaign)
    addresses = {channel: links.link(doors, channel, source.code) for channel in sorted(doors)}
    return Way(
        source=source,
        campaign=rules,
        came=(await queries.came_by(session, [source]))[source.id],
        unit=await handling.unit(session, source.unit_id) if source.unit_id else None,
        links={channel: address for channel, address in addresses.items() if address},
        openness={channel: campaigns.openness(standing, rules, channel) for channel in addresses},
    )


def _link(way: Way, channel: str) -> str:
    if channel not in way.links:
        raise NotFound("source-link-missing")
    return way.links[channel]


def _saved_as(way: Way, channel: str, ending: str) -> dict[str, str]:
    return {
        "Content-Disposition": f'attachment; filename="{way.source.code}-{channel}.{ending}"',
        "Content-Security-Policy": FILE_POLICY,
    }
