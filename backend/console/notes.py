"""Notes on a suggestion's page: written, changed and taken away by their writer, for staff alone."""

from fastapi import APIRouter
from fastapi.responses import Response

from backend.console.deed import Doing
from backend.notes import actions

router = APIRouter()


@router.post("/suggestions/{number}/notes")
async def write(deed: Doing) -> Response:
    doing = actions.write(deed.db, text=deed.said("text"), **deed.whose)
    return await deed.settle(doing, form="note", at="#notes")


@router.post("/suggestions/{number}/notes/{note}")
async def edit(deed: Doing, note: int) -> Response:
    doing = actions.edit(deed.db, note_id=note, text=deed.said("text"), **deed.whose)
    return await deed.settle(doing, form=f"note-{note}", at="#notes")


@router.post("/suggestions/{number}/notes/{note}/remove")
async def remove(deed: Doing, note: int) -> Response:
    doing = actions.remove(deed.db, note_id=note, **deed.whose)
    return await deed.settle(doing, form=f"note-{note}", at="#notes")
