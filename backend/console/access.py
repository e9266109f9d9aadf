"""Who may use what, of whose unit: the one table, for pages and (rows CHAT) for the chat.

A route without a row, or a row without a route, fails start-up. `staff.access.answer` says what a row means.
"""

from collections.abc import Iterable

from fastapi.routing import iter_route_contexts
from starlette.routing import BaseRoute

from backend.staff import model
from backend.staff.access import CHAT, Answer, Pending, Rule, Scope, answer
from backend.staff.model import Role
from backend.suggestions import lifecycle
from backend.suggestions.lifecycle import Hand, Verb

ANYONE = Rule(None, Scope.NONE)
STAFF = Rule(frozenset(Role), Scope.NONE)
AT_EVERY_STEP = Rule(frozenset(Role), Scope.NONE, frozenset(Pending))
CODE = Rule(frozenset(Role), Scope.NONE, frozenset({Pending.CODE}))
PASSWORD = Rule(frozenset(Role), Scope.NONE, frozenset({Pending.PASSWORD}))
FACTOR = Rule(frozenset(Role), Scope.NONE, frozenset({Pending.FACTOR}))
CLERKS = Rule(model.OFFICE, Scope.EVERYTHING)
READERS = Rule(model.READERS, Scope.OWN_UNIT)
LIST = Rule(model.READERS, Scope.NARROWED)
HANDLERS = Rule(model.OFFICE | model.UNITS, Scope.OWN_UNIT)
ADMINISTRATORS = Rule(frozenset({Role.ADMINISTRATOR}), Scope.NONE)
LOG = Rule(frozenset({Role.ADMINISTRATOR, Role.AUDITOR}), Scope.NONE)
UNIT_READERS = Rule(frozenset(Role), Scope.OWN_UNIT)
UNIT_LIST = Rule(frozenset(Role), Scope.NARROWED)
ROSTER = Rule(frozenset({Role.ADMINISTRATOR, Role.UNIT_LEAD}), Scope.OWN_UNIT)


CALLS = Rule(model.OFFICE | {Role.UNIT_LEAD} | model.WATCHERS, Scope.NARROWED)
CALL = Rule(CALLS.roles, Scope.OWN_UNIT)
ASKERS = Rule(model.OFFICE | {Role.UNIT_LEAD}, Scope.OWN_UNIT)
ASKING = Rule(ASKERS.roles, Scope.NARROWED)

HANDLERS_LIST = Rule(model.OFFICE | model.UNITS, Scope.NARROWED)
KEEPERS = Rule(model.OFFICE | {Role.ADMINISTRATOR}, Scope.EVERYTHING)

APPOINTING = model.OFFICE | {Role.ADMINISTRATOR, Role.UNIT_LEAD}
"""Who appoints officers and keeps contact points and events: a unit's lead for the own unit and below."""
APPOINTERS = Rule(APPOINTING, Scope.OWN_UNIT)
APPOINTERS_LIST = Rule(APPOINTING, Scope.NARROWED)
APPOINTED = Rule(APPOINTING | model.WATCHERS, Scope.OWN_UNIT)
APPOINTED_LIST = Rule(APPOINTING | model.WATCHERS, Scope.NARROWED)

HANDS: dict[Hand, frozenset[Role]] = {
    Hand.CLERK: model.OFFICE,
    Hand.UNIT: model.UNITS,
    Hand.UNIT_LEAD: frozenset({Role.UNIT_LEAD}),
    Hand.ASSISTING: model.UNITS,
}
"""Which members of staff a hand of the lifecycle belongs to; author and house have none."""


def by(*verbs: Verb) -> Rule:
    """Return who may try at least one of these verbs, by the table of the lifecycle."""
    hands = frozenset[Hand]().union(*(lifecycle.TABLE[verb].hands for verb in verbs))
    return Rule(frozenset[Role]().union(*(HANDS.get(hand, frozenset()) for hand in hands)), Scope.OWN_UNIT)


TABLE: dict[tuple[str, str], Rule] = {
    **CHAT,
    ("GET", "/healthz"): ANYONE,
    ("GET", "/static"): ANYONE,
    ("GET", "/sign-in"): ANYONE,
    ("POST", "/sign-in"): ANYONE,
    ("GET", "/sign-in/code"): CODE,
    ("POST", "/sign-in/code"): CODE,
    ("POST", "/sign-out"): AT_EVERY_STEP,
    ("POST", "/language"): AT_EVERY_STEP,
    ("GET", "/"): STAFF,
    ("GET", "/suggestions"): LIST,
    ("POST", "/suggestions"): LIST,
    ("GET", "/suggestions/{number}"): READERS,
    ("GET", "/suggestions/{number}/files/{ordinal}"): READERS,
    ("GET", "/suggestions/{number}/answers/{part}"): READERS,
    ("GET", "/suggestions/{number}/sent-back"): STAFF,
    ("POST", "/suggestions/{number}/forward"): by(Verb.FORWARD),
    ("POST", "/suggestions/{number}/return"): by(Verb.RETURN),
    ("POST", "/suggestions/{number}/divert"): by(Verb.DIVERT),
    ("GET", "/suggestions/{number}/merge"): by(Verb.MERGE),
    ("POST", "/suggestions/{number}/merge"): by(Verb.MERGE),
    ("POST", "/suggestions/{number}/decide"): by(Verb.UPHOLD),
    ("POST", "/suggestions/{number}/sign"): by(Verb.SIGN),
    ("POST", "/suggestions/{number}/send-back"): by(Verb.SEND_BACK),
    ("POST", "/suggestions/{number}/ask"): by(Verb.ASK),
    ("POST", "/suggestions/{number}/opine"): by(Verb.OPINE),
    ("POST", "/suggestions/{number}/reply"): by(Verb.REPLY, Verb.HAND_IN, Verb.CORRECT_REPLY),
    ("POST", "/suggestions/{number}/reply/draft"): by(Verb.REPLY, Verb.DISCARD_REPLY),
    ("POST", "/suggestions/{number}/reply/approve"): by(Verb.APPROVE),
    ("POST", "/suggestions/{number}/reply/give-back"): by(Verb.GIVE_BACK),
    ("POST", "/suggestions/{number}/reply/correct"): by(Verb.CORRECT_REPLY),
    ("POST", "/suggestions/{number}/reply/{reply}/told"): by(Verb.TELL),
    ("GET", "/suggestions/{number}/reply/files/{file}"): READERS,
    ("POST", "/suggestions/{number}/promise"): by(Verb.PROMISE),
    ("POST", "/suggestions/{number}/promise/{promise}"): by(Verb.REPORT, Verb.KEEP, Verb.PUT_OFF, Verb.BREAK),
    ("POST", "/suggestions/{number}/award"): by(Verb.AWARD),
    ("POST", "/suggestions/{number}/close"): by(Verb.CLOSE),
    ("POST", "/suggestions/{number}/classify"): by(Verb.CLASSIFY),
    ("POST", "/suggestions/{number}/scope"): by(Verb.SET_SCOPE),
    ("POST", "/suggestions/{number}/value"): by(Verb.VALUE),
    ("POST", "/suggestions/{number}/key"): by(Verb.KEY),
    ("POST", "/suggestions/{number}/recommend"): by(Verb.RECOMMEND),
    ("POST", "/suggestions/{number}/instruct"): by(Verb.INSTRUCT),
    ("POST", "/suggestions/{number}/undo"): by(Verb.UNDO),
    ("POST", "/suggestions/{number}/publish"): by(Verb.PUBLISH),
    ("POST", "/suggestions/{number}/unpublish"): by(Verb.UNPUBLISH),
    ("POST", "/suggestions/{number}/contacts"): by(Verb.CONTACT),
    ("POST", "/suggestions/{number}/notes"): HANDLERS,
    ("POST", "/suggestions/{number}/notes/{note}"): HANDLERS,
    ("POST", "/suggestions/{number}/notes/{note}/remove"): HANDLERS,
    ("POST", "/suggestions/{number}/extension"): by(Verb.ASK_EXTENSION),
    ("POST", "/suggestions/{number}/extension/decision"): by(Verb.DECIDE_EXTENSION),
    ("GET", "/screening"): CLERKS,
    ("GET", "/replies"): HANDLERS_LIST,
    ("GET", "/contacts"): LIST,
    ("GET", "/templates"): HANDLERS_LIST,
    ("POST", "/templates"): HANDLERS_LIST,
    ("POST", "/templates/{template}"): HANDLERS_LIST,
    ("POST", "/templates/{template}/retire"): HANDLERS_LIST,
    ("GET", "/notices"): LIST,
    ("POST", "/notices/read"): LIST,
    ("GET", "/undelivered"): CLERKS,
    ("GET", "/ways-in"): CLERKS,
    ("POST", "/ways-in"): CLERKS,
    ("GET", "/ways-in/{code}"): CLERKS,
    ("POST", "/ways-in/{code}/retire"): CLERKS,
    ("POST", "/ways-in/{code}/reopen"): CLERKS,
    ("GET", "/ways-in/{code}/{channel}.svg"): CLERKS,
    ("GET", "/ways-in/{code}/{channel}.png"): CLERKS,
    ("GET", "/ways-in/{code}/card"): CLERKS,
    ("GET", "/me"): STAFF,
    ("POST", "/me/sign-out"): STAFF,
    ("POST", "/me/sign-out-others"): STAFF,
    ("GET", "/me/password"): PASSWORD,
    ("POST", "/me/password"): PASSWORD,
    ("GET", "/me/second-factor"): FACTOR,
    ("POST", "/me/second-factor"): FACTOR,
    ("POST", "/me/second-factor/begin"): FACTOR,
    ("GET", "/me/second-factor.svg"): FACTOR,
    ("POST", "/me/second-factor/off"): STAFF,
    ("POST", "/me/recovery-codes"): STAFF,
    ("POST", "/me/chat"): STAFF,
    ("POST", "/me/chat/unlink"): STAFF,
    ("GET", "/accounts"): ADMINISTRATORS,
    ("POST", "/accounts"): ADMINISTRATORS,
    ("GET", "/accounts/{account}"): ADMINISTRATORS,
    ("POST", "/accounts/{account}/role"): ADMINISTRATORS,
    ("POST", "/accounts/{account}/suspend"): ADMINISTRATORS,
    ("POST", "/accounts/{account}/resume"): ADMINISTRATORS,
    ("POST", "/accounts/{account}/password"): ADMINISTRATORS,
    ("POST", "/accounts/{account}/second-factor"): ADMINISTRATORS,
    ("GET", "/account-log"): LOG,
    ("GET", "/units"): UNIT_LIST,
    ("POST", "/units"): ADMINISTRATORS,
    ("GET", "/units/{unit}"): UNIT_READERS,
    ("POST", "/units/{unit}/rename"): ADMINISTRATORS,
    ("POST", "/units/{unit}/move"): ADMINISTRATORS,
    ("POST", "/units/{unit}/retire"): ADMINISTRATORS,
    ("POST", "/units/{unit}/reopen"): ADMINISTRATORS,
    ("POST", "/units/{unit}/duty"): ROSTER,
    ("POST", "/units/{unit}/duty/{row}/end"): ROSTER,
    ("POST", "/units/{unit}/absence"): ROSTER,
    ("POST", "/units/{unit}/absence/{row}/end"): ROSTER,
    ("GET", "/intake/new"): CLERKS,
    ("POST", "/intake"): CLERKS,
    ("GET", "/ledger"): LIST,
    ("GET", "/ledger/file"): LIST,
    ("GET", "/ledger/template"): CLERKS,
    ("POST", "/ledger/import"): CLERKS,
    ("GET", "/ledger/imports/{run}"): CLERKS,
    ("GET", "/ledger/imports/{run}/refused"): CLERKS,
    ("GET", "/suggestions/{number}/forget"): CLERKS,
    ("POST", "/suggestions/{number}/forget"): CLERKS,
    ("GET", "/visits"): LIST,
    ("POST", "/visits/{visit}/reassign"): CLERKS,
    ("POST", "/entries/{draft}/hand-over"): CLERKS,
    ("GET", "/programs"): KEEPERS,
    ("POST", "/programs"): KEEPERS,
    ("POST", "/programs/{token}/revoke"): KEEPERS,
    ("GET", "/officers"): APPOINTED_LIST,
    ("POST", "/officers"): APPOINTERS_LIST,
    ("GET", "/officers/{officer}"): APPOINTED,
    ("POST", "/officers/{officer}/invite"): APPOINTERS,
    ("POST", "/officers/{officer}/change"): APPOINTERS,
    ("POST", "/officers/{officer}/end"): APPOINTERS,
    ("GET", "/points"): APPOINTED_LIST,
    ("POST", "/points"): APPOINTERS_LIST,
    ("GET", "/points/{point}"): APPOINTED,
    ("POST", "/points/{point}/change"): APPOINTERS,
    ("POST", "/points/{point}/close"): APPOINTERS,
    ("POST", "/points/{point}/reopen"): APPOINTERS,
    ("POST", "/points/{point}/way-in"): APPOINTERS,
    ("GET", "/points/{point}/poster"): APPOINTED,
    ("GET", "/events"): APPOINTED_LIST,
    ("POST", "/events"): APPOINTERS_LIST,
    ("GET", "/events/{event}"): APPOINTED,
    ("POST", "/events/{event}/change"): APPOINTERS,
    ("POST", "/events/{event}/end"): APPOINTERS,
    ("POST", "/events/{event}/way-in"): APPOINTERS,
    ("GET", "/events/{event}/poster"): APPOINTED,
    ("GET", "/ways-in/{code}/poster"): CLERKS,
    ("GET", "/calls"): CALLS,
    ("GET", "/calls/new"): ASKING,
    ("POST", "/calls"): ASKING,
    ("GET", "/calls/{call}"): CALL,
    ("GET", "/calls/{call}/file"): CALL,
    ("POST", "/calls/{call}/remind"): ASKERS,
    ("POST", "/calls/{call}/extend"): ASKERS,
    ("POST", "/calls/{call}/close"): ASKERS,
    ("GET", "/quotas"): LIST,
    ("GET", "/quotas/file"): LIST,
    ("POST", "/quotas/baseline"): CLERKS,
    ("GET", "/phones"): CLERKS,
    ("POST", "/phones/{phone}/end"): CLERKS,
}
"""What a unit's own is, `staff.queries.sight` says; each query is narrowed by it."""


def may(role: Role | None, method: str, path: str) -> bool:
    """Say whether a page may offer this to a role: what it would be refused is not shown."""
    return answer(TABLE[method, path], role, own=True) == Answer.OPEN


TAKES_FILES = frozenset(
    {
        ("POST", "/suggestions/{number}/reply"),
        ("POST", "/suggestions/{number}/reply/draft"),
        ("POST", "/intake"),
        ("POST", "/ledger/import"),
        ("POST", "/quotas/baseline"),
    }
)
"""Routes whose forms may hold files."""


def check(routes: Iterable[BaseRoute]) -> None:
    """Compare the table with the routes there are; RuntimeError names every difference."""
    there = {
        (method, str(route.path))
        for route in iter_route_contexts(list(routes))
        for method in route.methods or {"GET"}
    }
    rows = TABLE.keys() - CHAT.keys()
    if there != rows:
        raise RuntimeError(f"routes and access table differ: {sorted(there ^ rows)}")
