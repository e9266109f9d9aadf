"""The console: pages for those who handle suggestions."""

from fastapi import Depends, FastAPI
from obstore.store import ObjectStore
from starlette.middleware import Middleware
from starlette.staticfiles import StaticFiles

from backend.console import (
    access,
    desk,
    guard,
    health,
    intake,
    ledger,
    one,
    programs,
    sign_in,
    trouble,
    undelivered,
    way_in,
    ways_in,
)
from backend.console.pages import STATIC
from backend.console.session import admit
from backend.db import Database
from backend.sources.links import Doors


def build(
    db: Database,
    store: ObjectStore,
    *,
    secure_cookies: bool,
    doors: Doors | None = None,
    clamd: str = "",
) -> FastAPI:
    """Assemble the console; RuntimeError when a route has no row in the access table.

    `doors` is looked at anew for each page: what is learned later is shown later.
    `clamd` is the address of the virus scanner for files that staff send, "" for none.
    """
    headers = guard.headers(secure=secure_cookies)
    app = FastAPI(
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        redirect_slashes=False,
        dependencies=[Depends(admit)],
        middleware=[Middleware(guard.guard, headers=headers)],
    )
    app.state.db, app.state.store, app.state.secure_cookies = db, store, secure_cookies
    app.state.clamd = clamd
    app.state.doors = {} if doors is None else doors
    for part in (health, sign_in, desk, one, undelivered, ways_in, way_in, intake, ledger, programs):
        app.include_router(part.router)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    trouble.add_to(app, headers)
    access.check(app.routes)
    return app
