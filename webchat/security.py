"""Keys, headers and sizes: what every request and every answer goes through."""

import hashlib
import secrets

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; manifest-src 'self'; "
    "img-src 'self' blob: data:; media-src blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Content-Security-Policy": PAGE_POLICY,
}
SMALL_BODY = 2 * 1024 * 1024
MULTIPART = "multipart/"


def new_key() -> str:
    return secrets.token_urlsafe(32)


def hash_of(secret: str) -> str:
    """Secrets are long and random: a plain hash is enough to store them safely."""
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()


class Guard:
    """Security headers on every answer; a body larger than allowed ends in 413."""

    def __init__(self, app: ASGIApp, *, largest: int) -> None:
        self._app = app
        self._largest = largest

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        many_parts = Headers(scope=scope).get("content-type", "").startswith(MULTIPART)
        limit = self._largest if many_parts else min(SMALL_BODY, self._largest)
        got = 0

        async def counted() -> Message:
            nonlocal got
            message = await receive()
            got += len(message.get("body", b""))
            if got > limit:
                raise HTTPException(413)
            return message

        async def adorned(message: Message) -> None:
            if message["type"] == "http.response.start":
                adorn(MutableHeaders(scope=message))
            await send(message)

        await self._app(scope, counted, adorned)


def adorn(headers: MutableHeaders) -> None:
    for name, value in HEADERS.items():
        headers.setdefault(name, value)
    headers.setdefault("Cache-Control", "no-store")
