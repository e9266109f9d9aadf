"""The wordings that replies begin with: one page to make, change and retire them (R130)."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from backend.console.pages import page, see_other
from backend.console.session import AtDesk, Db, Desk, Typed
from backend.console.trouble import status_of
from backend.db import Database
from backend.errors import Refusal
from backend.handling import queries as handling
from backend.replies import queries, templates
from backend.replies.model import TITLE_MAXIMUM

router = APIRouter()


@router.get("/templates")
async def show(request: Request, db: Db, desk: AtDesk) -> Response:
    return await _list(request, db, desk)


@router.post("/templates")
async def add(request: Request, db: Db, desk: AtDesk, typed: Typed) -> Response:
    title, text = typed.get("title", ""), typed.get("text", "")
    try:
        await templates.add(db, title=title, text=text, sight=desk.sight, staff_id=desk.staff.id)
    except Refusal as refusal:
        return await _list(request, db, desk, refusal=refusal, typed=typed, form="add")
    return see_other("/templates")


@router.post("/templates/{template}")
async def change(request: Request, db: Db, desk: AtDesk, typed: Typed, template: int) -> Response:
    title, text = typed.get("title", ""), typed.get("text", "")
    try:
        await templates.change(
            db, template_id=template, title=title, text=text, sight=desk.sight, staff_id=desk.staff.id
        )
    except Refusal as refusal:
        return await _list(request, db, desk, refusal=refusal, typed=typed, form=str(template))
    return see_other("/templates")


@router.post("/templates/{template}/retire")
async def retire(db: Db, desk: AtDesk, template: int) -> Response:
    await templates.retire(db, template_id=template, sight=desk.sight)
    return see_other("/templates")


async def _list(
    request: Request,
    db: Database,
    desk: Desk,
    *,
    refusal: Refusal | None = None,
    typed: dict[str, str] | None = None,
    form: str = "",
) -> Response:
    """Show what this desk may begin with; `form` is where it was refused: a number, or add."""
    async with db.read() as session:
        found = await queries.templates(session, desk.sight)
        units = {unit.id: unit for unit in await handling.units(session)}
    return page(
        request,
        "templates.html",
        status=status_of(refusal) if refusal else 200,
        templates=found,
        units=units,
        owner=None if desk.sight.everything else desk.sight.unit_id,
        refusal=refusal,
        typed=typed or {},
        form=form,
        maximum=TITLE_MAXIMUM,
        here="/templates",
    )
