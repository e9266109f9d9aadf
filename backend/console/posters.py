"""Posters as PDF: of a way in, with what, when and where if it belongs to an event or a contact point."""

from fastapi import APIRouter, Request
from fastapi.responses import Response
from sqlalchemy.ext.asyncio import AsyncSession

from backend.campaigns import queries as campaigns
from backend.campaigns.schema import Campaign
from backend.console.guard import FILE_POLICY
from backend.console.session import Db, language_of
from backend.dates import day_in_words
from backend.db import Database
from backend.errors import NotFound
from backend.i18n import LANGUAGES, label
from backend.occasions.model import Occasion
from backend.officers.model import ContactPoint
from backend.printing.posters import Paper
from backend.printing.posters import poster as printed
from backend.sources import links
from backend.sources.model import Source
from backend.sources.queries import with_code

router = APIRouter()


@router.get("/ways-in/{code}/poster")
async def poster(request: Request, db: Db, code: str) -> Response:
    async with db.read() as session:
        source = await with_code(session, code[:64])
    if source is None:
        raise NotFound("source-missing")
    return await poster_of(request, db, source)


async def poster_of(request: Request, db: Database, source: Source) -> Response:
    """Print a way in: for which chat, on which paper and in which language the address says."""
    asked, doors = request.query_params, request.app.state.doors
    channel = asked.get("channel") or next(iter(sorted(doors)), "")
    paper = Paper(asked["paper"]) if asked.get("paper") in set(Paper) else Paper.A4
    language = asked["language"] if asked.get("language") in LANGUAGES else language_of(request)
    address = links.link(doors, channel, source.code)
    if address is None:
        raise NotFound("source-link-missing")
    async with db.read() as session:
        _, rules = await campaigns.in_force(session, source.campaign)
        said = await lines(session, source, rules, channel, language)
    content = await printed(rules, link=address, code=source.code, lines=said, language=language, paper=paper)
    name = f"{source.code}-{channel}-{paper}.pdf"
    told = {"Content-Disposition": f'attachment; filename="{name}"', "Content-Security-Policy": FILE_POLICY}
    return Response(content, media_type="application/pdf", headers=told)


async def lines(
    session: AsyncSession, source: Source, rules: Campaign, channel: str, language: str
) -> list[str]:
    """Return what a poster says beside the campaign; how staff call a way in is not for posters."""
    occasion = await session.get(Occasion, source.occasion_id) if source.occasion_id else None
    point_id = occasion.contact_point_id if occasion else source.contact_point_id
    point = await session.get(ContactPoint, point_id) if point_id else None
    where = [point.name, point.address or point.district] if point else []
    if occasion:
        days = days_of(occasion, language)
        return [occasion.title, days, occasion.place or " ".join(filter(None, where)), occasion.host]
    chat = rules.chat(channel)
    last = chat.last_day if chat else None
    until = label(language, "console-card-until", day=day_in_words(last, language)) if last else ""
    return [*where, until]


def days_of(occasion: Occasion, language: str) -> str:
    first, last = (day_in_words(day, language) for day in (occasion.first_day, occasion.last_day))
    return first if first == last else label(language, "events-days", first=first, last=last)
