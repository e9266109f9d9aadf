"""Every request passes here: whose token, for what, how often, and whether it was answered before."""

import re
from collections.abc import Callable, Coroutine
from contextlib import suppress
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Depends, Request
from fastapi.routing import APIRoute
from starlette.responses import Response

from backend.api import problems, rights
from backend.api.rights import Right
from backend.db import TRANSIENT, Database
from backend.errors import NotAllowed, Refusal
from backend.programs import actions, answers, queries
from backend.programs.answers import Claim, Kept
from backend.programs.model import ProgramToken
from backend.staff import queries as staff_queries
from backend.staff.model import UNITS, Staff
from backend.suggestions.queries import Sight

Answer = Callable[[Request], Coroutine[Any, Any, Response]]

KEY = re.compile(r'"?([\x21\x23-\x7e]{1,200})"?')
"""A key is a string of the structured fields, quoted or not."""
REPLAYED = "Idempotency-Replayed"


@dataclass(frozen=True)
class Program:
    """A program at work: for whom, and what that one sees."""

    token: ProgramToken
    staff: Staff
    sight: Sight
    once: str
    """The idempotency key, made this token's own; "" where nothing is changed."""


class Guarded(APIRoute):
    """A route whose path stands in the table of rights."""

    def get_route_handler(self) -> Answer:
        answer = super().get_route_handler()
        path = self.path

        async def guarded(request: Request) -> Response:
            program = await _admitted(request, rights.TABLE[request.method, path])
            request.state.program = program
            if request.method == "POST":
                return await _once(request, program, answer)
            return await answer(request)

        return guarded


async def _admitted(request: Request, right: Right) -> Program:
    """Let in by the bearer token alone: a cookie is not looked at."""
    kind, _, said = request.headers.get("authorization", "").partition(" ")
    if kind.lower() != "bearer" or not said:
        raise Refusal("api-token-missing")
    db = db_of(request)
    async with db.read() as session:
        token = await queries.with_token(session, said.strip())
        sight = await staff_queries.sight(session, token.staff) if token else None
    if token is None or sight is None or token.staff.suspended_at:
        raise Refusal("api-token-wrong")
    await actions.use(db, token=token)
    staff = token.staff
    if right.scope not in token.scopes:
        raise NotAllowed("api-scope-missing", scope=str(right.scope))
    if staff.role not in right.roles or (staff.role in UNITS and staff.unit_id is None):
        raise NotAllowed("api-role-may-not", login=staff.login)
    key = _key(request) if request.method == "POST" else ""
    return Program(token, staff, sight, key and f"{token.id}:{key}")


def _key(request: Request) -> str:
    found = KEY.fullmatch(request.headers.get("idempotency-key", ""))
    if not found:
        raise Refusal("api-key-missing")
    return found[1]


async def _once(request: Request, program: Program, answer: Answer) -> Response:
    """Give the answer that was given before, or find one and keep it."""
    db, target = db_of(request), f"{request.url.path}?{request.url.query}"
    asked = answers.fingerprint(target.encode(), await request.body())
    held = await answers.claim(db, token_id=program.token.id, key=program.once, asked=asked)
    if isinstance(held, Kept):
        return Response(held.body, held.status, {REPLAYED: "true"}, held.media_type)
    try:
        found = await _answered(request, answer)
    except BaseException:
        with suppress(*TRANSIENT):  # the claim runs out by itself
            await answers.release(db, claim=held)
        raise
    await _kept(db, held, found)
    return found


async def _answered(request: Request, answer: Answer) -> Response:
    try:
        return await answer(request)
    except Refusal as refusal:
        return problems.of_refusal(request, refusal)


async def _kept(db: Database, held: Claim, found: Response) -> None:
    media_type = found.headers.get("content-type", "")
    answer = Kept(found.status_code, media_type, bytes(found.body).decode())
    await answers.keep(db, claim=held, answer=answer)


def db_of(request: Request) -> Database:
    db: Database = request.app.state.db
    return db


def program_of(request: Request) -> Program:
    program: Program = request.state.program
    return program


Db = Annotated[Database, Depends(db_of)]
For = Annotated[Program, Depends(program_of)]
