"""A reply before it is sent, the files that go with it, how it reached its author, wordings to begin with."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import Date, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from backend.contacts.model import Mode
from backend.db import BigId, Digest, Id, Instant, Ref, Sealed, Table

TITLE_MAXIMUM = 60


class DraftState(StrEnum):
    WRITING = "writing"
    WITH_LEAD = "with-lead"
    WITH_OFFICE = "with-office"


class ReplyDraft(Table):
    """A unit's reply in the making; `version` counts what was saved, so that nobody writes over another.

    `correction` where it is to follow a reply that was sent; `staff_id` and `saved_at` say who saved it last.
    """

    __tablename__ = "reply_draft"
    __table_args__ = (UniqueConstraint("suggestion_id", "unit_id"),)

    id: Mapped[Id]
    suggestion_id: Mapped[Ref] = mapped_column(ForeignKey("suggestion.id"))
    unit_id: Mapped[Ref] = mapped_column(ForeignKey("unit.id"))
    state: Mapped[DraftState] = mapped_column(String(16), default=DraftState.WRITING)
    correction: Mapped[bool] = mapped_column(default=False)
    outcome: Mapped[str] = mapped_column(String(64), default="")
    text: Mapped[str] = mapped_column(Sealed, default="")
    reason: Mapped[str] = mapped_column(Sealed, default="")
    hints: Mapped[str] = mapped_column(String(120), default="")
    version: Mapped[int] = mapped_column(default=0)
    staff_id: Mapped[Ref]
    saved_at: Mapped[datetime] = mapped_column(Instant)


class ReplyFile(Table):
    """A file that goes to the author with a reply; with the unit's draft while `reply_id` is empty."""

    __tablename__ = "reply_file"
    __table_args__ = (Index(None, "suggestion_id", "id"),)

    id: Mapped[Id]
    suggestion_id: Mapped[Ref] = mapped_column(ForeignKey("suggestion.id"))
    unit_id: Mapped[Ref] = mapped_column(ForeignKey("unit.id"))
    reply_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("reply.id"))
    sha256: Mapped[Digest] = mapped_column(ForeignKey("stored_file.sha256"))
    name: Mapped[str] = mapped_column(Sealed)
    staff_id: Mapped[Ref]
    added_at: Mapped[datetime] = mapped_column(Instant)


class Told(Table):
    """The author was told of a reply in person, where no chat brought it to them (R72).

    By a member of staff, or by an information officer: then `staff_id` is 0, which nobody has.
    """

    __tablename__ = "reply_told"

    id: Mapped[Id]
    reply_id: Mapped[Ref] = mapped_column(ForeignKey("reply.id"), unique=True)
    mode: Mapped[Mode] = mapped_column(String(16))
    told_on: Mapped[date] = mapped_column(Date)
    staff_id: Mapped[Ref]
    officer_id: Mapped[int | None] = mapped_column(BigId)
    recorded_at: Mapped[datetime] = mapped_column(Instant)


class ReplyTemplate(Table):
    """A wording to begin a reply with; the office's, for everybody, where `unit_id` is empty."""

    __tablename__ = "reply_template"

    id: Mapped[Id]
    unit_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("unit.id"))
    title: Mapped[str] = mapped_column(String(TITLE_MAXIMUM))
    text: Mapped[str] = mapped_column(Text)
    staff_id: Mapped[Ref]
    changed_at: Mapped[datetime] = mapped_column(Instant)
    retired_at: Mapped[datetime | None] = mapped_column(Instant)
