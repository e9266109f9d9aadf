"""Answering a question, message by message, as a draft is said: each update counts once."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy import update as updated
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from backend import clock, notices
from backend.campaigns import queries as campaigns
from backend.db import Database
from backend.deadlines import actions as deadlines
from backend.errors import Conflict, NotFound, Refusal
from backend.notices import queries as told
from backend.people.model import Person
from backend.people.values import cleaned
from backend.questions.model import AnswerKind, AnswerPart, Question
from backend.questions.queries import TOPIC, open_count, own
from backend.suggestions import history
from backend.suggestions.model import ActorKind, EventKind, Suggestion, SuggestionState

ANSWER_MAXIMUM = 5000
"""Characters of a whole answer."""
LATE = {SuggestionState.REPLIED, SuggestionState.CLOSED}


@dataclass(frozen=True)
class Ended:
    """What an answer that was ended did to the clock: `days` moved, None for `due_on` where none runs."""

    number: str
    days: int
    due_on: date | None
    late: bool


async def take_up(db: Database, *, person_id: int, question_id: int) -> None:
    """Let what this person says next be part of the answer to this question."""
    async with db.begin() as session:
        found = await own(session, person_id, question_id)
        if found is None:
            raise NotFound("question-missing")
        if found[0].closed_at:
            raise Conflict("question-answered", number=found[1].number)
        await attend(session, person_id, f"{TOPIC}{question_id}")


async def put_down(db: Database, *, person_id: int) -> None:
    """Let words be part of a draft again; what was answered so far is kept."""
    async with db.begin() as session:
        await attend(session, person_id, None)


async def attend(session: AsyncSession, person_id: int, about: str | None) -> None:
    values = {"answering": about, **({"adding_to": None} if about else {})}
    await session.execute(updated(Person).where(Person.id == person_id).values(**values))


async def say(
    db: Database, *, person_id: int, question_id: int, update: int, message: int, text: str
) -> None:
    """Add a message to the answer."""
    words = cleaned(text)
    if not words:
        raise Refusal("text-empty")
    async with db.begin() as session:
        question, _ = await _open(session, person_id, question_id)
        if question.answered >= update:
            return
        _refuse_too_long(sum(len(part.text or "") for part in question.parts) + len(words))
        question.answered = update
        session.add(_part(question, message, AnswerKind.TEXT, text=words))


async def attach(
    db: Database,
    *,
    person_id: int,
    question_id: int,
    update: int,
    message: int,
    sha256: str,
    name: str,
    caption: str = "",
) -> None:
    """Add a stored file, and its caption to the words; refuses one more than the campaign takes."""
    words = cleaned(caption)
    async with db.begin() as session:
        question, suggestion = await _open(session, person_id, question_id)
        if question.answered >= update:
            return
        rules = await campaigns.edition(session, suggestion.edition)
        if sum(part.kind == AnswerKind.FILE for part in question.parts) >= rules.files.max_count:
            raise Refusal("file-one-too-many", name=name, maximum=str(rules.files.max_count))
        _refuse_too_long(sum(len(part.text or "") for part in question.parts) + len(words))
        question.answered = update
        session.add(_part(question, message, AnswerKind.FILE, sha256=sha256, name=name))
        if words:
            session.add(_part(question, message, AnswerKind.TEXT, text=words))


async def correct(db: Database, *, person_id: int, message: int, text: str) -> bool:
    """Replace what an edited message said; False where no open answer of this person holds it."""
    words = cleaned(text)
    async with db.begin() as session:
        part = await session.scalar(
            select(AnswerPart)
            .join(Question, Question.id == AnswerPart.question_id)
            .join(Suggestion, Suggestion.id == Question.suggestion_id)
            .where(Suggestion.person_id == person_id, Question.closed_at.is_(None))
            .where(AnswerPart.message == message, AnswerPart.kind == AnswerKind.TEXT)
        )
        if part is None:
            return False
        if not words:
            raise Refusal("text-empty")
        question, _ = await _open(session, person_id, part.question_id)
        others = sum(len(each.text or "") for each in question.parts if each.id != part.id)
        _refuse_too_long(others + len(words))
        part.text = words
        return True


async def finish(db: Database, *, person_id: int, question_id: int, update: int) -> Ended:
    """End an answer and hand it in: the desk sees it, and after the last open one the clock goes on."""
    async with db.begin() as session:
        suggestion = await _lock(session, person_id, question_id)
        if done := await _ended(session, suggestion, question_id, update):
            return done
        question, _ = await _open(session, person_id, question_id)
        if not question.parts:
            raise Refusal("answer-missing")
        ended = await _hand_in(session, suggestion, question, update)
        await attend(session, person_id, None)
        return ended


async def bring(
    session: AsyncSession,
    suggestion: Suggestion,
    *,
    question_id: int,
    text: str,
    update: int,
    officer_id: int,
) -> Ended:
    """Hand in what an author without a chat answered in person (R22); the suggestion's row must be locked.

    The words are the author's, the event says through whom they came.
    """
    words = cleaned(text)
    question, _ = await _open(session, suggestion.person_id, question_id)
    if not words:
        raise Refusal("answer-missing")
    _refuse_too_long(sum(len(part.text or "") for part in question.parts) + len(words))
    session.add(_part(question, update, AnswerKind.TEXT, text=words))
    return await _hand_in(session, suggestion, question, update, officer_id)


async def _hand_in(
    session: AsyncSession,
    suggestion: Suggestion,
    question: Question,
    update: int,
    officer_id: int | None = None,
) -> Ended:
    question.answered, question.closed_at = max(update, question.answered), clock.now()
    await session.flush()
    days = await _go_on(session, suggestion)
    late = suggestion.state in LATE
    ended = Ended(suggestion.number, days, suggestion.due_on, late)
    event = await history.append(
        session,
        suggestion,
        kind=EventKind.ANSWERED,
        actor=(ActorKind.PERSON, suggestion.person_id),
        data={
            "question": question.id,
            "days": days,
            "due_on": ended.due_on.isoformat() if ended.due_on else None,
            "late": "yes" if late else "no",
            **({"officer": officer_id} if officer_id else {}),
        },
    )
    await notices.tell(
        session,
        staff_ids=await told.concerned(session, suggestion.unit_id),
        kind=notices.Kind.ANSWERED,
        suggestion_id=suggestion.id,
        once=f"event:{event.id}",
    )
    return ended


async def _ended(
    session: AsyncSession, suggestion: Suggestion, question_id: int, update: int
) -> Ended | None:
    """Recognise the update that ended this answer, coming again."""
    question = await session.get_one(Question, question_id)
    if question.closed_at is None or question.answered != update:
        return None
    event = await history.newest_that(session, suggestion.id, (EventKind.ANSWERED,), question=question_id)
    if event is None:
        return None
    said = event.data
    due = date.fromisoformat(said["due_on"]) if said["due_on"] else None
    return Ended(suggestion.number, said["days"], due, said["late"] == "yes")


async def _lock(session: AsyncSession, person_id: int, question_id: int) -> Suggestion:
    mine = select(Suggestion).join(Question, Question.suggestion_id == Suggestion.id)
    mine = mine.where(Question.id == question_id, Suggestion.person_id == person_id)
    suggestion = await session.scalar(mine.with_for_update(of=Suggestion))
    if suggestion is None:
        raise NotFound("question-missing")
    return suggestion


async def _go_on(session: AsyncSession, suggestion: Suggestion) -> int:
    """Let the clock go on after the last open question; return by how many days the last day moved."""
    if suggestion.paused_since is None or await open_count(session, suggestion.id):
        return 0
    rules = await campaigns.edition(session, suggestion.edition)
    since, suggestion.paused_since = suggestion.paused_since, None
    if suggestion.due_on is None:
        return 0
    suggestion.due_on, days = await deadlines.go_on(
        session, suggestion.id, rules, paused_since=since, due_on=suggestion.due_on
    )
    return days


async def _open(session: AsyncSession, person_id: int, question_id: int) -> tuple[Question, Suggestion]:
    """Return a question of this author for writing, with what was answered so far."""
    query = (
        select(Question, Suggestion)
        .join(Suggestion, Suggestion.id == Question.suggestion_id)
        .where(Question.id == question_id, Suggestion.person_id == person_id)
        .options(selectinload(Question.parts))
        .with_for_update(of=Question)
        .execution_options(populate_existing=True)
    )
    found = (await session.execute(query)).one_or_none()
    if found is None:
        raise NotFound("question-missing")
    if found[0].closed_at:
        raise Conflict("question-answered", number=found[1].number)
    return found[0], found[1]


def _refuse_too_long(length: int) -> None:
    if length > ANSWER_MAXIMUM:
        raise Refusal("answer-too-long", length=str(length), maximum=str(ANSWER_MAXIMUM))


def _part(question: Question, message: int, kind: AnswerKind, **said: str) -> AnswerPart:
    return AnswerPart(question_id=question.id, message=message, kind=kind, said_at=clock.now(), **said)
