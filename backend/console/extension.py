"""Asking for a later day, and deciding it: forms of a suggestion's page (R68)."""

from fastapi import APIRouter
from fastapi.responses import Response

from backend.console.deed import Deed, Doing
from backend.console.said import day_said
from backend.errors import Refusal
from backend.handling import extensions

router = APIRouter()


@router.post("/suggestions/{number}/extension")
async def ask(deed: Doing) -> Response:
    return await deed.settle(_ask(deed), form="ask-extension", at="#deadline")


async def _ask(deed: Deed) -> None:
    wanted_on = day_said(deed.said("wanted_on"), "date-missing")
    reason, sight = deed.said("reason"), deed.desk.sight
    await extensions.ask(deed.db, wanted_on=wanted_on, reason=reason, sight=sight, **deed.by)


@router.post("/suggestions/{number}/extension/decision")
async def decide(deed: Doing) -> Response:
    return await deed.settle(_decide(deed), form="decide-extension", at="#deadline")


async def _decide(deed: Deed) -> None:
    approved, reason = deed.said("approved"), deed.said("reason")
    if approved not in {"yes", "no"}:
        raise Refusal("extension-decision-missing")
    await extensions.decide(deed.db, approved=approved == "yes", reason=reason, **deed.by)
