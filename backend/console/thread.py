"""What was said around a suggestion: supplements, questions, opinions, instructions, ratings, and its kin."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.console import queries
from backend.files.model import StoredFile
from backend.handling.model import Instruction, Opinion
from backend.questions import queries as questions
from backend.questions.model import AnswerPart, Question
from backend.ratings.model import Rating
from backend.suggestions import author_queries as author
from backend.suggestions.model import Objection, Suggestion, SuggestionState, Supplement

Said = TypeVar("Said", Opinion, Instruction, Rating)


@dataclass(frozen=True)
class Thread:
    """`answers` holds the files of answers by their digest; `merged` what was merged into this one."""

    remarks: dict[int, str]
    supplements: Sequence[Supplement]
    questions: Sequence[Question]
    answers: dict[str, StoredFile]
    opinions: Sequence[Opinion]
    instructions: Sequence[Instruction]
    ratings: Sequence[Rating]
    objection: Objection | None
    merged: Sequence[Suggestion]
    main: Suggestion | None

    def answer(self, part_id: int) -> AnswerPart | None:
        """Return the file of an answer; words are no file."""
        parts = (part for question in self.questions for part in question.parts)
        return next((part for part in parts if part.id == part_id and part.sha256), None)


async def load(session: AsyncSession, suggestion: Suggestion) -> Thread:
    asked = await questions.of_suggestion(session, suggestion.id)
    digests = [part.sha256 for question in asked for part in question.parts if part.sha256]
    main = suggestion.merged_into
    return Thread(
        remarks=await author.remarks(session, suggestion),
        supplements=list((await author.supplements(session, suggestion)).values()),
        questions=asked,
        answers=await queries.stored_files(session, digests),
        opinions=(await session.scalars(_of(suggestion, Opinion))).all(),
        instructions=(await session.scalars(_of(suggestion, Instruction))).all(),
        ratings=(await session.scalars(_of(suggestion, Rating))).all(),
        objection=await _objection(session, suggestion),
        merged=await _merged(session, suggestion),
        main=await session.get(Suggestion, main) if main else None,
    )


def _of(suggestion: Suggestion, table: type[Said]) -> Select[Said]:
    return select(table).where(table.suggestion_id == suggestion.id).order_by(table.id)


async def _objection(session: AsyncSession, suggestion: Suggestion) -> Objection | None:
    """Return the objection that waits for a decision."""
    mine = select(Objection).where(Objection.suggestion_id == suggestion.id, Objection.decided_at.is_(None))
    return await session.scalar(mine.order_by(Objection.id.desc()).limit(1))


async def _merged(session: AsyncSession, suggestion: Suggestion) -> Sequence[Suggestion]:
    into = select(Suggestion).where(Suggestion.merged_into == suggestion.id)
    into = into.where(Suggestion.state == SuggestionState.MERGED)
    return (await session.scalars(into.order_by(Suggestion.id))).all()
