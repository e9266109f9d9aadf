"""The desk asks (R136): the author alone is told; the clock stands until the last question is answered."""

from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock
from backend.campaigns import queries as campaigns
from backend.db import Database
from backend.errors import NotAllowed, NotFound, Refusal
from backend.people.values import cleaned
from backend.questions.model import Question
from backend.suggestions import following, history, reminding
from backend.suggestions.lifecycle import Verb, allowed, take
from backend.suggestions.model import ActorKind, EventKind, Suggestion
from backend.suggestions.queries import Sight

QUESTION_MAXIMUM = 1000
"""Characters."""
REMINDED_AFTER = timedelta(days=3)


async def ask(
    db: Database, *, number: str, text: str, sight: Sight, staff_id: int, seen: int | None = None
) -> int:
    """Ask the author something; return the question's id, that of the first form where it is sent twice."""
    words = _checked(text)
    async with db.begin() as session:
        suggestion = await session.scalar(
            sight.narrow(select(Suggestion).where(Suggestion.number == number)).with_for_update()
        )
        if suggestion is None:
            raise NotFound("suggestion-missing", number=number)
        if not sight.handles(suggestion):
            raise NotAllowed("suggestion-not-lead", number=number)
        if there := await _asked_already(session, suggestion, words, staff_id):
            return there
        await history.refuse_stale(session, suggestion, seen)
        take(suggestion, Verb.ASK)
        question = Question(
            suggestion_id=suggestion.id,
            staff_id=staff_id,
            unit_id=suggestion.unit_id,
            text=words,
            asked_at=clock.now(),
        )
        session.add(question)
        await session.flush()
        await _pause(session, suggestion)
        event = await history.append(
            session,
            suggestion,
            kind=EventKind.ASKED,
            actor=(ActorKind.STAFF, staff_id),
            data={"question": question.id, "unit": suggestion.unit_id},
        )
        await following.owe_author(session, suggestion, event_id=event.id, kind="suggestion-asked")
        return question.id


def _checked(text: str) -> str:
    words = cleaned(text)
    if not words:
        raise Refusal("question-text-missing")
    if len(words) > QUESTION_MAXIMUM:
        raise Refusal("question-too-long", length=str(len(words)), maximum=str(QUESTION_MAXIMUM))
    return words


async def _asked_already(
    session: AsyncSession, suggestion: Suggestion, words: str, staff_id: int
) -> int | None:
    """Recognise a form sent twice: the same words of the same member of staff are still open."""
    query = select(Question.id).where(
        Question.suggestion_id == suggestion.id,
        Question.staff_id == staff_id,
        Question.text == words,
        Question.closed_at.is_(None),
    )
    return await session.scalar(query.limit(1))


async def _pause(session: AsyncSession, suggestion: Suggestion) -> None:
    rules = await campaigns.edition(session, suggestion.edition)
    if rules.deadline.pauses and suggestion.due_on and suggestion.paused_since is None:
        suggestion.paused_since = clock.now()


async def remind(db: Database) -> None:
    """Remind each author once of a question that was asked three days ago and is still open."""
    waiting = select(Question.id).where(Question.closed_at.is_(None), Question.reminded_at.is_(None))
    waiting = waiting.where(Question.asked_at <= clock.now() - REMINDED_AFTER)
    await reminding.each(db, waiting.order_by(Question.id), _remind)


async def _remind(session: AsyncSession, question_id: int) -> None:
    question = await session.get_one(Question, question_id, with_for_update=True)
    if question.closed_at or question.reminded_at:
        return
    question.reminded_at = clock.now()
    suggestion = await session.get_one(Suggestion, question.suggestion_id)
    event = await history.newest_that(session, suggestion.id, (EventKind.ASKED,), question=question_id)
    if event and allowed(Verb.ASK, suggestion.state):
        await following.owe_author(session, suggestion, event_id=event.id, kind="question-reminded")
