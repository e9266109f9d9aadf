"""Headers that every answer carries, and where a form may come from."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

FORM_BYTES = 64 * 1024
UPLOAD_BYTES = 45_000_000
"""Of a form with files: two of the largest a campaign may take."""
TOO_LARGE = 413
TROUBLE = 400
STATIC_SECONDS = 365 * 24 * 3600
HSTS_SECONDS = 365 * 24 * 3600
CONTENT_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
    "frame-ancestors 'none'; base-uri 'none'"
)
FILE_POLICY = "sandbox; default-src 'none'; frame-ancestors 'none'"


def headers(*, secure: bool) -> dict[str, str]:
    return {
        "Content-Security-Policy": CONTENT_POLICY,
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        # Under "no-referrer" browsers send "Origin: null" with our own forms; this tells others as little.
        "Referrer-Policy": "same-origin",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
        "Cache-Control": "no-store",
        **({"Strict-Transport-Security": f"max-age={HSTS_SECONDS}"} if secure else {}),
    }


def guard(app: ASGIApp, *, headers: Mapping[str, str]) -> ASGIApp:
    """Put the headers on every answer that does not set its own, and end a form that is too large."""

    async def guarded(scope: Scope, receive: Receive, send: Send) -> None:
        path: str = scope.get("path", "").removeprefix(scope.get("root_path", ""))

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                kept = path.startswith("/static/") and message["status"] < TROUBLE
                _add(MutableHeaders(scope=message), headers, kept=kept)
            await send(message)

        if scope["type"] == "http":
            allowance = scope["form_allowance"] = Allowance()
            await app(scope, _limited(receive, allowance), send_guarded)
        else:
            await app(scope, receive, send)

    return guarded


@dataclass
class Allowance:
    """How large this request's form may be: more only once it is known who sends it."""

    most: int = FORM_BYTES


def _limited(receive: Receive, allowance: Allowance) -> Receive:
    """Raise in the reader of the form, where it becomes a page (the framework answers bare text)."""
    seen = 0

    async def limited() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        if seen > allowance.most:
            raise HTTPException(TOO_LARGE)
        return message

    return limited


def _add(answer: MutableHeaders, headers: Mapping[str, str], *, kept: bool) -> None:
    if kept:  # pages name these files with their digest
        answer["Cache-Control"] = f"public, max-age={STATIC_SECONDS}, immutable"
    for name, value in headers.items():
        answer.setdefault(name, value)


def from_own_page(request: Request) -> bool:
    """Say whether a form was sent from one of our pages, by all that the browser tells of it."""
    if request.headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
        return False
    told = request.headers.get("origin") or request.headers.get("referer")
    return told is None or urlsplit(told).netloc == request.headers.get("host")
