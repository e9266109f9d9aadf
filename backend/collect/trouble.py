"""What did not work, as a sentence for the officer: the page shows it beside what it is about."""

import logging
from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from backend.collecting.entries import PhotosMissing
from backend.db import TRANSIENT
from backend.errors import Conflict, NotAllowed, Refusal
from backend.i18n import DEFAULT_LANGUAGE, label, language_for

log = logging.getLogger(__name__)

BROKEN, BUSY, UNREADABLE, REFUSED = 500, 503, 400, 422
RETRY_SECONDS = "5"
STATUSES = {"collect-device-gone": 401, "collect-too-fast": 429, "collect-photos-many": 429}
PLAIN = {404: "collect-nothing-here", 413: "collect-too-large"}


def language_of(request: Request) -> str:
    """Return the language the page speaks: it says so with every request."""
    first = request.headers.get("accept-language", "").split(",")[0].split(";")[0].strip()
    return language_for(first) if first[:1].isalpha() else DEFAULT_LANGUAGE


def status_of(refusal: Refusal) -> int:
    if refusal.key in STATUSES:
        return STATUSES[refusal.key]
    if isinstance(refusal, NotAllowed):
        return 403
    return 409 if isinstance(refusal, Conflict) else REFUSED


def told(
    request: Request, status: int, key: str, blanks: Mapping[str, str] | None = None, **more: Any
) -> Response:
    blanks = dict(blanks or {})
    sentence = label(language_of(request), key, **blanks)
    headers = {"Retry-After": blanks.get("seconds", RETRY_SECONDS)} if status in {429, BUSY} else None
    return JSONResponse({"key": key, "sentence": sentence, **more}, status, headers)


def handlers(headers: Mapping[str, str]) -> dict[Any, Any]:
    """Return who answers for which error; `headers` go on the one answer that is made outside the guard."""

    async def broken(request: Request, _problem: Exception) -> Response:
        answer = told(request, BROKEN, "collect-broken")
        answer.headers.update(headers)
        return answer

    return {
        PhotosMissing: _photos_missing,
        Refusal: _refused,
        ValidationError: _unreadable,
        HTTPException: _http,
        **dict.fromkeys(TRANSIENT, _busy),
        Exception: broken,
    }


async def _photos_missing(request: Request, refusal: PhotosMissing) -> Response:
    return told(request, status_of(refusal), refusal.key, refusal.blanks, missing=refusal.sha256s)


async def _refused(request: Request, refusal: Refusal) -> Response:
    return told(request, status_of(refusal), refusal.key, refusal.blanks)


async def _unreadable(request: Request, _problem: ValidationError) -> Response:
    """Say so without a word of what stood there: it may be personal."""
    return told(request, UNREADABLE, "collect-unreadable")


async def _http(request: Request, problem: HTTPException) -> Response:
    return told(request, problem.status_code, PLAIN.get(problem.status_code, "collect-unreadable"))


async def _busy(request: Request, problem: Exception) -> Response:
    log.warning("the database did not answer: %s", type(problem).__name__)
    return told(request, BUSY, "collect-busy")
