"""What a row of the access table says, and the rows for the chat; console/access.py has those of pages.

Both edges ask `answer`, and the matrix tests derive what must come from the same rows.
"""

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy.ext.asyncio import AsyncSession

from backend.errors import NotAllowed, NotFound
from backend.staff import model, queries
from backend.staff.model import Role, Staff
from backend.suggestions.queries import Sight


class Scope(StrEnum):
    """Whose things a route reaches, for roles that belong to a unit.

    NONE        nothing that belongs to a unit
    OWN_UNIT    a thing of their unit or of those below it; of others' there is nothing
    NARROWED    a list, in which everybody finds what is theirs and nothing else
    EVERYTHING  whatever unit it belongs to
    """

    NONE = "none"
    OWN_UNIT = "own-unit"
    NARROWED = "narrowed"
    EVERYTHING = "everything"


class Pending(StrEnum):
    """What is still to be done before a sign-in opens anything else."""

    CODE = "code"
    PASSWORD = "password"  # noqa: S105 - the name of a step
    FACTOR = "factor"


class Answer(StrEnum):
    OPEN = "open"
    SIGN_IN = "sign-in"
    FORBIDDEN = "forbidden"
    HIDDEN = "hidden"


@dataclass(frozen=True)
class Rule:
    """A row: `roles` is None for anybody, `during` names the steps of signing in that it belongs to."""

    roles: frozenset[Role] | None
    scope: Scope
    during: frozenset[Pending] = frozenset()


def answer(rule: Rule, role: Role | None, *, own: bool) -> Answer:
    """Say what a visitor gets; `own` where the thing is their unit's, `role` is None for nobody."""
    if rule.roles is None:
        return Answer.OPEN
    if role is None:
        return Answer.SIGN_IN
    if role not in rule.roles:
        return Answer.FORBIDDEN
    hidden = rule.scope == Scope.OWN_UNIT and role in model.UNITS and not own
    return Answer.HIDDEN if hidden else Answer.OPEN


LISTED = Rule(model.READERS, Scope.NARROWED)
DESK = Rule(model.READERS, Scope.OWN_UNIT)
HANDLING = Rule(model.OFFICE | model.UNITS, Scope.OWN_UNIT)
CHAT: dict[tuple[str, str], Rule] = {
    ("CHAT", "desk"): LISTED,
    ("CHAT", "desk-one"): DESK,
    ("CHAT", "desk-answers"): DESK,
    ("CHAT", "desk-sign"): HANDLING,
    ("CHAT", "desk-ask"): HANDLING,
    ("CHAT", "desk-unlink"): Rule(frozenset(Role), Scope.NONE),
}
"""What staff may do in the chat; narrowed further by their sight, as on the console's pages."""


async def in_chat(session: AsyncSession, person_id: int, act: str) -> tuple[Staff, Sight]:
    """Return who of the staff is talking and what they may see, if the row of this act lets them.

    NotFound for a person who is nobody of the staff: to them there is no such thing.
    """
    staff = await queries.linked_staff(session, person_id)
    if staff is None:
        raise NotFound("desk-missing")
    if answer(CHAT["CHAT", act], staff.role, own=True) != Answer.OPEN:
        raise NotAllowed("desk-not-yours")
    return staff, await queries.sight(session, staff)
