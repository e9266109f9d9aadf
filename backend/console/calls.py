"""Targeted collection 定向征集 (R13, R14): the requests there are, and the form that makes one."""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import Response
from sqlalchemy.ext.asyncio import AsyncSession

from backend.calls import actions, queries
from backend.calls.model import Call
from backend.calls.queries import Picked, Reach
from backend.campaigns import queries as campaigns
from backend.campaigns.schema import Campaign
from backend.console.desk import number_of
from backend.console.pages import page, see_other
from backend.console.said import day_said, whole
from backend.console.session import AtDesk, Db, Desk, Typed
from backend.console.trouble import status_of
from backend.dates import today
from backend.db import Database
from backend.errors import NotFound, Refusal
from backend.handling.model import Unit
from backend.officers.model import Officer, OfficerKind
from backend.suggestions.queries import PAGE
from backend.units import queries as units

router = APIRouter()

TOPIC = "topic."
"""How the field of a topic begins."""
SHOWN = 50
"""Officers named on the page; the others are counted."""
ONCE_MAXIMUM = 64


@dataclass(frozen=True)
class Row:
    call: Call
    rules: Campaign
    reach: Reach
    is_open: bool


@dataclass(frozen=True)
class Listing:
    rows: Sequence[Row]
    page: int
    pages: int


@dataclass(frozen=True)
class Choice:
    """What the form offers: campaigns that are open, units, districts and expertise of those in office."""

    campaigns: Sequence[Campaign]
    rules: Campaign | None
    units: Sequence[Unit]
    districts: Sequence[str]
    expertise: Sequence[str]
    chosen: Sequence[Officer] | None = None


@router.get("/calls")
async def show(request: Request, db: Db, desk: AtDesk) -> Response:
    wanted, day = number_of(request.query_params.get("page", "")), today()
    async with db.read() as session:
        found, total = await queries.listed(session, desk.sight, today=day, page=wanted)
        pages = max(1, -(-total // PAGE))
        if wanted > pages:
            found, _ = await queries.listed(session, desk.sight, today=day, page=pages)
        came = await queries.reach(session, [call.id for call in found])
        rows = [
            Row(
                call,
                (await campaigns.in_force(session, call.campaign))[1],
                came.get(call.id, Reach()),
                call.is_open_on(day),
            )
            for call in found
        ]
    return page(request, "calls.html", listing=Listing(rows, min(wanted, pages), pages))


@router.get("/calls/new")
async def new(request: Request, db: Db, desk: AtDesk) -> Response:
    return await _form(request, db, desk, {**request.query_params, "once": secrets.token_urlsafe()})


@router.post("/calls")
async def make(request: Request, db: Db, desk: AtDesk, typed: Typed) -> Response:
    """Show who would be asked, or ask them: whoever was shown is asked, and nobody else."""
    if typed.get("step") != "send":
        return await _form(request, db, desk, typed, look=True)
    try:
        await _refuse_unseen(db, desk, typed)
        call_id = await actions.make(
            db,
            campaign=typed.get("campaign", ""),
            title=typed.get("title", ""),
            words=typed.get("words", ""),
            topics=_topics(typed),
            due_on=day_said(typed.get("due_on", ""), "date-unclear"),
            picked=_picked(typed),
            sight=desk.sight,
            staff_id=desk.staff.id,
            once=typed.get("once", "")[:ONCE_MAXIMUM] or secrets.token_urlsafe(),
        )
    except Refusal as refusal:
        return await _form(request, db, desk, typed, look=True, refusal=refusal)
    return see_other(f"/calls/{call_id}?done=made")


async def _refuse_unseen(db: Database, desk: Desk, typed: Mapping[str, str]) -> None:
    """Refuse where others would be asked than were shown."""
    async with db.read() as session:
        count = len(await queries.chosen(session, _picked(typed), desk.sight))
    if count and str(count) != typed.get("looked"):
        raise Refusal("call-look-again", count=str(count))


def _topics(typed: Mapping[str, str]) -> list[str]:
    return [name.removeprefix(TOPIC) for name in typed if name.startswith(TOPIC)]


def _picked(typed: Mapping[str, str]) -> Picked:
    kind = typed.get("kind", "")
    unit = typed.get("unit", "")
    if unit and whole(unit) is None:
        raise NotFound("unit-missing")
    return Picked(
        district=typed.get("district", ""),
        unit_id=whole(unit),
        expertise=typed.get("expertise", ""),
        kind=OfficerKind(kind) if kind in set(OfficerKind) else None,
    )


async def _form(
    request: Request,
    db: Database,
    desk: Desk,
    typed: Mapping[str, str],
    *,
    look: bool = False,
    refusal: Refusal | None = None,
) -> Response:
    """Show the form with all that was typed, and, where it is asked for, who would be asked."""
    async with db.read() as session:
        choice = await _choice(session, desk, typed, look=look)
        names = {unit.id: unit for unit in choice.units}
    return page(
        request,
        "call_form.html",
        status=status_of(refusal) if refusal else 200,
        choice=choice,
        unit_of=names,
        typed=typed,
        kinds=list(OfficerKind),
        refusal=refusal,
        shown=SHOWN,
        most=str(actions.TOPICS_MAXIMUM),
        longest={"title": actions.TITLE_MAXIMUM, "words": actions.WORDS_MAXIMUM},
        here="/calls/new",
    )


async def _choice(session: AsyncSession, desk: Desk, typed: Mapping[str, str], *, look: bool) -> Choice:
    offers = [offer.campaign for offer in await campaigns.offered(session, "chat") if offer.is_open]
    within = None if desk.sight.everything else desk.sight.units
    tree = [branch.unit for branch in await units.tree(session, within) if not branch.unit.retired_at]
    districts, expertise = await queries.offered(session, desk.sight)
    try:
        chosen = await queries.chosen(session, _picked(typed), desk.sight) if look else None
    except Refusal:
        chosen = []
    rules = next((one for one in offers if one.id == typed.get("campaign")), offers[0] if offers else None)
    return Choice(offers, rules, tree, districts, expertise, chosen)
