"""The forms by which a suggestion moves on; each one is a verb of the lifecycle."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from backend.console.deed import Deed, Doing
from backend.console.pages import page
from backend.console.said import whole
from backend.console.session import AtDesk, Db
from backend.console.shown import NUMBER
from backend.errors import NotFound, Refusal
from backend.handling import actions, queries, screening, sharing, undoing, unit
from backend.questions.actions import ask as ask_author
from backend.suggestions.model import ActorKind, EventKind

router = APIRouter()

ASSISTING = "assisting-"
"""How the form names an assisting unit, before its id."""


@router.post("/suggestions/{number}/forward")
async def forward(deed: Doing) -> Response:
    return await deed.settle(_forward(deed), form="forward", done="forwarded")


async def _forward(deed: Deed) -> None:
    unit_id = whole(deed.said("unit"))
    if unit_id is None:
        raise Refusal("unit-missing")
    named = [whole(name.removeprefix(ASSISTING)) for name in deed.typed if name.startswith(ASSISTING)]
    beside = [each for each in named if each is not None]
    await actions.forward(deed.db, unit_id=unit_id, assisting=beside, **deed.by)


@router.post("/suggestions/{number}/return")
async def give_back(deed: Doing) -> Response:
    doing = screening.return_for_correction(deed.db, reason=deed.said("reason"), **deed.by)
    return await deed.settle(doing, form="return", done="returned")


@router.post("/suggestions/{number}/divert")
async def divert(deed: Doing) -> Response:
    doing = screening.divert(deed.db, place=deed.said("place"), reason=deed.said("reason"), **deed.by)
    return await deed.settle(doing, form="divert", done="diverted")


@router.post("/suggestions/{number}/decide")
async def decide(deed: Doing) -> Response:
    return await deed.settle(_decide(deed), form="uphold", done="objection-decided")


async def _decide(deed: Deed) -> None:
    upheld = deed.said("upheld")
    if upheld not in {"yes", "no"}:
        raise Refusal("decision-missing")
    reason = deed.said("reason")
    await screening.decide_objection(deed.db, upheld=upheld == "yes", reason=reason, **deed.by)


@router.post("/suggestions/{number}/sign")
async def sign(deed: Doing) -> Response:
    return await deed.settle(unit.sign(deed.db, sight=deed.desk.sight, **deed.by), form="sign", done="signed")


@router.post("/suggestions/{number}/send-back")
async def send_back(deed: Doing) -> Response:
    """Send back, and say so on a page of its own: the unit sees the suggestion no more."""
    doing = unit.send_back(deed.db, reason=deed.said("reason"), sight=deed.desk.sight, **deed.by)
    return await deed.settle(doing, form="send-back", at="/sent-back")


@router.get("/suggestions/{number}/sent-back")
async def sent_back(request: Request, db: Db, desk: AtDesk, number: str) -> Response:
    """Say that it was sent back, to who did it and as long as that is the newest there is."""
    if NUMBER.fullmatch(number):
        async with db.read() as session:
            newest = await queries.newest_event(session, number)
        mine = newest and (newest.actor_kind, newest.actor_id) == (ActorKind.STAFF, desk.staff.id)
        if newest and mine and newest.kind == EventKind.SENT_BACK:
            return page(request, "sent_back.html", number=number)
    raise NotFound("suggestion-missing", number=number[:40])


@router.post("/suggestions/{number}/ask")
async def ask(deed: Doing) -> Response:
    doing = ask_author(deed.db, text=deed.said("text"), sight=deed.desk.sight, **deed.by)
    return await deed.settle(doing, form="ask", done="asked")


@router.post("/suggestions/{number}/opine")
async def opine(deed: Doing) -> Response:
    doing = sharing.opine(deed.db, text=deed.said("text"), sight=deed.desk.sight, **deed.by)
    return await deed.settle(doing, form="opine", done="opined")


@router.post("/suggestions/{number}/close")
async def close(deed: Doing) -> Response:
    return await deed.settle(unit.close(deed.db, **deed.by), form="close", done="closed")


@router.post("/suggestions/{number}/publish")
async def publish(deed: Doing) -> Response:
    return await deed.settle(actions.publish(deed.db, **deed.by), form="publish", done="published")


@router.post("/suggestions/{number}/unpublish")
async def unpublish(deed: Doing) -> Response:
    return await deed.settle(actions.unpublish(deed.db, **deed.by), form="unpublish", done="unpublished")


@router.post("/suggestions/{number}/undo")
async def undo(deed: Doing) -> Response:
    return await deed.settle(undoing.undo(deed.db, **deed.by), form="undo", done="undone")
