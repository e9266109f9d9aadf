"""What the events say a suggestion must look like: the row is checked against its own history."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from backend.suggestions.model import OF_PROMISES, Event, EventKind, SuggestionState

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


UNDER_WAY = "under-way"
"""How a promise stands before anything is reported of it."""
OVER = frozenset({_K.FORWARDED, _K.SENT_BACK, _K.REPLIED, _K.EXTENSION_DECIDED})
"""Events that end a request for a later day."""


@dataclass(frozen=True)
class Standing:
    """Where a suggestion stands; `due_on` as an ISO date, `merged_into` as a number.

    `reply` is the newest one's id, `asked_until` the later day that waits for a decision; `promises` are
    state and day by ordinal.
    """

    state: SuggestionState
    unit_id: int | None = None
    due_on: str | None = None
    merged_into: str | None = None
    reply: int | None = None
    asked_until: str | None = None
    promises: Mapping[int, tuple[str, str]] = field(default_factory=dict)
    prizes: frozenset[str] = frozenset()


def replay(events: Sequence[Event]) -> Standing:
    """Return where the events of one suggestion, in their order, lead."""
    stood = [Standing(_S.REGISTERED)]
    for event in events:
        undone = int(event.data["ordinal"]) if event.kind == _K.UNDONE else None
        stood.append(stood[undone - 1] if undone else _after(stood[-1], event))
    return stood[-1]


def _after(now: Standing, event: Event) -> Standing:
    kind, said = EventKind(event.kind), event.data
    now = replace(now, state=LEADS_TO.get(kind, now.state))
    if kind in OF_PROMISES:
        promise = {said["promise"]: (said.get("state", UNDER_WAY), said["due_on"])}
        return replace(now, promises={**now.promises, **promise})
    if kind == _K.AWARDED:
        return replace(now, prizes=now.prizes | {said["prize"]})
    if kind == _K.MERGED:
        return replace(now, merged_into=said["into"])
    if kind == _K.OBJECTION_DECIDED and said["upheld"] == "yes":
        return replace(now, state=_S.REGISTERED, merged_into=None)
    return _handled(now, kind, said)


def _handled(now: Standing, kind: EventKind, said: Mapping[str, Any]) -> Standing:
    """Follow the unit, its last day, its request for a later one and its reply."""
    if "due_on" in said:
        now = replace(now, due_on=said["due_on"])
    if kind in OVER:
        now = replace(now, asked_until=None)
    if kind == _K.EXTENSION_ASKED:
        return replace(now, asked_until=said["until"])
    if kind in {_K.REPLIED, _K.REPLY_CORRECTED}:
        return replace(now, reply=said["reply"])
    if kind == _K.FORWARDED:
        return replace(now, unit_id=said["unit"])
    if kind == _K.SENT_BACK:
        return replace(now, unit_id=None, due_on=said.get("due_on"))
    return now
