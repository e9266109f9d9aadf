"""What did not work, as RFC 9457 says it: `application/problem+json`, with the refusal's key."""

import logging
from collections.abc import Mapping, Sequence

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel
from starlette.exceptions import HTTPException
from starlette.responses import Response

from backend.api.language import language_of
from backend.db import TRANSIENT
from backend.errors import Conflict, NotAllowed, NotFound, Refusal
from backend.i18n import label

log = logging.getLogger(__name__)

MEDIA_TYPE = "application/problem+json"
RETRY_SECONDS = "5"
BROKEN, BUSY, UNKNOWN, UNREADABLE = 500, 503, 422, 400
ADDRESSED = frozenset({"suggestion-missing", "api-nothing-here", "api-file-gone"})
"""What is not there under its own address; what a body names and is not there cannot be processed."""
STATUSES: dict[type[Refusal], int] = {NotAllowed: 403, Conflict: 409}
KEYED = {
    "api-token-missing": 401,
    "api-token-wrong": 401,
    "api-key-missing": 400,
    "program-too-fast": 429,
    "api-too-large": 413,
}
SAID_TO_PROGRAMS = {
    "campaign-missing": "api-campaign-missing",
    "suggestion-moved-on": "api-moved-on",
    "unit-missing": "api-unit-missing",
}
"""Refusals that tell people to do what a program cannot; what a program can do instead."""
PLAIN = {400: "api-unreadable", 404: "api-nothing-here", 405: "api-method", 413: "api-too-large"}
TITLES = (400, 401, 403, 404, 405, 409, 413, 422, 429, 500, 503)


class Fault(BaseModel):
    """Where in the request something is wrong, and what."""

    at: str
    says: str


class Problem(BaseModel):
    """`key` names the rule that said no; `detail` says it in the caller's language, with what to do next."""

    type: str
    title: str
    status: int
    detail: str
    key: str
    blanks: dict[str, str] = {}
    errors: list[Fault] = []


def status_of(refusal: Refusal) -> int:
    if refusal.key in KEYED:
        return KEYED[refusal.key]
    if isinstance(refusal, NotFound):
        return 404 if refusal.key in ADDRESSED else UNKNOWN
    return STATUSES.get(type(refusal), UNKNOWN)


def problem(
    request: Request,
    status: int,
    key: str,
    blanks: Mapping[str, str] | None = None,
    errors: Sequence[Fault] = (),
) -> Response:
    language, blanks = language_of(request), dict(blanks or {})
    told = Problem(
        type=f"urn:jindianzi:refusal:{key}",
        title=label(language, f"api-title-{status if status in TITLES else BROKEN}"),
        status=status,
        detail=label(language, SAID_TO_PROGRAMS.get(key, key), **blanks),
        key=key,
        blanks=blanks,
        errors=list(errors),
    )
    headers = {"Content-Language": language}
    if status == 401:  # noqa: PLR2004 - the status itself
        headers["WWW-Authenticate"] = 'Bearer realm="jindianzi"'
    if "seconds" in blanks or status == BUSY:
        headers["Retry-After"] = blanks.get("seconds", RETRY_SECONDS)
    return JSONResponse(told.model_dump(), status, headers, MEDIA_TYPE)


def of_refusal(request: Request, refusal: Refusal) -> Response:
    return problem(request, status_of(refusal), refusal.key, refusal.blanks)


async def _refused(request: Request, refusal: Exception) -> Response:
    if not isinstance(refusal, Refusal):
        raise refusal
    return of_refusal(request, refusal)


async def _misread(request: Request, error: Exception) -> Response:
    """Say where the request is wrong; never repeat what stood there: it may be personal."""
    found = error.errors() if isinstance(error, RequestValidationError) else []
    if any(one["type"] == "json_invalid" or tuple(one["loc"]) == ("body",) for one in found):
        return problem(request, UNREADABLE, PLAIN[UNREADABLE])
    faults = [Fault(at="/".join(map(str, one["loc"])), says=one["msg"]) for one in found]
    return problem(request, UNKNOWN, "api-misread", errors=faults)


async def _http(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else BROKEN
    answer = problem(request, status, PLAIN.get(status, "api-broken"))
    if isinstance(error, HTTPException) and error.headers:
        answer.headers.update(error.headers)
    return answer


async def _busy(request: Request, error: Exception) -> Response:
    log.warning("the database did not answer: %s", type(error).__name__)
    return problem(request, BUSY, "api-busy")


def add_to(app: FastAPI, headers: Mapping[str, str]) -> None:
    async def broken(request: Request, _error: Exception) -> Response:
        answer = problem(request, BROKEN, "api-broken")
        answer.headers.update(headers)  # this one answer is made outside the guard
        return answer

    app.add_exception_handler(Refusal, _refused)
    app.add_exception_handler(RequestValidationError, _misread)
    app.add_exception_handler(HTTPException, _http)
    for kind in TRANSIENT:
        app.add_exception_handler(kind, _busy)
    app.add_exception_handler(Exception, broken)
