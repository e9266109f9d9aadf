from collections.abc import Sequence
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from backend.files.model import StoredFile
from backend.handling.model import Reply
from backend.replies.model import DraftState, ReplyDraft, ReplyFile, ReplyTemplate, Told
from backend.staff.model import OFFICE, Role, Staff
from backend.suggestions.model import Suggestion
from backend.suggestions.queries import Sight

FOUND_ON_A_PAGE = 5
WAITING_AT_MOST = 100
MOST_WORDS = 6


class FileRow(NamedTuple):
    file: ReplyFile
    kept: StoredFile


class Found(NamedTuple):
    """A past reply that a search found."""

    reply: Reply
    number: str


async def draft_of(session: AsyncSession, suggestion: Suggestion) -> ReplyDraft | None:
    """Return the reply that the unit which has a suggestion now is writing."""
    mine = select(ReplyDraft).where(ReplyDraft.suggestion_id == suggestion.id)
    return await session.scalar(mine.where(ReplyDraft.unit_id == suggestion.unit_id))


async def files_of_draft(session: AsyncSession, suggestion: Suggestion) -> Sequence[ReplyFile]:
    mine = select(ReplyFile).where(ReplyFile.suggestion_id == suggestion.id, ReplyFile.reply_id.is_(None))
    return (
        await session.scalars(mine.where(ReplyFile.unit_id == suggestion.unit_id).order_by(ReplyFile.id))
    ).all()


async def files(session: AsyncSession, suggestion: Suggestion) -> list[FileRow]:
    """Return what was sent with the replies, and what lies with the draft of the unit."""
    query = select(ReplyFile, StoredFile).join(StoredFile, StoredFile.sha256 == ReplyFile.sha256)
    mine = or_(ReplyFile.reply_id.is_not(None), ReplyFile.unit_id == suggestion.unit_id)
    query = query.where(ReplyFile.suggestion_id == suggestion.id, mine).order_by(ReplyFile.id)
    return [FileRow(file, kept) for file, kept in await session.execute(query)]


async def own_files(session: AsyncSession, person_id: int, number: str) -> list[FileRow]:
    """Return the files an author was sent with the replies to their suggestion, the newest reply's first."""
    query = (
        _of_author(person_id)
        .where(Suggestion.number == number)
        .order_by(ReplyFile.reply_id.desc(), ReplyFile.id)
    )
    return [FileRow(file, kept) for file, kept in await session.execute(query)]


async def own_file(session: AsyncSession, person_id: int, file_id: int) -> FileRow | None:
    found = (await session.execute(_of_author(person_id).where(ReplyFile.id == file_id))).one_or_none()
    return FileRow(*found) if found else None


def _of_author(person_id: int) -> Select[ReplyFile, StoredFile]:
    query = select(ReplyFile, StoredFile).join(StoredFile, StoredFile.sha256 == ReplyFile.sha256)
    query = query.join(Suggestion, Suggestion.id == ReplyFile.suggestion_id)
    return query.where(ReplyFile.reply_id.is_not(None), Suggestion.person_id == person_id)


async def replies_to(session: AsyncSession, suggestion_id: int) -> Sequence[Reply]:
    """Return every reply that was sent, the newest first."""
    given = select(Reply).where(Reply.suggestion_id == suggestion_id)
    return (await session.scalars(given.order_by(Reply.ordinal.desc()))).all()


async def told_of(session: AsyncSession, suggestion_id: int) -> dict[int, Told]:
    """Return who was told in person, by reply."""
    query = select(Told).join(Reply, Reply.id == Told.reply_id).where(Reply.suggestion_id == suggestion_id)
    return {told.reply_id: told for told in await session.scalars(query)}


async def waiting_for(session: AsyncSession, staff: Staff) -> list[tuple[Suggestion, ReplyDraft]]:
    """Return the drafts that wait for this member of staff, the oldest first (R71).

    For a lead what the unit handed in, for the office what it is to check, for a handler what is being
    written or was given back.
    """
    states = {Role.UNIT_LEAD: DraftState.WITH_LEAD, **dict.fromkeys(OFFICE, DraftState.WITH_OFFICE)}
    query = select(Suggestion, ReplyDraft).join(
        ReplyDraft,
        (ReplyDraft.suggestion_id == Suggestion.id) & (ReplyDraft.unit_id == Suggestion.unit_id),
    )
    query = query.where(ReplyDraft.state == states.get(staff.role, DraftState.WRITING))
    if staff.role not in OFFICE:
        query = query.where(ReplyDraft.unit_id == staff.unit_id)
    rows = await session.execute(query.order_by(ReplyDraft.saved_at).limit(WAITING_AT_MOST))
    return [(suggestion, draft) for suggestion, draft in rows]


async def templates(
    session: AsyncSession, sight: Sight, words: str = "", *, retired: bool = False
) -> Sequence[ReplyTemplate]:
    """Return the wordings a desk may begin with: the office's and its own unit's; the office sees all."""
    query = select(ReplyTemplate)
    if not retired:
        query = query.where(ReplyTemplate.retired_at.is_(None))
    if not sight.everything:
        query = query.where(or_(ReplyTemplate.unit_id.is_(None), ReplyTemplate.unit_id == sight.unit_id))
    for word in _words(words):
        query = query.where(or_(_holds(ReplyTemplate.title, word), _holds(ReplyTemplate.text, word)))
    return (await session.scalars(query.order_by(ReplyTemplate.title, ReplyTemplate.id))).all()


async def past(session: AsyncSession, sight: Sight, words: str, page: int) -> tuple[list[Found], bool]:
    """Return a page of sent replies that hold all these words, and whether there are more (R130)."""
    wanted = _words(words)
    if not wanted:
        return [], False
    seen = sight.narrow(select(Suggestion)).with_only_columns(Suggestion.id)
    query = select(Reply, Suggestion.number).join(Suggestion, Suggestion.id == Reply.suggestion_id)
    query = query.where(Reply.suggestion_id.in_(seen))
    for word in wanted:
        query = query.where(or_(_holds(Reply.text, word), _holds(Reply.reason, word)))
    first = (max(page, 1) - 1) * FOUND_ON_A_PAGE
    rows = list(
        await session.execute(query.order_by(Reply.id.desc()).offset(first).limit(FOUND_ON_A_PAGE + 1))
    )
    return [Found(reply, number) for reply, number in rows[:FOUND_ON_A_PAGE]], len(rows) > FOUND_ON_A_PAGE


async def wording(session: AsyncSession, sight: Sight, kind: str, wanted: int) -> str:
    """Return the text to put into the editor; "" for what is not there or not for this desk."""
    if kind == "template":
        mine = {template.id: template.text for template in await templates(session, sight)}
        return mine.get(wanted, "")
    seen = sight.narrow(select(Suggestion)).with_only_columns(Suggestion.id)
    query = select(Reply).where(Reply.id == wanted, Reply.suggestion_id.in_(seen))
    reply = await session.scalar(query)
    return reply.text if reply else ""


def _words(said: str) -> list[str]:
    return said.split()[:MOST_WORDS]


def _holds(column: InstrumentedAttribute[Any], word: str) -> ColumnElement[bool]:
    return func.lower(column).contains(word.lower(), autoescape=True)
