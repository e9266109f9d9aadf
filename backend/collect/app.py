"""Assembling the offline collection page; a phone shows its key in a header, and never a cookie."""

from obstore.store import ObjectStore
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Route

from backend.api.guard import guard
from backend.collect import assets, doors, trouble
from backend.db import Database

PATH = "/collect"
HSTS = "max-age=31536000"
CONTENT_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; "
    "worker-src 'self'; manifest-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'"
)


def headers(*, secure: bool) -> dict[str, str]:
    return {
        "Content-Security-Policy": CONTENT_POLICY,
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "no-referrer",
        "X-Robots-Tag": "noindex, nofollow, noarchive",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
        "Cache-Control": "no-store",
        **({"Strict-Transport-Security": HSTS} if secure else {}),
    }


def build(db: Database, store: ObjectStore, *, secure: bool = False, clamd: str = "") -> Starlette:
    """Serve the page and its few doors. `clamd` is the address of the virus scanner, "" for none."""
    told = headers(secure=secure)
    app = Starlette(
        routes=[
            Route("/", assets.shell, methods=["GET"]),
            Route("/worker.js", assets.worker, methods=["GET"]),
            Route("/static/{version}/{name}", assets.serve, methods=["GET"]),
            Route("/api/phone", doors.sign_in, methods=["POST"]),
            Route("/api/phone", doors.sign_out, methods=["DELETE"]),
            Route("/api/offer", doors.offer, methods=["GET"]),
            Route("/api/photos/{sha256}", doors.how_far, methods=["GET"]),
            Route("/api/photos/{sha256}", doors.take_piece, methods=["PUT"]),
            Route("/api/entries", doors.enter, methods=["POST"]),
        ],
        middleware=[Middleware(guard, headers=told)],
        exception_handlers=trouble.handlers(told),
    )
    app.state.db, app.state.store, app.state.clamd = db, store, clamd
    return app
