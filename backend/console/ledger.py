"""The ledger as a file: out by a form, in by another, and what came of that (R34, R35)."""

from collections.abc import Mapping
from datetime import date
from typing import Literal

from fastapi import APIRouter, Request
from fastapi.responses import Response, StreamingResponse

from backend import clock
from backend.campaigns import queries as campaigns
from backend.console.guard import FILE_POLICY
from backend.console.pages import page, see_other
from backend.console.session import AtDesk, Db, Typed, language_of, uploads_in
from backend.console.trouble import status_of
from backend.db import Database
from backend.errors import NotAllowed, NotFound, Refusal
from backend.handling import queries as handling
from backend.ledger import export, reports, sheets, taking
from backend.ledger.columns import MAY_READ_NAMES
from backend.ledger.export import Format
from backend.ledger.listing import Wanted
from backend.ledger.model import LedgerImport
from backend.ledger.sheets import Line
from backend.ledger.template import template
from backend.ledger.workbook import MEDIA_TYPE
from backend.suggestions.model import SuggestionState

router = APIRouter()

SHOWN = 100
"""Refused lines on the page; the file has all of them."""
ID_DIGITS = 18
TYPES = {"xlsx": MEDIA_TYPE, "csv": "text/csv; charset=utf-8"}


@router.get("/ledger")
async def show(request: Request, db: Db) -> Response:
    return await _page(request, db, typed=request.query_params)


@router.get("/ledger/file")
async def download(request: Request, db: Db, desk: AtDesk) -> Response:
    """Send what the form asks for as it is read; nothing is kept of it."""
    asked = request.query_params
    try:
        wanted = _wanted(asked)
    except Refusal as refusal:
        return await _page(request, db, typed=asked, refusal=refusal, form="export")
    personal = asked.get("personal") == "yes"
    if personal and desk.staff.role not in MAY_READ_NAMES:
        raise NotAllowed("ledger-names-not-yours")
    kind = _kind(asked.get("format", ""))
    rows = export.sheet(
        db, sight=desk.sight, wanted=wanted, language=language_of(request), personal=personal, kind=kind
    )
    return StreamingResponse(rows, media_type=TYPES[kind], headers=_saved_as("ledger", kind))


@router.get("/ledger/template")
async def empty(request: Request, db: Db) -> Response:
    asked = request.query_params
    kind = _kind(asked.get("format", ""))
    async with db.read() as session:
        _, rules = await campaigns.in_force(session, asked.get("campaign", ""))
        units = await handling.units(session)
    content = template(rules, units, language_of(request), kind)
    return Response(content, media_type=TYPES[kind], headers=_saved_as(f"template-{rules.id}", kind))


@router.post("/ledger/import")
async def take_in(request: Request, db: Db, desk: AtDesk, typed: Typed) -> Response:
    system, campaign = typed.get("system", "").strip(), typed.get("campaign", "")
    try:
        lines = await _lines(request)
        report = await taking.take_in(
            db, lines=lines, system=system, campaign=campaign, staff_id=desk.staff.id
        )
    except Refusal as refusal:
        return await _page(request, db, typed=typed, refusal=refusal, form="import")
    run = await reports.keep(db, report=report, system=system, campaign=campaign, staff_id=desk.staff.id)
    return see_other(f"/ledger/imports/{run}")


async def _lines(request: Request) -> list[Line]:
    sent = uploads_in(request)
    if not sent:
        raise Refusal("ledger-file-missing")
    return await sheets.read(sent[0].name, sent[0].content, sheets.ON_PAGE, language_of(request))


@router.get("/ledger/imports/{run}")
async def show_import(request: Request, db: Db, desk: AtDesk, run: str) -> Response:
    kept = await _own(db, desk.staff.id, run)
    refused = reports.refused(kept)[:SHOWN]
    return page(request, "ledger_import.html", run=kept, refused=refused, most=SHOWN, days=reports.KEPT.days)


@router.get("/ledger/imports/{run}/refused")
async def refused_lines(request: Request, db: Db, desk: AtDesk, run: str) -> Response:
    """Send the refused lines with their reasons, to be put right and sent in again."""
    kept = await _own(db, desk.staff.id, run)
    kind = _kind(request.query_params.get("format", ""))
    content = reports.sheet(reports.refused(kept), language_of(request), kind)
    return Response(content, media_type=TYPES[kind], headers=_saved_as(f"refused-{kept.id}", kind))


async def _own(db: Database, staff_id: int, run: str) -> LedgerImport:
    if run.isascii() and run.isdigit() and len(run) <= ID_DIGITS:
        async with db.read() as session:
            if kept := await reports.own(session, staff_id=staff_id, import_id=int(run)):
                return kept
    raise NotFound("ledger-import-missing")


def _wanted(asked: Mapping[str, str]) -> Wanted:
    state = asked.get("state", "")
    return Wanted(
        campaign=asked.get("campaign", ""),
        state=SuggestionState(state) if state in set(SuggestionState) else None,
        unit=asked.get("unit", ""),
        received_from=_day(asked.get("from", "")),
        received_until=_day(asked.get("until", "")),
    )


def _day(said: str) -> date | None:
    try:
        return date.fromisoformat(said) if said else None
    except ValueError as error:
        raise Refusal("ledger-day-unclear") from error


def _kind(said: str) -> Format:
    kind: Literal["xlsx", "csv"] = "csv" if said == "csv" else "xlsx"
    return kind


def _saved_as(name: str, kind: str) -> dict[str, str]:
    day = f"{clock.now():%Y-%m-%d}"
    return {
        "Content-Disposition": f'attachment; filename="{name}-{day}.{kind}"',
        "Content-Security-Policy": FILE_POLICY,
    }


async def _page(
    request: Request,
    db: Database,
    *,
    typed: Mapping[str, str],
    refusal: Refusal | None = None,
    form: str = "",
) -> Response:
    async with db.read() as session:
        offers = await campaigns.offered(session, "letter")
        units = await handling.units(session)
    return page(
        request,
        "ledger.html",
        status=status_of(refusal) if refusal else 200,
        campaigns=[offer.campaign for offer in offers],
        units=units,
        states=list(SuggestionState),
        may_name=MAY_READ_NAMES,
        rows=str(sheets.ON_PAGE.rows),
        megabytes=str(sheets.ON_PAGE.bytes // 1_000_000),
        typed=typed,
        refusal=refusal,
        form=form,
        here="/ledger",
    )
