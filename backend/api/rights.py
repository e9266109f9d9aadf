"""What a token must be good for on which route: the one table; whose roles, see `programs.queries`."""

from collections.abc import Iterable
from typing import NamedTuple

from fastapi.routing import iter_route_contexts
from starlette.routing import BaseRoute

from backend.programs.model import Scope
from backend.staff.model import OFFICE, READERS, UNITS, Role


class Right(NamedTuple):
    scope: Scope
    roles: frozenset[Role]


READ = Right(Scope.READ, READERS)
REGISTER = Right(Scope.REGISTER, OFFICE)
IMPORT = Right(Scope.IMPORT, OFFICE)
BY_OFFICE = Right(Scope.HANDLE, OFFICE)
BY_UNIT = Right(Scope.HANDLE, OFFICE | UNITS)
OPEN = frozenset({("GET", "/openapi.json"), ("HEAD", "/openapi.json")})

ONE = "/suggestions/{number}"
TABLE: dict[tuple[str, str], Right] = {
    ("GET", "/campaigns"): READ,
    ("GET", "/units"): READ,
    ("GET", "/suggestions"): READ,
    ("GET", ONE): READ,
    ("GET", f"{ONE}/files/{{ordinal}}"): READ,
    ("POST", "/suggestions"): REGISTER,
    ("POST", "/imports"): IMPORT,
    ("POST", f"{ONE}/forward"): BY_OFFICE,
    ("POST", f"{ONE}/return"): BY_OFFICE,
    ("POST", f"{ONE}/divert"): BY_OFFICE,
    ("POST", f"{ONE}/merge"): BY_OFFICE,
    ("POST", f"{ONE}/publish"): BY_OFFICE,
    ("POST", f"{ONE}/unpublish"): BY_OFFICE,
    ("POST", f"{ONE}/close"): BY_OFFICE,
    ("POST", f"{ONE}/sign"): BY_UNIT,
    ("POST", f"{ONE}/send-back"): BY_UNIT,
    ("POST", f"{ONE}/ask"): BY_UNIT,
    ("POST", f"{ONE}/reply"): BY_UNIT,
    ("POST", f"{ONE}/move-date"): BY_OFFICE,
}
LONG = frozenset({"/imports"})
"""What takes more than one transaction: elsewhere whatever is done commits with its answer."""


def check(routes: Iterable[BaseRoute]) -> None:
    """Compare the table with the routes there are; RuntimeError names every difference."""
    there = {
        (method, str(route.path))
        for route in iter_route_contexts(list(routes))
        for method in route.methods or {"GET"}
    } - OPEN
    if there != TABLE.keys():
        raise RuntimeError(f"routes and rights differ: {sorted(there ^ TABLE.keys())}")
