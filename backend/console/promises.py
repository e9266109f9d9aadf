"""Promises made with a reply, reports on them, and prizes: forms of a suggestion's page (R98, R127)."""

from fastapi import APIRouter
from fastapi.responses import Response

from backend.awards import actions as awards
from backend.console.deed import Deed, Doing
from backend.console.said import day_said
from backend.errors import Refusal
from backend.promises import actions
from backend.promises.model import PromiseState

router = APIRouter()


@router.post("/suggestions/{number}/promise")
async def promise(deed: Doing) -> Response:
    return await deed.settle(_promise(deed), form="promise", done="promised")


async def _promise(deed: Deed) -> None:
    due_on, text = day_said(deed.said("due_on"), "date-unclear"), deed.said("text")
    await actions.promise(deed.db, text=text, due_on=due_on, sight=deed.desk.sight, **deed.by)


@router.post("/suggestions/{number}/promise/{promise}")
async def report(deed: Doing, promise: int) -> Response:
    return await deed.settle(_report(deed, promise), form=f"promise-{promise}", done="progressed")


async def _report(deed: Deed, ordinal: int) -> None:
    said = deed.said("state")
    if said not in set(PromiseState):
        raise Refusal("promise-state-missing")
    state = PromiseState(said)
    due_on = day_said(deed.said("due_on"), "date-unclear") if state == PromiseState.LATE else None
    await actions.report(
        deed.db,
        ordinal=ordinal,
        state=state,
        text=deed.said("text"),
        due_on=due_on,
        sight=deed.desk.sight,
        **deed.by,
    )


@router.post("/suggestions/{number}/award")
async def award(deed: Doing) -> Response:
    doing = awards.give(deed.db, prize=deed.said("prize"), **deed.by)
    return await deed.settle(doing, form="award", done="awarded")
