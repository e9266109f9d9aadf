"""Taking back what the office did by mistake: the newest act alone, for half an hour."""

from collections.abc import Callable
from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock
from backend.db import Database
from backend.errors import Conflict
from backend.handling.desk import just_done, lock, record
from backend.suggestions import following, history
from backend.suggestions.lifecycle import Verb, take
from backend.suggestions.model import ActorKind, Event, EventKind, Remark, Suggestion

FOR_HOW_LONG = timedelta(minutes=30)
Undoing = Callable[[Suggestion, Event, str], None]


def _reclassify(suggestion: Suggestion, event: Event, _words: str) -> None:
    suggestion.theme, suggestion.topic = event.data["theme_before"], event.data["topic_before"]


def _rescope(suggestion: Suggestion, event: Event, _words: str) -> None:
    suggestion.scope = event.data["scope_before"]


def _devalue(suggestion: Suggestion, event: Event, _words: str) -> None:
    suggestion.valuable = event.data["on"] != "yes"


def _rekey(suggestion: Suggestion, _event: Event, words: str) -> None:
    suggestion.key_leader = words or None


def _unrecommend(suggestion: Suggestion, event: Event, _words: str) -> None:
    before = event.data["since_before"]
    suggestion.recommended_at = datetime.fromisoformat(before) if before else None


def _unmerge(suggestion: Suggestion, _event: Event, _words: str) -> None:
    suggestion.merged_into = None


def _nothing_more(_suggestion: Suggestion, _event: Event, _words: str) -> None:
    """Leave everything but the state."""


UNDOABLE: dict[EventKind, Undoing] = {
    EventKind.RETURNED: _nothing_more,
    EventKind.DIVERTED: _nothing_more,
    EventKind.MERGED: _unmerge,
    EventKind.CLASSIFIED: _reclassify,
    EventKind.SCOPED: _rescope,
    EventKind.VALUED: _devalue,
    EventKind.KEYED: _rekey,
    EventKind.RECOMMENDED: _unrecommend,
}
"""What can be taken back, and what must be put right besides the state."""
TOLD = frozenset({EventKind.RETURNED, EventKind.DIVERTED, EventKind.MERGED})
"""Of these people were told, so of the undoing too."""


def is_undoable(event: Event | None) -> bool:
    """Say whether the newest event of a suggestion can be taken back now."""
    return (
        event is not None
        and event.kind in UNDOABLE
        and event.actor_kind == ActorKind.STAFF
        and clock.now() - event.at <= FOR_HOW_LONG
    )


async def undo(db: Database, *, number: str, staff_id: int, seen: int | None = None) -> None:
    """Take the newest act of the office back, as if it had not been; whoever was told of it is told so."""
    async with db.begin() as session:
        suggestion = await lock(session, number)
        if await just_done(session, suggestion, kind=EventKind.UNDONE, staff_id=staff_id):
            return
        await history.refuse_stale(session, suggestion, seen)
        event = await history.newest(session, suggestion.id)
        if event is None or not is_undoable(event):
            raise Conflict("undo-nothing", number=number)
        await _take_back(session, suggestion, event, staff_id)


async def _take_back(session: AsyncSession, suggestion: Suggestion, event: Event, staff_id: int) -> None:
    kind = EventKind(event.kind)
    take(suggestion, Verb.UNDO)
    remark = await session.get(Remark, event.id)
    UNDOABLE[kind](suggestion, event, remark.text if remark else "")
    data: dict[str, str | int | None] = {"undone": str(kind), "ordinal": event.ordinal}
    undone = await record(session, suggestion, kind=EventKind.UNDONE, staff_id=staff_id, data=data)
    if kind == EventKind.RETURNED:
        await following.owe_author(session, suggestion, event_id=undone.id, kind="suggestion-undone")
    elif kind in TOLD:
        await following.owe(session, suggestion, event_id=undone.id, kind="suggestion-undone")
