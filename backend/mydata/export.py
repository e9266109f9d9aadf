"""Everything held about a person, in one file, made anew each time and kept nowhere."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, Select, Table, select
from sqlalchemy.ext.asyncio import AsyncSession

from backend import db
from backend.awards.model import Award
from backend.calls.model import Asked
from backend.collecting.model import CollectDevice, CollectUpload
from backend.contacts.model import ContactEntry
from backend.deadlines.model import Extension, Reckoning
from backend.drafts.model import Draft, Part, Turn
from backend.drafts.queries import spoken_by
from backend.handling.model import Reply
from backend.inbox.model import Update
from backend.ledger.model import ForeignNumber
from backend.mydata.model import Certificate
from backend.notes.model import Mention, Note
from backend.notices.model import Notice
from backend.officers.model import Officer
from backend.own_page.model import PageLink
from backend.people.model import Consent, Person
from backend.promises.model import Promise
from backend.proxy.model import Entry
from backend.push.model import Push
from backend.questions.model import AnswerPart, Question
from backend.ratings.model import Rating
from backend.replies.model import ReplyDraft, ReplyFile, Told
from backend.sources.model import Arrival, Source
from backend.staff.model import Link
from backend.suggestions.model import (
    INTERNAL,
    Attachment,
    Event,
    Objection,
    Remark,
    Suggestion,
    Supplement,
    Support,
)
from backend.visits.model import Visit

OURS = {
    "staff_id", "actor_id", "token_hash", "code_hash", "seal", "holder", "held_until", "inbox_id", "files",
    "answered", "attempts", "edition", "public_change", "once", "read_at", "valuable", "key_leader",
    "recommended_at", "invite_hash", "appointed_by", "origin", "key_hash",
}  # fmt: skip
"""Columns that say nothing of the person: other people's numbers, keys and marks of the machinery."""

Value = str | int | float | bool | None
Row = dict[str, Value]


@dataclass(frozen=True)
class Section:
    """The rows of one table that are about a person."""

    table: Table
    rows: Sequence[Row]


def _own(person_id: int) -> dict[type[db.Table], ColumnElement[bool]]:
    """Return every table that reaches a person, and which of its rows are theirs."""
    drafts = select(Draft.id).where(spoken_by(person_id))
    sent = select(Suggestion.id).where(Suggestion.person_id == person_id)
    told = Event.suggestion_id.in_(sent) & Event.kind.not_in(INTERNAL)
    events = select(Event.id).where(told)
    asked = select(Question.id).where(Question.suggestion_id.in_(sent))
    return {
        Person: Person.id == person_id,
        Consent: Consent.person_id == person_id,
        Draft: spoken_by(person_id),
        Part: Part.draft_id.in_(drafts),
        Turn: Turn.person_id == person_id,
        PageLink: PageLink.draft_id.in_(drafts),
        Suggestion: Suggestion.person_id == person_id,
        Attachment: Attachment.suggestion_id.in_(sent),
        Supplement: Supplement.suggestion_id.in_(sent),
        Event: told,
        Remark: Remark.event_id.in_(events),
        Objection: Objection.suggestion_id.in_(sent),
        Promise: Promise.suggestion_id.in_(sent),
        Award: Award.suggestion_id.in_(sent),
        Reckoning: Reckoning.suggestion_id.in_(sent),
        Extension: Extension.suggestion_id.in_(sent),
        Notice: Notice.suggestion_id.in_(sent),
        ForeignNumber: ForeignNumber.suggestion_id.in_(sent),
        Question: Question.suggestion_id.in_(sent),
        AnswerPart: AnswerPart.question_id.in_(asked),
        Reply: Reply.suggestion_id.in_(sent),
        ReplyFile: ReplyFile.reply_id.in_(select(Reply.id).where(Reply.suggestion_id.in_(sent))),
        Told: Told.reply_id.in_(select(Reply.id).where(Reply.suggestion_id.in_(sent))),
        ContactEntry: ContactEntry.suggestion_id.in_(sent),
        Rating: Rating.suggestion_id.in_(sent),
        Entry: Entry.draft_id.in_(drafts),
        **_directly(person_id),
    }


def _directly(person_id: int) -> dict[type[db.Table], ColumnElement[bool]]:
    """Return the tables whose rows name the person themselves."""
    return {
        Support: Support.person_id == person_id,
        Push: Push.person_id == person_id,
        Source: Source.person_id == person_id,
        Arrival: Arrival.person_id == person_id,
        Certificate: Certificate.person_id == person_id,
        Link: Link.person_id == person_id,
        Officer: Officer.person_id == person_id,
        Visit: Visit.person_id == person_id,
        CollectDevice: CollectDevice.officer_id.in_(select(Officer.id).where(Officer.person_id == person_id)),
    }


OF_THE_DESK = {"assignment", "opinion", "instruction"} | {
    table.__tablename__ for table in (ReplyDraft, Note, Mention, Asked, CollectUpload)
}
"""Working papers of the desk: not told; what of them is sealed is emptied when a person is forgotten."""
TABLES: tuple[type[db.Table], ...] = (*_own(0), Update)


async def held(session: AsyncSession, person_id: int) -> list[Section]:
    """Return all that is held about a person, table by table; tables without a row are left out."""
    person = await session.get_one(Person, person_id)
    whose = _own(person_id) | {Update: (Update.channel == person.channel) & (Update.chat == person.chat)}
    found = [await _section(session, table, select(table).where(mine)) for table, mine in whose.items()]
    return [section for section in found if section.rows]


async def _section(session: AsyncSession, table: type[db.Table], query: Select[db.Table]) -> Section:
    shown = columns(table)
    key = next(iter(table.__table__.primary_key))
    rows = (await session.scalars(query.order_by(key))).unique().all()
    return Section(_table(table), [{name: _plain(getattr(row, name)) for name in shown} for row in rows])


def _table(table: type[db.Table]) -> Table:
    found = table.__table__
    assert isinstance(found, Table)  # noqa: S101 - a mapped class of ours is never a join
    return found


def columns(table: type[db.Table]) -> list[str]:
    """Return what of a table is told."""
    return [column.name for column in _table(table).columns if column.name not in OURS]


def _plain(value: object) -> Value:
    if isinstance(value, bool | int | float) or value is None:
        return value
    if isinstance(value, date | datetime):
        return value.isoformat()
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list) else str(value)
