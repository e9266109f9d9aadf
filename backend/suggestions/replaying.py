"""What the events say a suggestion must look like: the row is checked against its own history."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from backend.suggestions.model import Event, EventKind, SuggestionState

_S, _K = SuggestionState, EventKind
LEADS_TO = {
    _K.REGISTERED: _S.REGISTERED,
    _K.RETURNED: _S.RETURNED,
    _K.CORRECTED: _S.REGISTERED,
    _K.DIVERTED: _S.DIVERTED,
    _K.MERGED: _S.MERGED,
    _K.FORWARDED: _S.FORWARDED,
    _K.SIGNED: _S.SIGNED,
    _K.SENT_BACK: _S.REGISTERED,
    _K.REPLIED: _S.REPLIED,
    _K.REOPENED: _S.SIGNED,
    _K.CLOSED: _S.CLOSED,
    _K.WITHDRAWN: _S.WITHDRAWN,
}
"""Events that always end in one state; the others leave it, or say by their data where they lead."""


@dataclass(frozen=True)
class Standing:
    """Where a suggestion stands; `due_on` as an ISO date, `merged_into` as a number."""

    state: SuggestionState
    unit_id: int | None = None
    due_on: str | None = None
    merged_into: str | None = None


def replay(events: Sequence[Event]) -> Standing:
    """Return where the events of one suggestion, in their order, lead."""
    stood = [Standing(_S.REGISTERED)]
    for event in events:
        undone = int(event.data["ordinal"]) if event.kind == _K.UNDONE else None
        stood.append(stood[undone - 1] if undone else _after(stood[-1], event))
    return stood[-1]


def _after(now: Standing, event: Event) -> Standing:
    said = event.data
    now = replace(now, state=LEADS_TO.get(EventKind(event.kind), now.state))
    if "due_on" in said:
        now = replace(now, due_on=said["due_on"])
    if event.kind == _K.FORWARDED:
        return replace(now, unit_id=said["unit"])
    if event.kind == _K.SENT_BACK:
        return replace(now, unit_id=None, due_on=said.get("due_on"))
    if event.kind == _K.MERGED:
        return replace(now, merged_into=said["into"])
    if event.kind == _K.OBJECTION_DECIDED and said["upheld"] == "yes":
        return replace(now, state=_S.REGISTERED, merged_into=None)
    return now
