"""Writing a note, changing it and taking it away for a while, and naming colleagues in it."""

import re
from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock, notices
from backend.db import Database, if_new
from backend.errors import Conflict, NotFound, Refusal
from backend.handling.desk import lock_seen
from backend.notes.model import Mention, Note
from backend.people.values import cleaned
from backend.staff.model import READERS, Staff
from backend.staff.queries import sight as sight_of
from backend.suggestions.model import Suggestion
from backend.suggestions.queries import Sight

NOTE_MAXIMUM = 2000
"""Characters."""
CHANGEABLE_FOR = timedelta(minutes=30)


async def write(db: Database, *, number: str, text: str, sight: Sight, staff_id: int) -> int:
    """Leave a note for colleagues; return its id, that of the newest where it says the same already."""
    words = _checked(text)
    async with db.begin() as session:
        suggestion = await lock_seen(session, number, sight)
        newest = await session.scalar(
            select(Note).where(Note.suggestion_id == suggestion.id).order_by(Note.id.desc()).limit(1)
        )
        if newest and (newest.staff_id, newest.text) == (staff_id, words):
            return newest.id
        note = Note(suggestion_id=suggestion.id, staff_id=staff_id, text=words, written_at=clock.now())
        session.add(note)
        await session.flush()
        await mentioned(session, note, suggestion)
        return note.id


async def edit(db: Database, *, number: str, note_id: int, text: str, sight: Sight, staff_id: int) -> None:
    """Put other words in the place of one's own note; who is named now and was not before, is told."""
    words = _checked(text)
    async with db.begin() as session:
        suggestion, note = await _own(session, number, note_id, sight, staff_id)
        if note.text == words:
            return
        _refuse_late(note)
        note.text, note.edited_at = words, clock.now()
        await mentioned(session, note, suggestion)


async def remove(db: Database, *, number: str, note_id: int, sight: Sight, staff_id: int) -> None:
    """Take one's own note away: its words are gone, that there was one stays."""
    async with db.begin() as session:
        _, note = await _own(session, number, note_id, sight, staff_id)
        if note.removed_at:
            return
        _refuse_late(note)
        note.text, note.removed_at = "", clock.now()


async def mentioned(session: AsyncSession, note: Note, suggestion: Suggestion) -> None:
    """Write down who is named in a note, of those who may see the suggestion; never its writer."""
    if "@" not in note.text:
        return
    told: set[int] = set()
    for member in await session.scalars(select(Staff).where(Staff.id != note.staff_id)):
        if _names(note.text, member.login) and await _sees(session, member, suggestion):
            await session.execute(if_new(session, Mention, note_id=note.id, staff_id=member.id))
            told.add(member.id)
    await notices.tell(
        session,
        staff_ids=told,
        kind=notices.Kind.MENTIONED,
        suggestion_id=suggestion.id,
        once=f"note:{note.id}",
    )


def _names(text: str, login: str) -> bool:
    """Look for @login, which an address of mail does not hold; words may stand next to it without a space."""
    return re.search(rf"(?<![A-Za-z0-9@._-])@{re.escape(login)}(?![A-Za-z0-9_-])", text) is not None


async def _sees(session: AsyncSession, member: Staff, suggestion: Suggestion) -> bool:
    if member.role not in READERS:
        return False
    mine = (await sight_of(session, member)).narrow(select(Suggestion).where(Suggestion.id == suggestion.id))
    return await session.scalar(mine) is not None


async def _own(
    session: AsyncSession, number: str, note_id: int, sight: Sight, staff_id: int
) -> tuple[Suggestion, Note]:
    suggestion = await lock_seen(session, number, sight)
    mine = select(Note).where(Note.id == note_id, Note.suggestion_id == suggestion.id)
    note = await session.scalar(mine.where(Note.staff_id == staff_id))
    if note is None:
        raise NotFound("note-missing")
    return suggestion, note


def _refuse_late(note: Note) -> None:
    if note.removed_at or clock.now() > note.written_at + CHANGEABLE_FOR:
        raise Conflict("note-too-late", minutes=str(CHANGEABLE_FOR // timedelta(minutes=1)))


def _checked(text: str) -> str:
    words = cleaned(text)
    if not words:
        raise Refusal("note-empty")
    if len(words) > NOTE_MAXIMUM:
        raise Refusal("words-too-long", length=str(len(words)), maximum=str(NOTE_MAXIMUM))
    return words
