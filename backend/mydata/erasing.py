"""Taking a person out of the tables, one kind of rows after the other, in a transaction that is open."""

from collections.abc import Iterable, Sequence
from pathlib import PurePath

from sqlalchemy import ColumnElement, delete, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock
from backend.contacts.model import ContactEntry
from backend.drafts.model import Draft, DraftState, Part, Turn
from backend.drafts.queries import spoken_by
from backend.inbox.model import Update, UpdateState
from backend.mydata.queries import is_over
from backend.notes.model import Note
from backend.officers.model import Officer
from backend.own_page.model import PageLink
from backend.people.model import Consent, Person
from backend.proxy import aside
from backend.proxy.model import Entry
from backend.push.model import Push
from backend.questions.model import AnswerPart, Question
from backend.ratings.model import Rating
from backend.replies.model import ReplyDraft, ReplyFile
from backend.sources.model import Arrival, Source
from backend.staff.model import Link
from backend.suggestions.model import ActorKind, Attachment, Event, Remark, Suggestion, Support
from backend.visits.model import Visit

ABOUT_THE_SPEAKER: dict[str, None] = dict.fromkeys(
    ("name", "contact", "contact_kind", "work_unit", "school", "address", "consent", "consented_at")
)
"""What a draft knows of who is speaking, emptied."""
OVERWRITTEN = {
    Suggestion: {"name", "contact", "work_unit", "school", "address"},
    Draft: {"name", "contact", "work_unit", "school", "address"},
    Attachment: {"name"},
    AnswerPart: {"text", "name"},
    Remark: {"text"},
    Rating: {"reason"},
    ContactEntry: {"text"},
    Note: {"text"},
    ReplyDraft: {"text", "reason"},
    ReplyFile: {"name"},
    Officer: {"name"},
    Visit: {"note"},
}
"""Sealed columns of rows that stay; those of other tables go with their rows."""
DELETED = (Part, Turn, PageLink, Consent, Arrival, Support, Link)


async def drafts(session: AsyncSession, person_id: int) -> tuple[dict[str, int], set[str]]:
    """Delete what was not sent, and empty what was: the suggestion has it all. Return counts and files."""
    await aside.stop(session, person_id)
    mine = select(Draft.id).where(spoken_by(person_id))
    found = select(Part.sha256).where(Part.draft_id.in_(mine), Part.sha256.is_not(None))
    files = {sha256 for sha256 in await session.scalars(found) if sha256}
    messages = await _count(session, Part, Part.draft_id.in_(mine))
    await _count(session, PageLink, PageLink.draft_id.in_(mine))
    unsent = mine.where(Draft.state != DraftState.SENT)
    await _count(session, Entry, Entry.draft_id.in_(unsent))
    await _count(session, Turn, or_(Turn.person_id == person_id, Turn.draft_id.in_(mine)))
    await empty_drafts(session, person_id, DraftState.SENT)
    gone = await _count(session, Draft, spoken_by(person_id), Draft.state != DraftState.SENT)
    return {"drafts": gone, "messages": messages}, files


async def empty_drafts(session: AsyncSession, person_id: int, *states: DraftState) -> None:
    """Take out of drafts who is speaking."""
    mine = update(Draft).where(spoken_by(person_id), Draft.state.in_(states))
    await session.execute(mine.values(**ABOUT_THE_SPEAKER, identity=None))


async def belongings(session: AsyncSession, person: Person) -> dict[str, int]:
    """Delete what hangs on a person beside drafts and suggestions; a share link stays, nobody's."""
    own = select(Event.id).join(Suggestion).where(Suggestion.person_id == person.id)
    notices = await _count(session, Push, Push.person_id == person.id, Push.event_id.not_in(own))
    shared = update(Source).where(Source.person_id == person.id).values(person_id=None)
    said = update(Update).where(Update.channel == person.channel, Update.chat == person.chat)
    await session.execute(delete(Link).where(Link.person_id == person.id))
    own_office = update(Officer).where(Officer.person_id == person.id)
    await session.execute(own_office.values(name="", person_id=None, ended_at=clock.now()))
    said = said.where(Update.state != UpdateState.OPEN, Update.body.is_not(None)).values(body=None)
    return {
        "consents": await consents(session, person.id),
        "arrivals": await _count(session, Arrival, Arrival.person_id == person.id),
        "supports": await _count(session, Support, Support.person_id == person.id),
        "notices": notices,
        "links": len(list(await session.scalars(shared.returning(Source.id)))),
        "letters": len(list(await session.scalars(said.returning(Update.id)))),
    }


async def consents(session: AsyncSession, person_id: int) -> int:
    return await _count(session, Consent, Consent.person_id == person_id)


async def _count(session: AsyncSession, table: type, *where: ColumnElement[bool]) -> int:
    """Delete rows and return how many they were."""
    gone = delete(table).where(*where).returning(table.id)  # type: ignore[attr-defined]
    return len(list(await session.scalars(gone.execution_options(synchronize_session=False))))


async def suggestions_over(session: AsyncSession, *whose: ColumnElement[bool]) -> Sequence[Suggestion]:
    """Overwrite who made the suggestions that are over; return those that were not yet."""
    query = select(Suggestion).where(Suggestion.erased_at.is_(None), is_over(), *whose)
    found = (await session.scalars(query.order_by(Suggestion.id).with_for_update())).all()
    for suggestion in found:
        await _overwrite(session, suggestion)
    return found


async def _overwrite(session: AsyncSession, suggestion: Suggestion) -> None:
    """Overwrite all that is sealed because it may say who somebody is; texts, numbers and events stay."""
    suggestion.name = suggestion.contact = suggestion.contact_kind = ""
    suggestion.work_unit = suggestion.school = suggestion.address = None
    suggestion.erased_at = clock.now()
    theirs = select(Attachment).where(Attachment.suggestion_id == suggestion.id)
    _unname(await session.scalars(theirs.order_by(Attachment.ordinal)))
    own = select(Event.id).where(Event.suggestion_id == suggestion.id, Event.actor_kind == ActorKind.PERSON)
    await session.execute(update(Remark).where(Remark.event_id.in_(own)).values(text=""))
    await _answers(session, suggestion)
    await session.execute(update(Rating).where(Rating.suggestion_id == suggestion.id).values(reason=None))
    await _words_of_staff(session, suggestion)


async def _words_of_staff(session: AsyncSession, suggestion: Suggestion) -> None:
    """Empty what staff wrote about the author among themselves, and unname the files they sent."""
    for table in (ContactEntry, Note):
        await session.execute(update(table).where(table.suggestion_id == suggestion.id).values(text=""))
    visits = update(Visit).where(Visit.suggestion_id == suggestion.id, Visit.note.is_not(None))
    await session.execute(visits.values(note=""))
    drafts = update(ReplyDraft).where(ReplyDraft.suggestion_id == suggestion.id)
    await session.execute(drafts.values(text="", reason=""))
    sent = select(ReplyFile).where(ReplyFile.suggestion_id == suggestion.id)
    _unname(await session.scalars(sent.order_by(ReplyFile.id)))


async def _answers(session: AsyncSession, suggestion: Suggestion) -> None:
    asked = select(Question.id).where(Question.suggestion_id == suggestion.id)
    parts = await session.scalars(
        select(AnswerPart).where(AnswerPart.question_id.in_(asked)).order_by(AnswerPart.id)
    )
    said = list(parts)
    for part in said:
        part.text = "" if part.text else part.text
    _unname(part for part in said if part.name)


def _unname(files: Iterable[Attachment | AnswerPart | ReplyFile]) -> None:
    """Call files by their place and ending: what people call a file may be their own name."""
    for place, file in enumerate(files, 1):
        file.name = f"{place}{PurePath(file.name or '').suffix[:6]}"
