"""Pages for what did not work: in plain words, with what was typed kept, never a bare traceback."""

import logging
from collections.abc import Mapping
from urllib.parse import urlencode

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from backend.console.guard import TOO_LARGE
from backend.console.pages import page, see_other
from backend.console.session import SignInNeeded, StepNeeded, typed_in
from backend.db import TRANSIENT
from backend.errors import Conflict, NotAllowed, NotFound, Refusal
from backend.staff.access import Pending

log = logging.getLogger(__name__)

STATUSES: dict[type[Refusal], int] = {NotFound: 404, NotAllowed: 403, Conflict: 409, SignInNeeded: 401}
RETRY_SECONDS = "5"
NOT_FOUND, BROKEN, BUSY = 404, 500, 503
SENTENCES = {NOT_FOUND: "console-not-found", TOO_LARGE: "console-too-large"}


def status_of(refusal: Refusal) -> int:
    if refusal.key == "sign-in-wait":
        return 429
    if isinstance(refusal, NotAllowed):
        return 403
    return STATUSES.get(type(refusal), 422)


def told(
    request: Request,
    status: int,
    key: str,
    blanks: Mapping[str, str] | None = None,
    *,
    retry: str | None = None,
    retry_words: str = "console-sign-in",
) -> Response:
    """Return a page with one sentence, and below it what was typed, to copy."""
    typed = typed_in(request)
    kept = [typed[field] for field in ("text", "reason", "name") if typed.get(field)]
    answer = page(
        request,
        "trouble.html",
        status=status,
        sentence=key,
        blanks=blanks or {},
        kept=kept,
        retry=retry,
        retry_words=retry_words,
    )
    if status == BUSY:
        answer.headers["Retry-After"] = RETRY_SECONDS
    return answer


async def _refused(request: Request, refusal: Exception) -> Response:
    if not isinstance(refusal, Refusal):
        raise refusal
    return told(request, status_of(refusal), refusal.key, refusal.blanks)


async def _sign_in_needed(request: Request, refusal: Exception) -> Response:
    del refusal
    if request.method == "GET":
        here = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        return see_other("/sign-in" if here == "/" else f"/sign-in?{urlencode({'next': here})}")
    thing = request.url.path.rsplit("/", 1)[0]
    target = thing if thing.startswith("/suggestions/") else "/suggestions"
    return told(request, 401, "console-sign-in-over", retry=f"/sign-in?{urlencode({'next': target})}")


STEPS = {
    Pending.CODE: "/sign-in/code",
    Pending.PASSWORD: "/me/password",
    Pending.FACTOR: "/me/second-factor",
}
"""Where the step is taken that comes before anything else."""


async def _step_needed(request: Request, refusal: Exception) -> Response:
    if not isinstance(refusal, StepNeeded):
        raise refusal
    where = STEPS[refusal.pending]
    if request.method == "GET":
        return see_other(where)
    return told(request, status_of(refusal), refusal.key, retry=where, retry_words="console-step-go")


async def _http(request: Request, problem: Exception) -> Response:
    status = problem.status_code if isinstance(problem, HTTPException) else NOT_FOUND
    return told(request, status, SENTENCES.get(status, "console-not-possible"))


async def _busy(request: Request, problem: Exception) -> Response:
    log.warning("the database did not answer: %s", type(problem).__name__)
    return told(request, BUSY, "console-busy")


def add_to(app: FastAPI, headers: Mapping[str, str]) -> None:
    async def broken(request: Request, _problem: Exception) -> Response:
        answer = told(request, BROKEN, "console-broken")
        answer.headers.update(headers)  # this one answer is made outside the guard
        return answer

    app.add_exception_handler(Refusal, _refused)
    app.add_exception_handler(SignInNeeded, _sign_in_needed)
    app.add_exception_handler(StepNeeded, _step_needed)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _http)
    for kind in TRANSIENT:
        app.add_exception_handler(kind, _busy)
    app.add_exception_handler(Exception, broken)
