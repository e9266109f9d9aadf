"""Entering a letter, an e-mail, a visit or a call into the ledger."""

import binascii
from base64 import b64decode
from dataclasses import fields

from fastapi import APIRouter, Request

from backend.api.admission import Db, For, Guarded, house_of
from backend.api.shapes import Entered, Register
from backend.api.verbs import standing
from backend.campaigns import queries as campaigns
from backend.errors import Refusal
from backend.ledger import intake, numbers, scans
from backend.ledger.intake import Letter

router = APIRouter(route_class=Guarded)


@router.post("/suggestions", operation_id="register")
async def register(request: Request, db: Db, program: For, said: Register) -> Entered:
    """Register what came by letter, e-mail, visit or telephone (R31, R34); its author has no chat."""
    foreign = numbers.foreign(said.foreign.system, said.foreign.number) if said.foreign else None
    plain = {field.name for field in fields(Letter)} & set(Register.model_fields) - {"files"}
    letter = Letter(
        **{name: getattr(said, name) for name in plain},
        received=said.received_on,
        files=await _files(request, said),
    )
    entered = await intake.register(
        db, letter=letter, once=f"program:{program.once}", staff_id=program.staff.id, foreign=foreign
    )
    now = await standing(db, entered.suggestion.number)
    return Entered(**now.model_dump(), code=entered.code or None, new=entered.new)


async def _files(request: Request, said: Register) -> list[tuple[str, str]]:
    """Keep the files before anything is registered: looking at them takes longer than a transaction may."""
    if not said.files:
        return []
    db = house_of(request)
    async with db.read() as session:
        _, rules = await campaigns.in_force(session, said.campaign)
    sent = [(file.name, _decoded(file.content, file.name)) for file in said.files]
    state = request.app.state
    return await scans.keep_all(db, state.store, clamd=state.clamd, limits=rules.files, sent=sent)


def _decoded(content: str, name: str) -> bytes:
    try:
        return b64decode(content, validate=True)
    except (binascii.Error, ValueError) as error:
        raise Refusal("api-file-unreadable", name=name) from error
