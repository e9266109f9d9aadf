"""A person about whom something stands in every table, and a search of everything there is."""

from dataclasses import dataclass
from typing import Any

from backend_house import NAME, SHA256, TEXT, arrive, one, person, ready_draft, rows, submitted, unit_id
from obstore.store import MemoryStore, ObjectStore
from sqlalchemy import select

from backend import clock
from backend.awards.model import Award
from backend.contacts.model import ContactEntry, Mode
from backend.db import Database, Sealed, Table
from backend.deadlines.model import Extension
from backend.drafts.model import DraftState, Part, PartKind, Turn
from backend.files import actions as files
from backend.handling.model import Reply
from backend.inbox.model import Update, UpdateState
from backend.ledger.model import ForeignNumber
from backend.notices.model import Kind, Notice
from backend.own_page.model import PageLink
from backend.people.model import Consent, Person
from backend.promises.model import Promise, PromiseState
from backend.questions.model import AnswerKind, AnswerPart, Question
from backend.ratings.model import Part as RatedPart
from backend.ratings.model import Rating
from backend.replies.model import ReplyDraft, ReplyFile, Told
from backend.sources import actions as sources
from backend.staff.model import Link, Role, Staff
from backend.suggestions import actions as suggestions
from backend.suggestions import history
from backend.suggestions.model import (
    ActorKind,
    Attachment,
    EventKind,
    Objection,
    Remark,
    Suggestion,
    SuggestionState,
    Supplement,
)

SECRETS = (NAME, "13800138000", "示例单位", "示例第九中学", "虚构路 1 号", "我家住三楼", "简历")
"""What says who this person is, wherever it stands; the texts of suggestions hold none of it."""


@dataclass
class Known:
    """`ended` is a suggestion that is closed, `handled` one that a unit has."""

    person: Person
    store: ObjectStore
    ended: Suggestion
    handled: Suggestion
    alone: str
    """A file that only a discarded draft has."""


async def known(db: Database, chat: int = 7, *, handled: bool = True) -> Known:
    """Write something about one person into every table that can say anything of a person."""
    somebody, store = await person(db, chat), MemoryStore()
    alone = await files.keep(db, store, content=f"{chat}".encode(), media_type="text/plain")
    shared = await files.keep(db, store, content=b"shared", media_type="text/plain")
    about: dict[str, Any] = {"school": "示例第九中学", "address": "虚构路 1 号"}
    ended = await submitted(db, somebody, files=[f"{NAME}的简历.txt"], **about)
    other = await submitted(db, somebody, **about) if handled else ended
    await _drafts(db, somebody, (alone, shared), about)
    await _history(db, somebody, ended)
    public = await submitted(db, await person(db, chat + 1000))
    await _belongings(db, somebody, public)
    return Known(somebody, store, ended, other, alone)


async def _drafts(db: Database, somebody: Person, shas: tuple[str, str], about: dict[str, Any]) -> None:
    await ready_draft(db, somebody, **about)
    discarded = await ready_draft(db, somebody, state=DraftState.DISCARDED, **about)
    now = clock.now()
    async with db.begin() as session:
        session.add_all(
            Part(
                draft_id=discarded.id,
                message=80 + place,
                kind=PartKind.FILE,
                sha256=sha256,
                name=NAME,
                said_at=now,
            )
            for place, sha256 in enumerate(shas)
        )
        session.add(Turn(person_id=somebody.id, draft_id=discarded.id, message=80))
        page = PageLink(draft_id=discarded.id, token_hash=f"{somebody.id:064d}", made_at=now, expires_at=now)
        session.add(page)


async def _history(db: Database, somebody: Person, ended: Suggestion) -> None:
    """Let everything happen to a suggestion that leaves words, and close it."""
    now, unit = clock.now(), await unit_id(db)
    async with db.begin() as session:
        row = await session.get_one(Suggestion, ended.id)
        by = (ActorKind.PERSON, somebody.id)
        event = await history.append(session, row, kind=EventKind.OBJECTED, actor=by)
        session.add(Remark(event_id=event.id, text=f"{NAME}不同意"))
        asked = {"suggestion_id": row.id, "staff_id": 1}
        session.add(Extension(**asked, event_id=event.id, unit_id=unit, wanted_on=now.date(), asked_at=now))
        session.add(Notice(**asked, kind=Kind.OBJECTED, once=f"event:{event.id}", at=now))
        session.add(Award(suggestion_id=row.id, prize="first", place=1, given_at=now))
        late = {"due_on": now.date(), "state": PromiseState.LATE, "made_at": now}
        session.add(Promise(suggestion_id=row.id, ordinal=1, unit_id=unit, text="修好路灯。", **late))
        number = f"2024-{row.id}"
        session.add(ForeignNumber(system="xinfang", number=number, suggestion_id=row.id, noted_at=now))
        session.add(
            Objection(suggestion_id=row.id, event_id=event.id, made_at=now, decided_at=now, upheld=True)
        )
        session.add(
            Supplement(suggestion_id=row.id, inbox_id=900 + somebody.id, text="再补一句。", said_at=now)
        )
        question = Question(suggestion_id=row.id, staff_id=1, unit_id=unit, text="在哪里？", asked_at=now)
        reply = Reply(
            suggestion_id=row.id,
            ordinal=1,
            unit_id=unit,
            staff_id=1,
            outcome="adopted",
            text="好",
            given_at=now,
        )
        session.add_all([question, reply])
        await session.flush()
        session.add_all(_of_staff(row, reply, unit))
        said = {"question_id": question.id, "said_at": now}
        session.add(AnswerPart(message=1, kind=AnswerKind.TEXT, text="我家住三楼", **said))
        sha256 = (await session.scalars(select(Attachment.sha256).limit(1))).one()
        session.add(AnswerPart(message=2, kind=AnswerKind.FILE, sha256=sha256, name=f"{NAME}.txt", **said))
        session.add(
            Rating(
                suggestion_id=row.id, reply_id=reply.id, unit_id=unit, part=RatedPart.LEAD,
                rating="dissatisfied", reason="我家住三楼，还是漏水", asked_at=now, given_at=now,
            )
        )  # fmt: skip
        row.state = SuggestionState.CLOSED


def _of_staff(row: Suggestion, reply: Reply, unit: int) -> list[Table]:
    """Return what the desk wrote about the author beside the reply."""
    now, own = clock.now(), {"suggestion_id": row.id, "staff_id": 1}
    sent = ReplyFile(reply_id=reply.id, sha256=SHA256, name=f"{NAME}.txt", unit_id=unit, added_at=now, **own)
    about = f"{NAME}说我家住三楼"
    talk = ContactEntry(
        unit_id=unit, mode=Mode.PHONE, spoken_on=now.date(), text=about, recorded_at=now, **own
    )
    told = Told(reply_id=reply.id, mode=Mode.PHONE, told_on=now.date(), staff_id=1, recorded_at=now)
    draft = ReplyDraft(unit_id=unit, outcome="", text=about, reason=about, version=1, saved_at=now, **own)
    return [sent, talk, told, draft]


async def _belongings(db: Database, somebody: Person, public: Suggestion) -> None:
    source = await sources.share(db, person_id=somebody.id, campaign="city-2024")
    await sources.arrive(db, person_id=somebody.id, code=source.code, update=700 + somebody.id)
    async with db.begin() as session:
        (await session.get_one(Suggestion, public.id)).public_since = clock.now()
        session.add(Consent(person_id=somebody.id, wording="standard-1", given_at=clock.now()))
        staff = Staff(login=f"staff-{somebody.id}", password_hash="", role=Role.CLERK, language="en")
        session.add(staff)
        await session.flush()
        session.add(Link(staff_id=staff.id, person_id=somebody.id, since=clock.now()))
    await suggestions.support(db, person_id=somebody.id, number=public.number)
    await arrive(db, (500 + somebody.id, somebody.chat))
    async with db.begin() as session:
        letter = (await session.scalars(select(Update).where(Update.update_id == 500 + somebody.id))).one()
        letter.body, letter.state = f"{NAME} 13800138000", UpdateState.DEAD


async def everything(db: Database) -> str:
    """Return all there is in all tables, what is sealed opened."""
    found: list[str] = []
    async with db.read() as session:
        for table in Table.metadata.sorted_tables:
            for row in await session.execute(select(table)):
                found.extend(str(value) for value in row)
    return "\n".join(found)


def sealed_columns() -> set[tuple[str, str]]:
    return {
        (table.name, column.name)
        for table in Table.metadata.sorted_tables
        for column in table.columns
        if isinstance(column.type, Sealed)
    }


__all__ = [
    "NAME",
    "SECRETS",
    "TEXT",
    "Known",
    "everything",
    "known",
    "one",
    "person",
    "rows",
    "sealed_columns",
]
