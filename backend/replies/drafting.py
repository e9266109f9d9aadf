"""A reply in the making: saved, with its files, begun as a correction, put aside."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock
from backend.campaigns import queries as campaigns
from backend.db import Database
from backend.errors import Conflict, NotFound, Refusal
from backend.handling.desk import lock, record
from backend.handling.queries import reply_to
from backend.people.values import cleaned
from backend.replies.model import DraftState, ReplyDraft, ReplyFile
from backend.replies.queries import draft_of, files_of_draft
from backend.suggestions.lifecycle import ANSWERED, IN_HANDLING, Verb, allowed, take
from backend.suggestions.model import EventKind, Suggestion
from backend.suggestions.queries import Sight

DRAFT_MAXIMUM = 12_000
"""Characters of text and reason in a draft: far more than may be sent, so that cutting can wait."""


@dataclass(frozen=True)
class Words:
    """What stands in the editor; `version` is the one that was seen there, None for whoever saw none."""

    outcome: str = ""
    text: str = ""
    reason: str = ""
    version: int | None = None
    seen: int | None = None
    """The ordinal of the last event that the writer's page showed."""


async def save(db: Database, *, number: str, words: Words, sight: Sight, staff_id: int) -> ReplyDraft:
    """Keep what was written so far; it goes nowhere yet."""
    async with db.begin() as session:
        suggestion = await at_hand(session, number, sight)
        return await write(session, suggestion, words, staff_id)


async def at_hand(session: AsyncSession, number: str, sight: Sight) -> Suggestion:
    """Return, for writing, a suggestion that this desk may answer."""
    suggestion = await lock(session, number, sight)
    if not sight.handles(suggestion):
        raise NotFound("suggestion-missing", number=number)
    return suggestion


async def write(session: AsyncSession, suggestion: Suggestion, words: Words, staff_id: int) -> ReplyDraft:
    """Put words into the draft of the unit, made where there is none; the suggestion's row is locked."""
    draft = await draft_of(session, suggestion)
    _refuse_unless_open(suggestion, draft)
    text, reason = cleaned(words.text), cleaned(words.reason)
    if len(text) + len(reason) > DRAFT_MAXIMUM:
        raise Refusal("words-too-long", length=str(len(text) + len(reason)), maximum=str(DRAFT_MAXIMUM))
    if draft is None:
        draft = ReplyDraft(suggestion_id=suggestion.id, unit_id=suggestion.unit_id, state=DraftState.WRITING)
        draft.version, draft.hints, draft.correction = 0, "", False
        session.add(draft)
    elif (draft.outcome, draft.text, draft.reason) == (words.outcome, text, reason):
        return draft
    elif words.version not in {None, draft.version}:
        raise Conflict("reply-draft-changed")
    draft.outcome, draft.text, draft.reason = words.outcome[:64], text, reason
    draft.correction = suggestion.state in ANSWERED
    draft.version += 1
    draft.staff_id, draft.saved_at = staff_id, clock.now()
    await session.flush()
    return draft


def _refuse_unless_open(suggestion: Suggestion, draft: ReplyDraft | None) -> None:
    """Refuse where nothing is to be written now: it was answered, or the draft lies with lead or office."""
    correcting = suggestion.state in ANSWERED and draft is not None and draft.correction
    if suggestion.unit_id is None or not (suggestion.state in IN_HANDLING or correcting):
        raise Conflict("suggestion-moved-on", number=suggestion.number)
    if draft and draft.state != DraftState.WRITING:
        raise Conflict("reply-draft-handed-in")


async def attach(db: Database, *, number: str, sha256: str, name: str, sight: Sight, staff_id: int) -> None:
    """Add a stored file to the draft; refuses one more than the campaign takes (R72)."""
    async with db.begin() as session:
        suggestion = await at_hand(session, number, sight)
        _refuse_unless_open(suggestion, await draft_of(session, suggestion))
        there = await files_of_draft(session, suggestion)
        if any((file.sha256, file.name) == (sha256, name) for file in there):
            return
        rules = await campaigns.edition(session, suggestion.edition)
        if len(there) >= rules.files.max_count:
            raise Refusal("file-one-too-many", name=name, maximum=str(rules.files.max_count))
        session.add(
            ReplyFile(
                suggestion_id=suggestion.id,
                unit_id=suggestion.unit_id,
                sha256=sha256,
                name=name,
                staff_id=staff_id,
                added_at=clock.now(),
            )
        )


async def detach(db: Database, *, number: str, file_id: int, sight: Sight) -> None:
    """Take a file out of the draft; what is gone already stays gone, what was sent stays with its reply."""
    async with db.begin() as session:
        suggestion = await at_hand(session, number, sight)
        _refuse_unless_open(suggestion, await draft_of(session, suggestion))
        await session.execute(delete(ReplyFile).where(*_of_draft(suggestion), ReplyFile.id == file_id))


async def begin_correction(db: Database, *, number: str, sight: Sight, staff_id: int) -> None:
    """Begin another reply with the words of the newest one; begun twice it is begun once."""
    async with db.begin() as session:
        suggestion = await at_hand(session, number, sight)
        last = await reply_to(session, suggestion.id)
        can = allowed(Verb.CORRECT_REPLY, suggestion.state)
        if last is None or not can or suggestion.unit_id is None:
            raise Conflict("suggestion-moved-on", number=number)
        draft = await draft_of(session, suggestion)
        if draft and draft.correction:
            return
        await discard_all(session, suggestion)
        session.add(
            ReplyDraft(
                suggestion_id=suggestion.id,
                unit_id=suggestion.unit_id,
                correction=True,
                outcome=last.outcome,
                text=last.text,
                reason=last.reason or "",
                version=1,
                staff_id=staff_id,
                saved_at=clock.now(),
            )
        )


async def discard(db: Database, *, number: str, sight: Sight, staff_id: int) -> None:
    """Put a draft aside with its files; one that lies with lead or office is theirs to give back."""
    async with db.begin() as session:
        suggestion = await at_hand(session, number, sight)
        take(suggestion, Verb.DISCARD_REPLY)
        draft = await draft_of(session, suggestion)
        if draft is None and not await files_of_draft(session, suggestion):
            return
        if draft and draft.state != DraftState.WRITING:
            raise Conflict("reply-draft-handed-in")
        await discard_all(session, suggestion)
        await record(session, suggestion, kind=EventKind.REPLY_DISCARDED, staff_id=staff_id)


async def discard_all(session: AsyncSession, suggestion: Suggestion) -> None:
    await session.execute(delete(ReplyFile).where(*_of_draft(suggestion)))
    if draft := await draft_of(session, suggestion):
        await session.delete(draft)
        await session.flush()


def _of_draft(suggestion: Suggestion) -> tuple[ColumnElement[bool], ...]:
    return (
        ReplyFile.suggestion_id == suggestion.id,
        ReplyFile.unit_id == suggestion.unit_id,
        ReplyFile.reply_id.is_(None),
    )


async def bind_files(session: AsyncSession, suggestion: Suggestion, reply_id: int) -> None:
    """Let the files of the draft go with a reply, for good."""
    for file in await session.scalars(select(ReplyFile).where(*_of_draft(suggestion))):
        file.reply_id = reply_id
