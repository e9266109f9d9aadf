"""One request to officers: who was asked, has read and has answered; remind, extend, close, save."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import Response

from backend import clock
from backend.calls import actions, queries
from backend.calls.model import Call
from backend.calls.queries import Answered, Reach
from backend.campaigns import queries as campaigns
from backend.campaigns.schema import Campaign
from backend.console.desk import number_of
from backend.console.guard import FILE_POLICY
from backend.console.pages import page, see_other
from backend.console.said import day_said, whole
from backend.console.session import AtDesk, Db, Desk, Typed, language_of
from backend.console.trouble import status_of
from backend.db import Database
from backend.errors import NotFound, Refusal
from backend.handling import queries as handling
from backend.handling.model import Unit
from backend.i18n import label
from backend.ledger.workbook import MEDIA_TYPE, Value, Workbook
from backend.suggestions.queries import PAGE

router = APIRouter()

DONE = ("made", "reminded", "extended", "closed")
HEADS = ("officer", "unit", "district", "kind", "read", "answers")
WIDTHS = (10, 30, 16, 16, 18, 12)


@dataclass(frozen=True)
class Whole:
    """A request with everybody it was put to; `shown` are those on this page."""

    call: Call
    rules: Campaign
    asked: Sequence[Answered]
    reach: Reach
    units: Mapping[int, Unit]
    is_open: bool
    page: int = 1

    @property
    def pages(self) -> int:
        return max(1, -(-len(self.asked) // PAGE))

    @property
    def shown(self) -> Sequence[Answered]:
        return self.asked[(self.page - 1) * PAGE : self.page * PAGE]


@router.get("/calls/{call}")
async def show(request: Request, db: Db, desk: AtDesk, call: str) -> Response:
    said = request.query_params
    found = await _whole(db, desk, call, number_of(said.get("page", "")))
    done = said.get("done", "")
    return _page(request, found, done=done if done in DONE else "", count=_count(said.get("count", "")))


def _count(said: str) -> str:
    return str(whole(said) or 0)


@router.post("/calls/{call}/remind")
async def remind(request: Request, db: Db, desk: AtDesk, call: str) -> Response:
    found = await _whole(db, desk, call)
    try:
        count = await actions.remind(db, call_id=found.call.id, sight=desk.sight)
    except Refusal as refusal:
        return _page(request, found, refusal=refusal, form="remind")
    return see_other(f"/calls/{found.call.id}?done=reminded&count={count}")


@router.post("/calls/{call}/extend")
async def extend(request: Request, db: Db, desk: AtDesk, call: str, typed: Typed) -> Response:
    found = await _whole(db, desk, call)
    try:
        due_on = day_said(typed.get("due_on", ""), "date-unclear")
        await actions.extend(db, call_id=found.call.id, due_on=due_on, sight=desk.sight)
    except Refusal as refusal:
        return _page(request, found, refusal=refusal, form="extend", typed=typed)
    return see_other(f"/calls/{found.call.id}?done=extended")


@router.post("/calls/{call}/close")
async def close(db: Db, desk: AtDesk, call: str) -> Response:
    found = await _whole(db, desk, call)
    await actions.close(db, call_id=found.call.id, sight=desk.sight)
    return see_other(f"/calls/{found.call.id}?done=closed")


@router.get("/calls/{call}/file")
async def download(request: Request, db: Db, desk: AtDesk, call: str) -> Response:
    """Send who was asked, by number and without names, and what came."""
    found, language = await _whole(db, desk, call), language_of(request)
    heads = [label(language, f"console-calls-column-{head}") for head in HEADS]
    book = Workbook(label(language, "console-calls"), heads, WIDTHS)
    book.take([_line(found, each, language) for each in found.asked])
    saved = f'attachment; filename="call-{found.call.id}-{clock.now():%Y-%m-%d}.xlsx"'
    headers = {"Content-Disposition": saved, "Content-Security-Policy": FILE_POLICY}
    return Response(book.whole(), media_type=MEDIA_TYPE, headers=headers)


def _line(found: Whole, each: Answered, language: str) -> list[Value]:
    read = each.read_at and each.read_at.astimezone(campaigns.zone(found.rules)).replace(tzinfo=None)
    return [
        each.officer.id,
        found.units[each.officer.unit_id].name(language),
        each.officer.district,
        label(language, f"officer-kind-{each.officer.kind}"),
        read.replace(second=0, microsecond=0) if read else None,
        each.answers,
    ]


async def _whole(db: Database, desk: Desk, said: str, wanted: int = 1) -> Whole:
    async with db.read() as session:
        call = await queries.one(session, desk.sight, whole(said) or 0)
        if call is None:
            raise NotFound("call-missing")
        _, rules = await campaigns.in_force(session, call.campaign)
        asked = await queries.asked(session, call.id)
        reach = (await queries.reach(session, [call.id])).get(call.id, Reach())
        known = {unit.id: unit for unit in await handling.units(session)}
    pages = max(1, -(-len(asked) // PAGE))
    is_open = call.is_open_on(campaigns.today(rules))
    return Whole(call, rules, asked, reach, known, is_open, min(wanted, pages))


def _page(
    request: Request,
    found: Whole,
    *,
    done: str = "",
    count: str = "0",
    refusal: Refusal | None = None,
    form: str = "",
    typed: Mapping[str, str] | None = None,
) -> Response:
    return page(
        request,
        "call.html",
        status=status_of(refusal) if refusal else 200,
        found=found,
        one=found.call,
        done=done,
        count=count,
        refusal=refusal,
        form=form,
        typed=typed or {},
        here=f"/calls/{found.call.id}",
    )
