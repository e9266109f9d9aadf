"""Who may use which route: the one table. A route without a row, or a row without a route, fails start-up."""

from collections.abc import Iterable

from fastapi.routing import iter_route_contexts
from starlette.routing import BaseRoute

from backend.staff.model import OFFICE, READERS, UNITS, Role

Roles = frozenset[Role] | None

ANYONE: Roles = None
STAFF: Roles = frozenset(Role)
CLERKS: Roles = OFFICE
HANDLERS: Roles = OFFICE | UNITS
KEEPERS: Roles = OFFICE | {Role.ADMINISTRATOR}

TAKES_FILES = frozenset({("POST", "/intake"), ("POST", "/ledger/import")})
"""Routes whose forms may hold files."""

TABLE: dict[tuple[str, str], Roles] = {
    ("GET", "/healthz"): ANYONE,
    ("GET", "/static"): ANYONE,
    ("GET", "/sign-in"): ANYONE,
    ("POST", "/sign-in"): ANYONE,
    ("POST", "/sign-out"): STAFF,
    ("POST", "/language"): STAFF,
    ("GET", "/"): STAFF,
    ("GET", "/suggestions"): READERS,
    ("GET", "/suggestions/{number}"): READERS,
    ("GET", "/suggestions/{number}/files/{ordinal}"): READERS,
    ("POST", "/suggestions/{number}/forward"): CLERKS,
    ("POST", "/suggestions/{number}/reply"): HANDLERS,
    ("POST", "/suggestions/{number}/publish"): CLERKS,
    ("POST", "/suggestions/{number}/unpublish"): CLERKS,
    ("GET", "/undelivered"): CLERKS,
    ("GET", "/ways-in"): CLERKS,
    ("POST", "/ways-in"): CLERKS,
    ("GET", "/ways-in/{code}"): CLERKS,
    ("POST", "/ways-in/{code}/retire"): CLERKS,
    ("POST", "/ways-in/{code}/reopen"): CLERKS,
    ("GET", "/ways-in/{code}/{channel}.svg"): CLERKS,
    ("GET", "/ways-in/{code}/{channel}.png"): CLERKS,
    ("GET", "/ways-in/{code}/card"): CLERKS,
    ("GET", "/intake/new"): CLERKS,
    ("POST", "/intake"): CLERKS,
    ("GET", "/ledger"): READERS,
    ("GET", "/ledger/file"): READERS,
    ("GET", "/ledger/template"): CLERKS,
    ("POST", "/ledger/import"): CLERKS,
    ("GET", "/ledger/imports/{run}"): CLERKS,
    ("GET", "/ledger/imports/{run}/refused"): CLERKS,
    ("GET", "/programs"): KEEPERS,
    ("POST", "/programs"): KEEPERS,
    ("POST", "/programs/{token}/revoke"): KEEPERS,
}
"""What a handler sees behind a route is narrowed further by `staff.queries.sight`."""


def check(routes: Iterable[BaseRoute]) -> None:
    """Compare the table with the routes there are; RuntimeError names every difference."""
    there = {
        (method, str(route.path))
        for route in iter_route_contexts(list(routes))
        for method in route.methods or {"GET"}
    }
    if there != TABLE.keys():
        raise RuntimeError(f"routes and access table differ: {sorted(there ^ TABLE.keys())}")
