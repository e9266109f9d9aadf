"""Refusals a person can read."""

from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse


class RefusedError(Exception):
    """`more` goes into the answer beside the sentence; `blanks` into the sentence."""

    def __init__(self, status: int, code: str, more: dict[str, Any] | None = None, **blanks: Any) -> None:
        self.status = status
        self.code = code
        self.more = more or {}
        self.blanks = blanks
        super().__init__(code)


def answer(request: Request, refusal: RefusedError) -> JSONResponse:
    words = request.app.state.hub.words
    language = words.language(request.headers.get("accept-language"))
    error = {
        "code": refusal.code,
        "message": words.say(language, refusal.code, **refusal.blanks),
    } | refusal.more
    headers = {"Content-Language": language}
    if "seconds" in refusal.blanks:
        headers["Retry-After"] = str(refusal.blanks["seconds"])
    return JSONResponse({"error": error}, status_code=refusal.status, headers=headers)
