"""What did not work, in one sentence, with the way back to the chat."""

import logging
from collections.abc import Mapping
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from backend.citizen.pages import page
from backend.console.guard import TOO_LARGE
from backend.console.session import typed_in
from backend.console.trouble import BROKEN, BUSY, NOT_FOUND, RETRY_SECONDS
from backend.db import TRANSIENT
from backend.errors import NotFound, Refusal

log = logging.getLogger(__name__)

GONE = 410
SENTENCES = {NOT_FOUND: "page-link-missing", TOO_LARGE: "citizen-too-large"}


def handlers(headers: Mapping[str, str]) -> dict[Any, Any]:
    """Return who answers for which error; `headers` go on the one answer that is made outside the guard."""

    async def broken(request: Request, _problem: Exception) -> Response:
        answer = page(request, "trouble.html", status=BROKEN, sentence="citizen-broken", again={})
        answer.headers.update(headers)
        return answer

    return {
        Refusal: _refused,
        HTTPException: _http,
        **dict.fromkeys(TRANSIENT, _busy),
        Exception: broken,
    }


async def _refused(request: Request, refusal: Refusal) -> Response:
    status = NOT_FOUND if isinstance(refusal, NotFound) else GONE
    return page(request, "trouble.html", status=status, sentence=refusal.key, again={})


async def _http(request: Request, problem: HTTPException) -> Response:
    sentence = SENTENCES.get(problem.status_code, "citizen-not-possible")
    return page(request, "trouble.html", status=problem.status_code, sentence=sentence, again={})


async def _busy(request: Request, problem: Exception) -> Response:
    """Offer to send once more what was typed: nothing of it was saved."""
    log.warning("the database did not answer: %s", type(problem).__name__)
    answer = page(request, "trouble.html", status=BUSY, sentence="citizen-busy", again=typed_in(request))
    answer.headers["Retry-After"] = RETRY_SECONDS
    return answer
