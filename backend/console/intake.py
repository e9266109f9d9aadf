"""Registering by hand what came by letter, e-mail, visit or telephone (R31, R34)."""

import secrets
from collections.abc import Mapping, Sequence
from datetime import date

from fastapi import APIRouter, Request
from fastapi.responses import Response

from backend.campaigns import queries as campaigns
from backend.campaigns.queries import OTHER_TOPIC
from backend.campaigns.schema import Campaign
from backend.console.pages import page
from backend.console.session import AtDesk, Db, Typed, uploads_in
from backend.console.trouble import status_of
from backend.db import Database
from backend.errors import Refusal
from backend.ledger import intake, scans
from backend.ledger.intake import BY_HAND, Letter

router = APIRouter()

PLAIN = (
    *("channel", "text", "name", "contact", "address"),
    *("scope", "receiving_unit", "identity", "work_unit", "school"),
)
"""Fields of the form that are fields of the letter."""


@router.get("/intake/new")
async def show(request: Request, db: Db) -> Response:
    return await _form(request, db, request.query_params.get("campaign", ""))


@router.post("/intake")
async def register(request: Request, db: Db, desk: AtDesk, typed: Typed) -> Response:
    """Register it and show number and query code on the answer; sent again it is the same answer."""
    try:
        entered = await intake.register(
            db,
            letter=await _letter(request, db, typed),
            once=f"form:{desk.staff.id}:{typed.get('once', '')}",
            staff_id=desk.staff.id,
        )
    except Refusal as refusal:
        return await _form(request, db, typed.get("campaign", ""), refusal=refusal, typed=typed)
    return page(request, "intake_done.html", entered=entered, here="/intake/new")


async def _letter(request: Request, db: Database, typed: Mapping[str, str]) -> Letter:
    async with db.read() as session:
        _, rules = await campaigns.in_force(session, typed.get("campaign", ""))
    theme, _, topic = typed.get("matter", "").partition("/")
    said = {name: typed.get(name, "") for name in PLAIN}
    received = _day(typed.get("received", ""))
    sent = [(upload.name, upload.content) for upload in uploads_in(request)]
    state = request.app.state
    files = await scans.keep_all(db, state.store, clamd=state.clamd, limits=rules.files, sent=sent)
    return Letter(
        campaign=rules.id, theme=theme, topic=topic, received=received, files=files, papers=(), **said
    )


def _day(said: str) -> date | None:
    try:
        return date.fromisoformat(said) if said else None
    except ValueError as error:
        raise Refusal("ledger-day-unclear") from error


async def _form(
    request: Request,
    db: Database,
    wanted: str,
    *,
    refusal: Refusal | None = None,
    typed: Mapping[str, str] | None = None,
) -> Response:
    known = await _campaigns(db)
    rules = next((one for one in known if one.id == wanted), known[0] if known else None)
    return page(
        request,
        "intake.html",
        status=status_of(refusal) if refusal else 200,
        campaigns=known,
        rules=rules,
        channels=BY_HAND,
        other=OTHER_TOPIC,
        today=campaigns.today(rules) if rules else None,
        once=(typed or {}).get("once") or secrets.token_urlsafe(16),
        maximum=intake.TEXT_MAXIMUM,
        refusal=refusal,
        typed=typed or {},
        here="/intake/new",
    )


async def _campaigns(db: Database) -> Sequence[Campaign]:
    async with db.read() as session:
        return [offer.campaign for offer in await campaigns.offered(session, "letter")]
