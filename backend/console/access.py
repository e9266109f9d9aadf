"""Who may use which route: the one table. A route without a row, or a row without a route, fails start-up."""

from collections.abc import Iterable

from fastapi.routing import iter_route_contexts
from starlette.routing import BaseRoute

from backend.staff.model import OFFICE, READERS, UNITS, Role
from backend.suggestions import lifecycle
from backend.suggestions.lifecycle import Hand, Verb

Roles = frozenset[Role] | None

ANYONE: Roles = None
STAFF: Roles = frozenset(Role)
CLERKS: Roles = OFFICE

HANDS: dict[Hand, frozenset[Role]] = {Hand.CLERK: OFFICE, Hand.UNIT: UNITS, Hand.ASSISTING: UNITS}
"""Which members of staff a hand of the lifecycle belongs to; author and house have none."""


def may(verb: Verb) -> Roles:
    """Return who may try a verb, by the table of the lifecycle."""
    return frozenset().union(*(HANDS.get(hand, frozenset()) for hand in lifecycle.TABLE[verb].hands))


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
    ("GET", "/suggestions/{number}/answers/{part}"): READERS,
    ("GET", "/suggestions/{number}/sent-back"): STAFF,
    ("POST", "/suggestions/{number}/forward"): may(Verb.FORWARD),
    ("POST", "/suggestions/{number}/return"): may(Verb.RETURN),
    ("POST", "/suggestions/{number}/divert"): may(Verb.DIVERT),
    ("GET", "/suggestions/{number}/merge"): may(Verb.MERGE),
    ("POST", "/suggestions/{number}/merge"): may(Verb.MERGE),
    ("POST", "/suggestions/{number}/decide"): may(Verb.UPHOLD),
    ("POST", "/suggestions/{number}/sign"): may(Verb.SIGN),
    ("POST", "/suggestions/{number}/send-back"): may(Verb.SEND_BACK),
    ("POST", "/suggestions/{number}/ask"): may(Verb.ASK),
    ("POST", "/suggestions/{number}/opine"): may(Verb.OPINE),
    ("POST", "/suggestions/{number}/reply"): may(Verb.REPLY),
    ("POST", "/suggestions/{number}/close"): may(Verb.CLOSE),
    ("POST", "/suggestions/{number}/classify"): may(Verb.CLASSIFY),
    ("POST", "/suggestions/{number}/scope"): may(Verb.SET_SCOPE),
    ("POST", "/suggestions/{number}/value"): may(Verb.VALUE),
    ("POST", "/suggestions/{number}/key"): may(Verb.KEY),
    ("POST", "/suggestions/{number}/recommend"): may(Verb.RECOMMEND),
    ("POST", "/suggestions/{number}/instruct"): may(Verb.INSTRUCT),
    ("POST", "/suggestions/{number}/undo"): may(Verb.UNDO),
    ("POST", "/suggestions/{number}/publish"): may(Verb.PUBLISH),
    ("POST", "/suggestions/{number}/unpublish"): may(Verb.UNPUBLISH),
    ("GET", "/screening"): CLERKS,
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
