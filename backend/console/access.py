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

TABLE: dict[tuple[str, str], Roles] = {
    ("GET", "/healthz"): ANYONE,
    ("GET", "/static"): ANYONE,
    ("GET", "/sign-in"): ANYONE,
    ("POST", "/sign-in"): ANYONE,
    ("POST", "/sign-out"): STAFF,
    ("POST", "/language"): STAFF,
    ("GET", "/"): STAFF,
    ("GET", "/suggestions"): READERS,
    ("POST", "/suggestions"): READERS,
    ("GET", "/suggestions/{number}"): READERS,
    ("GET", "/suggestions/{number}/files/{ordinal}"): READERS,
    ("POST", "/suggestions/{number}/forward"): CLERKS,
    ("POST", "/suggestions/{number}/reply"): HANDLERS,
    ("POST", "/suggestions/{number}/publish"): CLERKS,
    ("POST", "/suggestions/{number}/unpublish"): CLERKS,
    ("POST", "/suggestions/{number}/extension"): UNITS,
    ("POST", "/suggestions/{number}/extension/decision"): CLERKS,
    ("GET", "/notices"): READERS,
    ("POST", "/notices/read"): READERS,
    ("GET", "/undelivered"): CLERKS,
    ("GET", "/ways-in"): CLERKS,
    ("POST", "/ways-in"): CLERKS,
    ("GET", "/ways-in/{code}"): CLERKS,
    ("POST", "/ways-in/{code}/retire"): CLERKS,
    ("POST", "/ways-in/{code}/reopen"): CLERKS,
    ("GET", "/ways-in/{code}/{channel}.svg"): CLERKS,
    ("GET", "/ways-in/{code}/{channel}.png"): CLERKS,
    ("GET", "/ways-in/{code}/card"): CLERKS,
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
