"""A question to an author, and the parts of its answer as they were said."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from backend.db import BigId, Id, Instant, Ref, Sealed, Table


class AnswerKind(StrEnum):
    TEXT = "text"
    FILE = "file"


class AnswerPart(Table):
    """What one message said in answer; `message` is its number in the chat, an edit replaces the part."""

    __tablename__ = "answer_part"
    __table_args__ = (UniqueConstraint("question_id", "message", "kind"),)

    id: Mapped[Id]
    question_id: Mapped[Ref] = mapped_column(ForeignKey("question.id"))
    message: Mapped[int] = mapped_column(BigId)
    kind: Mapped[AnswerKind] = mapped_column(String(8))
    text: Mapped[str | None] = mapped_column(Sealed)
    sha256: Mapped[str | None] = mapped_column(ForeignKey("stored_file.sha256"))
    name: Mapped[str | None] = mapped_column(Sealed)
    said_at: Mapped[datetime] = mapped_column(Instant)


class Question(Table):
    """`answered` is the newest inbox entry taken in; `closed_at` is when the answer was ended and sent."""

    __tablename__ = "question"
    __table_args__ = (Index(None, "suggestion_id", "id"),)

    id: Mapped[Id]
    suggestion_id: Mapped[Ref] = mapped_column(ForeignKey("suggestion.id"))
    staff_id: Mapped[Ref]
    unit_id: Mapped[int | None] = mapped_column(BigId)
    text: Mapped[str] = mapped_column(Text)
    asked_at: Mapped[datetime] = mapped_column(Instant)
    answered: Mapped[int] = mapped_column(BigId, default=0)
    closed_at: Mapped[datetime | None] = mapped_column(Instant)
    reminded_at: Mapped[datetime | None] = mapped_column(Instant)
    parts: Mapped[list[AnswerPart]] = relationship(lazy="raise", order_by=[AnswerPart.message, AnswerPart.id])
