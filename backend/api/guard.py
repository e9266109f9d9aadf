"""Headers of every answer, and the end of a body that is too large."""

from collections.abc import Mapping

from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from backend.pace import Left

BODY_BYTES = 256 * 1024
LARGE_BYTES = 32 * 1024 * 1024
LARGE = frozenset({"/suggestions", "/imports"})
"""Paths that take files."""
TOO_LARGE = 413


def headers(*, secure: bool) -> dict[str, str]:
    return {
        "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Cache-Control": "no-store",
        "Vary": "Authorization, Accept-Language",
        **({"Strict-Transport-Security": "max-age=31536000"} if secure else {}),
    }


def guard(app: ASGIApp, *, headers: Mapping[str, str]) -> ASGIApp:
    async def guarded(scope: Scope, receive: Receive, send: Send) -> None:
        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                answer = MutableHeaders(scope=message)
                for name, value in {**headers, **_pace(scope)}.items():
                    answer.setdefault(name, value)
            await send(message)

        if scope["type"] == "http":
            scope.setdefault("state", {})
            path: str = scope.get("path", "").removeprefix(scope.get("root_path", ""))
            await app(scope, _limited(receive, LARGE_BYTES if path in LARGE else BODY_BYTES), send_guarded)
        else:
            await app(scope, receive, send)

    return guarded


def _pace(scope: Scope) -> dict[str, str]:
    """Say how many requests this token has left, where it is known (draft-ietf-httpapi-ratelimit-headers)."""
    left: Left | None = scope["state"].get("left")
    if left is None:
        return {}
    return {
        "RateLimit-Limit": str(left.of),
        "RateLimit-Remaining": str(left.uses),
        "RateLimit-Reset": str(left.seconds),
    }


def _limited(receive: Receive, most: int) -> Receive:
    seen = 0

    async def limited() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        if seen > most:
            raise HTTPException(TOO_LARGE)
        return message

    return limited
