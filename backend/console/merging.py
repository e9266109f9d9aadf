"""Merging into a main suggestion: both texts side by side before it is done."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from backend.console.case import Case
from backend.console.deed import Deed, Doing
from backend.console.pages import page
from backend.console.shown import case_of
from backend.errors import Refusal
from backend.handling import screening
from backend.suggestions.lookup import read

router = APIRouter()


@router.get("/suggestions/{number}/merge")
async def compare(request: Request, deed: Doing) -> Response:
    """Show both; nothing is done before it is confirmed."""
    asked = {name: said for name, said in request.query_params.items() if name in {"into", "next", "place"}}
    try:
        main = await _main(deed, read(asked.get("into", "")).number)
    except Refusal as refusal:
        deed.typed.update(asked)
        return await deed.refuse(refusal, "merge")
    case = await case_of(deed.db, deed.desk, deed.number)
    return page(request, "merge.html", case=case, main=main, asked=asked)


async def _main(deed: Deed, into: str) -> Case:
    if not into:
        raise Refusal("merge-number-missing")
    if into == deed.number:
        raise Refusal("merge-itself", number=into)
    return await case_of(deed.db, deed.desk, into)


@router.post("/suggestions/{number}/merge")
async def merge(deed: Doing) -> Response:
    return await deed.settle(_merge(deed), form="merge", done="merged")


async def _merge(deed: Deed) -> None:
    into = read(deed.said("into")).number
    if not into:
        raise Refusal("merge-number-missing")
    await screening.merge(deed.db, into=into, **deed.by)
