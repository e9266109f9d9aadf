"""The console: pages for those who handle suggestions."""

from datetime import timedelta

from fastapi import Depends, FastAPI
from obstore.store import ObjectStore
from starlette.middleware import Middleware
from starlette.staticfiles import StaticFiles

from backend.config import SecondFactor
from backend.console import (
    access,
    account,
    accounts,
    call,
    calls,
    chat_link,
    contacts,
    desk,
    event,
    events,
    extension,
    factor,
    forgetting,
    guard,
    health,
    intake,
    ledger,
    marks,
    me,
    merging,
    notes,
    notices,
    officer,
    officers,
    one,
    phones,
    point,
    points,
    posters,
    programs,
    promises,
    queue,
    quotas,
    reply,
    roster,
    sign_in,
    trouble,
    undelivered,
    unit,
    units,
    verbs,
    visits,
    way_in,
    ways_in,
    wordings,
)
from backend.console.pages import STATIC
from backend.console.session import admit
from backend.db import Database
from backend.officers.actions import GOOD_FOR_DAYS
from backend.sources.links import Doors
from backend.staff.passwords import ONE_TIME
from backend.suggestions.similar import Index

PARTS = (
    *(health, sign_in, desk, queue, one, verbs, marks, merging),
    *(reply, contacts, notes, wordings, extension, notices, promises),
    *(visits, forgetting, phones),
    *(undelivered, ways_in, way_in, intake, ledger, programs),
    *(officers, officer, points, point, events, event, posters),
    *(calls, call, quotas),
    *(me, factor, chat_link, accounts, account, units, unit, roster),
)


def build(
    db: Database,
    store: ObjectStore,
    *,
    secure_cookies: bool,
    doors: Doors | None = None,
    second_factor: SecondFactor = SecondFactor.OPTIONAL,
    one_time: timedelta = ONE_TIME,
    clamd: str = "",
    index: Index | None = None,
    invitation_days: int = GOOD_FOR_DAYS,
) -> FastAPI:
    """Assemble the console; RuntimeError when a route has no row in the access table.

    `doors` is looked at anew for each page: what is learned later is shown later. Without an `index` nobody
    is offered similar suggestions to merge into.
    `one_time` is how long one-time passwords of staff open.
    `invitation_days` is how long an information officer's invitation is good.
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
    app.state.doors, app.state.index = {} if doors is None else doors, index
    app.state.second_factor, app.state.one_time, app.state.clamd = second_factor, one_time, clamd
    app.state.invitation_days = invitation_days
    for part in PARTS:
        app.include_router(part.router)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    trouble.add_to(app, headers)
    access.check(app.routes)
    return app
