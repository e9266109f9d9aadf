"""Assembling the page of our own; who has a link's token is the person it was made for."""

from collections.abc import Callable, Mapping

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from backend.citizen import form, trouble
from backend.console import guard
from backend.console.pages import STATIC
from backend.db import Database


def headers(*, secure: bool) -> dict[str, str]:
    """Return the console's headers, but tell nobody the address: it holds the token."""
    return {
        **guard.headers(secure=secure),
        "Referrer-Policy": "no-referrer",
        "X-Robots-Tag": "noindex, nofollow, noarchive",
    }


def build(
    db: Database, *, chats: Mapping[str, str], arrived: Callable[[], None], secure: bool = False
) -> Starlette:
    """Serve /<token>. `chats` says where each channel is found, if known; `arrived` wakes the talker."""
    told = headers(secure=secure)
    app = Starlette(
        routes=[
            Mount("/static", StaticFiles(directory=STATIC, packages=[("backend.citizen", "static")])),
            Route("/{token}", form.show, methods=["GET"]),
            Route("/{token}", form.save, methods=["POST"]),
        ],
        middleware=[Middleware(guard.guard, headers=told)],
        exception_handlers=trouble.handlers(told),
    )
    app.state.db, app.state.chats, app.state.arrived = db, chats, arrived
    return app
