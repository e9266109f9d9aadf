from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock
from backend.notes.actions import CHANGEABLE_FOR
from backend.notes.model import Mention, Note
from backend.staff.model import Staff


@dataclass(frozen=True)
class Shown:
    """A note with who wrote it and who is named in it; `changeable` while its writer may still change it."""

    note: Note
    writer: Staff
    named: Sequence[Staff]
    changeable: bool


async def of_suggestion(session: AsyncSession, suggestion_id: int) -> list[Shown]:
    """Return the notes on a suggestion, the oldest first: a thread."""
    query = select(Note, Staff).join(Staff, Staff.id == Note.staff_id)
    rows = await session.execute(query.where(Note.suggestion_id == suggestion_id).order_by(Note.id))
    named = await _named(session, suggestion_id)
    since = clock.now() - CHANGEABLE_FOR
    return [
        Shown(note, writer, named.get(note.id, []), note.removed_at is None and note.written_at >= since)
        for note, writer in rows
    ]


async def _named(session: AsyncSession, suggestion_id: int) -> dict[int, list[Staff]]:
    query = select(Mention.note_id, Staff).join(Staff, Staff.id == Mention.staff_id)
    query = query.join(Note, Note.id == Mention.note_id).where(Note.suggestion_id == suggestion_id)
    found: dict[int, list[Staff]] = {}
    for note_id, member in await session.execute(query.order_by(Staff.login)):
        found.setdefault(note_id, []).append(member)
    return found
