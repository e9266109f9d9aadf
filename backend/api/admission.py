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
from backend.db import TRANSIENT, Database, joined
from backend.errors import Conflict, NotAllowed, Refusal
from backend.programs import actions, answers, queries
from backend.programs.answers import Asked, Kept
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
                return await _once(request, program, answer, long=path in rights.LONG)
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
    request.state.left = await actions.use(db, token=token)
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


async def _once(request: Request, program: Program, answer: Answer, *, long: bool) -> Response:
    """Give the answer that was given before, or find one and keep it with what was done."""
    target = f"{request.url.path}?{request.url.query}".encode()
    said = (target, await request.body())
    mine = answers.asked(token_id=program.token.id, key=program.once, said=said)
    if there := await answers.given(house_of(request), mine):
        return _repeated(there)
    if long:
        return await _at_length(request, mine, answer)
    try:
        return await _at_one_stroke(request, mine, answer)
    except answers.AnsweredMeanwhileError:
        if there := await answers.given(house_of(request), mine):
            return _repeated(there)
        raise Conflict("program-key-running") from None


async def _at_one_stroke(request: Request, mine: Asked, answer: Answer) -> Response:
    async with joined(house_of(request), lambda session: answers.begin(session, mine)) as db:
        request.state.db = db
        found = await _answered(request, answer)
        await answers.keep(db, mine, answer=_kept(found))
    return found


async def _at_length(request: Request, mine: Asked, answer: Answer) -> Response:
    db = house_of(request)
    held = await answers.claim(db, mine)
    if isinstance(held, Kept):
        return _repeated(held)
    request.state.claim = held
    try:
        found = await _answered(request, answer)
        await answers.settle(db, held, answer=_kept(found))
    except BaseException:
        with suppress(*TRANSIENT):  # the claim runs out by itself
            await answers.release(db, held)
        raise
    return found


async def _answered(request: Request, answer: Answer) -> Response:
    try:
        return await answer(request)
    except Refusal as refusal:
        return problems.of_refusal(request, refusal)


def _repeated(there: Kept) -> Response:
    return Response(there.body, there.status, {REPLAYED: "true"}, there.media_type)


def _kept(found: Response) -> Kept:
    return Kept(found.status_code, found.headers.get("content-type", ""), bytes(found.body).decode())


def house_of(request: Request) -> Database:
    """Return the database itself, for what is kept whatever becomes of the request."""
    db: Database = request.app.state.db
    return db


def db_of(request: Request) -> Database:
    """Return the database of this request: all that a POST writes is one transaction with its answer."""
    db: Database = getattr(request.state, "db", None) or house_of(request)
    return db


def program_of(request: Request) -> Program:
    program: Program = request.state.program
    return program


Db = Annotated[Database, Depends(db_of)]
For = Annotated[Program, Depends(program_of)]
