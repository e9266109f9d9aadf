"""The interface for programs, `/api/v1`: bearer tokens alone, never a cookie."""

from collections.abc import Mapping
from typing import Any

from fastapi import Depends, FastAPI
from fastapi.security import HTTPBearer
from obstore.store import ObjectStore
from starlette.middleware import Middleware

from backend.api import guard, imports, problems, register, rights, suggestions, verbs
from backend.api.problems import MEDIA_TYPE, Problem
from backend.db import Database

PATH = "/api/v1"
TROUBLES = {
    400: "The request cannot be read, or has no Idempotency-Key.",
    401: "No token, or one that is not good (any more).",
    403: "The token or its member of staff may not do that.",
    404: "There is no such thing for this token.",
    409: "It has moved on meanwhile, or this very request is still being dealt with.",
    413: "The request is too large.",
    422: "A rule says no, or a field is wrong; also: the Idempotency-Key was used for something else.",
    429: "Too many requests in this minute; Retry-After says how long to wait.",
    503: "The database does not answer; come again.",
}
ONCE = {
    "name": "Idempotency-Key",
    "in": "header",
    "required": True,
    "description": "A name for this request, new for each: repeated with the same body, it is done once.",
    "schema": {"type": "string", "pattern": r"^[A-Za-z0-9._-]{1,200}$"},
}
TOKEN = HTTPBearer(auto_error=False, description="A token made on the console's page for programs.")


def build(db: Database, store: ObjectStore, *, secure: bool = False, clamd: str = "") -> FastAPI:
    """Assemble the interface; RuntimeError when a route has no row in the table of rights."""
    headers = guard.headers(secure=secure)
    app = FastAPI(
        title="Jindianzi",
        version="1",
        summary="Suggestions and their handling, for programs.",
        docs_url=None,
        redoc_url=None,
        openapi_url="/openapi.json",
        redirect_slashes=False,
        servers=[{"url": PATH}],
        root_path_in_servers=False,
        dependencies=[Depends(TOKEN)],  # says so in the document; admission looks at it
        responses={code: {"model": Problem, "description": says} for code, says in TROUBLES.items()},
        middleware=[Middleware(guard.guard, headers=headers)],
    )
    app.state.db, app.state.store, app.state.clamd = db, store, clamd
    for part in (suggestions, register, imports, verbs):
        app.include_router(part.router)
    problems.add_to(app, headers)
    rights.check(app.routes)
    _describe(app)
    return app


def _describe(app: FastAPI) -> None:
    """Tell in the document what the framework does not know: keys, scopes, and how refusals look."""
    plain = app.openapi()
    for path, operations in plain["paths"].items():
        for method, operation in operations.items():
            right = rights.TABLE[method.upper(), path]
            operation["x-scope"] = str(right.scope)
            if method == "post":
                operation.setdefault("parameters", []).append(ONCE)
            _refusals(operation["responses"])


def _refusals(responses: Mapping[str, dict[str, Any]]) -> None:
    for code, answer in responses.items():
        if int(code) >= min(TROUBLES):
            answer["content"] = {MEDIA_TYPE: answer["content"].pop("application/json")}
