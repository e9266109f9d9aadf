"""What waits for this desk on a suggestion's page: said at its top, with the way to the form."""

from collections.abc import Collection
from dataclasses import dataclass

from backend.console.case import Case
from backend.console.session import Desk
from backend.replies.model import DraftState
from backend.staff.model import UNITS, Role
from backend.suggestions.lifecycle import Verb

CHECKS = {Role.CLERK: DraftState.WITH_OFFICE, Role.UNIT_LEAD: DraftState.WITH_LEAD}
"""At whose step a reply is, in which state."""


@dataclass(frozen=True)
class Step:
    """The key of what is to be done, and where on the page that is."""

    words: str
    place: str


def next_step(case: Case, desk: Desk, can: Collection[Verb]) -> Step | None:
    """Return the one thing to do first; None where nothing waits for this desk."""
    waits = _decisions(case, can) or _check(case, desk) or _reply(case, desk.role, can)
    told = {opinion.unit_id for opinion in case.thread.opinions}
    if waits is None and Verb.OPINE in can and desk.sight.unit_id not in told:
        return Step("console-next-opine", "do-opine")
    return waits


def _decisions(case: Case, can: Collection[Verb]) -> Step | None:
    """Return what only the office decides, in the order in which it holds others up."""
    if Verb.UPHOLD in can and case.thread.objection:
        return Step("console-next-uphold", "do-uphold")
    if Verb.MOVE_DATE in can and case.deadline.open:
        return Step("console-next-extension", "deadline")
    return Step("console-next-forward", "do-forward") if Verb.FORWARD in can and case.unit is None else None


def _check(case: Case, desk: Desk) -> Step | None:
    """Return a reply, or the correction of one, that is at this desk's step."""
    draft = case.beside.draft
    mine = draft and desk.sight.handles(case.suggestion) and CHECKS.get(desk.role) == draft.state
    return Step("console-next-check", "reply") if mine else None


def _reply(case: Case, role: Role, can: Collection[Verb]) -> Step | None:
    """Return what waits for the unit that answers; the office replies for a unit only where it must."""
    draft = case.beside.draft
    if role not in UNITS or Verb.REPLY not in can or (draft and draft.state != DraftState.WRITING):
        return None
    if case.beside.given_back:
        return Step("console-next-rewrite", "reply")
    if Verb.SIGN in can:
        return Step("console-next-sign", "do-sign")
    paused = case.suggestion.paused_since
    return Step("console-next-wait" if paused else "console-next-reply", "reply")
