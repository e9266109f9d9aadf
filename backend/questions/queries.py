from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from backend.people.model import Person
from backend.questions.model import Question
from backend.suggestions.model import Suggestion

TOPIC = "question:"
"""How `Person.answering` names a question, before its number."""


async def own(session: AsyncSession, person_id: int, question_id: int) -> tuple[Question, Suggestion] | None:
    """Return a question that was asked of this author."""
    query = (
        select(Question, Suggestion)
        .join(Suggestion, Suggestion.id == Question.suggestion_id)
        .where(Question.id == question_id, Suggestion.person_id == person_id)
        .options(selectinload(Question.parts))
    )
    found = (await session.execute(query)).one_or_none()
    return (found[0], found[1]) if found else None


async def answering(session: AsyncSession, person_id: int) -> tuple[Question, Suggestion] | None:
    """Return the open question that a person is answering now."""
    about = await session.scalar(select(Person.answering).where(Person.id == person_id))
    if not about or not about.startswith(TOPIC):
        return None
    found = await own(session, person_id, int(about.removeprefix(TOPIC)))
    return found if found and found[0].closed_at is None else None


async def open_of(session: AsyncSession, person_id: int) -> list[tuple[Question, Suggestion]]:
    """Return the questions an author has not answered to the end, the oldest first."""
    query = (
        select(Question, Suggestion)
        .join(Suggestion, Suggestion.id == Question.suggestion_id)
        .where(Suggestion.person_id == person_id, Question.closed_at.is_(None))
        .order_by(Question.id)
    )
    return [(question, suggestion) for question, suggestion in await session.execute(query)]


async def open_count(session: AsyncSession, suggestion_id: int) -> int:
    """Return how many questions about a suggestion are still open."""
    query = select(func.count()).select_from(Question).where(Question.suggestion_id == suggestion_id)
    return await session.scalar(query.where(Question.closed_at.is_(None))) or 0


async def of_suggestion(session: AsyncSession, suggestion_id: int) -> Sequence[Question]:
    """Return every question about a suggestion with what was answered, the oldest first."""
    query = select(Question).where(Question.suggestion_id == suggestion_id).order_by(Question.id)
    return (await session.scalars(query.options(selectinload(Question.parts)))).all()
