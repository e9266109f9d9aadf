"""Notices: what happened to the suggestions one has to do with, the newest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from fastapi import APIRouter, Request
from fastapi.responses import Response
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from backend import notices
from backend.console import queries
from backend.console.desk import number_of
from backend.console.pages import page, see_other
from backend.console.session import AtDesk, Db, Desk, Typed
from backend.handling.model import Unit
from backend.notices import actions
from backend.notices.model import Notice
from backend.suggestions.model import Event, Suggestion
from backend.suggestions.queries import PAGE

router = APIRouter()

ID_DIGITS = 18


class Line(NamedTuple):
    """One notice; `state` is empty where the suggestion is no longer this desk's.

    `unit` is the assisting unit that it is about, where it is about one.
    """

    notice: Notice
    number: str
    state: str
    unit: Unit | None = None


@dataclass(frozen=True)
class Board:
    lines: Sequence[Line]
    page: int
    pages: int

    @property
    def newest(self) -> int:
        return max((line.notice.id for line in self.lines), default=0)


@router.get("/notices")
async def show(request: Request, db: Db, desk: AtDesk) -> Response:
    wanted = number_of(request.query_params.get("page", ""))
    async with db.read() as session:
        board = await _board(session, desk, wanted)
        zone = await queries.house_zone(session)
    return page(request, "notices.html", listing=board, zone=zone, reminders=REMINDERS)


@router.post("/notices/read")
async def read(db: Db, desk: AtDesk, typed: Typed) -> Response:
    said = typed.get("until", "")
    until = int(said) if said.isascii() and said.isdigit() and len(said) <= ID_DIGITS else 0
    await actions.read_all(db, staff_id=desk.staff.id, until=until)
    return see_other("/notices")


REMINDERS = {notices.Kind.DUE_SOON, notices.Kind.DUE_TODAY, notices.Kind.OVERDUE}
"""Notices that speak of a last day."""


async def _board(session: AsyncSession, desk: Desk, wanted: int) -> Board:
    mine = Notice.staff_id == desk.staff.id
    total = await session.scalar(select(func.count()).select_from(Notice).where(mine)) or 0
    pages = max(1, -(-total // PAGE))
    number = min(wanted, pages)
    query = select(Notice, Suggestion).join(Suggestion, Suggestion.id == Notice.suggestion_id).where(mine)
    query = query.order_by(Notice.id.desc()).offset((number - 1) * PAGE).limit(PAGE)
    lines = [
        Line(notice, one.number, one.state if desk.sight.handles(one) else "", await _part(session, notice))
        for notice, one in await session.execute(query)
    ]
    return Board(lines, number, pages)


async def _part(session: AsyncSession, notice: Notice) -> Unit | None:
    if notice.kind != notices.Kind.DISSATISFIED_ASSISTING or notice.event_id is None:
        return None
    event = await session.get_one(Event, notice.event_id)
    return await session.get(Unit, event.data["unit"])
