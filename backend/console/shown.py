"""The page of one suggestion: loaded for whoever asks, with the forms of what they may do now."""

import re
from dataclasses import dataclass, field
from functools import partial

from fastapi import Request
from fastapi.responses import Response

from backend.campaigns.queries import OTHER_TOPIC
from backend.console import case as cases
from backend.console.case import Case, Entry
from backend.console.facts import facts
from backend.console.next_step import next_step
from backend.console.pages import page
from backend.console.session import Desk, desk_of, language_of
from backend.console.trouble import status_of
from backend.db import Database
from backend.drafts.coach import reads_like_something_else
from backend.errors import NotFound, Refusal
from backend.handling.actions import REPLY_MAXIMUM
from backend.handling.screening import TAKES_OTHERS
from backend.staff.model import OFFICE, UNITS, Role
from backend.suggestions import lifecycle, similar
from backend.suggestions.lifecycle import Hand, Verb
from backend.suggestions.similar import Close, Index

NUMBER = re.compile(r"[A-Z0-9]{1,16}-[0-9]{1,12}")
SIMILAR = 5
OFFERED = 20
"""As many close ones are looked at for those that can be merged into."""
WITH_SCRIPT = (
    "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; form-action 'self'; "
    "frame-ancestors 'none'; base-uri 'none'"
)


@dataclass(frozen=True)
class Queue:
    """The clerk's queue a page was opened from: which place of how many, and what was done last."""

    place: int
    waiting: int
    last: Entry | None = None
    last_number: str = ""
    undoable: bool = False


@dataclass(frozen=True)
class Refused:
    """A form that was refused, with all that was typed into it."""

    refusal: Refusal
    form: str
    typed: dict[str, str] = field(default_factory=dict)


async def case_of(db: Database, desk: Desk, number: str) -> Case:
    """Return everything about a suggestion this desk may see."""
    if NUMBER.fullmatch(number):
        async with db.read() as session:
            if case := await cases.load(session, desk.sight, number):
                return case
    raise NotFound("suggestion-missing", number=number[:40])


def hands(desk: Desk, case: Case) -> frozenset[Hand]:
    """Say in which hands this member of staff holds the suggestion; who only watches has none."""
    if desk.staff.role in OFFICE:
        return frozenset({Hand.CLERK})
    if desk.staff.role not in UNITS:
        return frozenset()
    if desk.sight.handles(case.suggestion):
        lead = {Hand.UNIT_LEAD} if desk.staff.role == Role.UNIT_LEAD else set()
        return frozenset({Hand.UNIT} | lead)
    assists = desk.sight.unit_id in {unit.id for unit in case.assisting}
    return frozenset({Hand.ASSISTING}) if assists else frozenset()


async def page_of(
    request: Request,
    case: Case,
    *,
    done: str = "",
    refused: Refused | None = None,
    queue: Queue | None = None,
) -> Response:
    """Show a suggestion; a refused form comes back open, with its refusal and what was typed."""
    desk = desk_of(request)
    can = lifecycle.may(case.suggestion.state, hands(desk, case)) if desk else frozenset()
    answer = page(
        request,
        "one.html",
        status=status_of(refused.refusal) if refused else 200,
        case=case,
        can=can,
        step=next_step(case, desk, can) if desk else None,
        done=done,
        refusal=refused.refusal if refused else None,
        form=refused.form if refused else "",
        form_there=refused is not None and desk is not None and _is_there(refused.form, desk, case, can),
        typed=refused.typed if refused else {},
        queue=queue,
        close=await _close(request, case) if Verb.MERGE in can else [],
        elsewhere=reads_like_something_else(case.suggestion.text),
        facts=partial(facts, case, language=language_of(request)),
        maximum=str(REPLY_MAXIMUM),
        other_topic=OTHER_TOPIC,
        here=f"/suggestions/{case.suggestion.number}",
    )
    if queue:
        answer.headers["Content-Security-Policy"] = WITH_SCRIPT
    return answer


def _is_there(form: str, desk: Desk, case: Case, can: frozenset[Verb]) -> bool:
    """Say whether the page has the form that was refused; else its refusal stands alone, with the words."""
    name, _, row = form.rpartition("-") if form[-1:].isdigit() else (form, "", "")
    draft, answered = case.beside.draft, case.suggestion.state in lifecycle.ANSWERED
    needs = {
        "undo": False,
        "uphold": case.thread.objection is not None,
        "send-back": not desk.sight.everything,
        "ask-extension": case.deadline.open is None,
        "decide-extension": case.deadline.open is not None,
        "divert": bool(case.rules.diversions),
        "scope": bool(case.rules.scopes),
        "award": bool(case.prizes),
        "promise": case.adopted if not row else any(str(one.ordinal) == row for one in case.going),
    }
    if name == "reply":
        return not answered or (draft is not None and draft.correction)
    verb = {"told": Verb.TELL, "promise": Verb.REPORT if row else Verb.PROMISE}.get(name, name)
    return name == "note" or (verb in can and needs.get(name, True))


async def _close(request: Request, case: Case) -> list[Close]:
    """Return what this one could be merged into: public, close, and not yet answered."""
    index: Index | None = request.app.state.index
    if index is None:
        return []
    found = await similar.closest(index, case.suggestion.text, most=OFFERED)
    fit = [one for one in found if one.state in TAKES_OTHERS and one.number != case.suggestion.number]
    return fit[:SIMILAR]
