"""Notes on a suggestion's page: written, changed and taken away by their writer, for staff alone."""

from fastapi import APIRouter
from fastapi.responses import Response

from backend.console.acting import Act
from backend.errors import Refusal
from backend.notes import actions

router = APIRouter()


@router.post("/suggestions/{number}/notes")
async def write(act: Act) -> Response:
    try:
        await actions.write(act.db, text=act.said("text"), **act.whose)
    except Refusal as refusal:
        return await act.again(refusal, "note")
    return act.back("notes")


@router.post("/suggestions/{number}/notes/{note}")
async def edit(act: Act, note: int) -> Response:
    try:
        await actions.edit(act.db, note_id=note, text=act.said("text"), **act.whose)
    except Refusal as refusal:
        return await act.again(refusal, f"note-{note}")
    return act.back("notes")


@router.post("/suggestions/{number}/notes/{note}/remove")
async def remove(act: Act, note: int) -> Response:
    try:
        await actions.remove(act.db, note_id=note, **act.whose)
    except Refusal as refusal:
        return await act.again(refusal, f"note-{note}")
    return act.back("notes")
