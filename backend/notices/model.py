from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import Date, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from backend.db import Id, Instant, Key, Ref, Table


class Kind(StrEnum):
    FORWARDED = "forwarded"
    SENT_BACK = "sent-back"
    ANSWERED = "answered"
    SUPPLEMENTED = "supplemented"
    OBJECTED = "objected"
    DISSATISFIED = "dissatisfied"
    DISSATISFIED_ASSISTING = "dissatisfied-assisting"
    REPLY_TO_APPROVE = "reply-to-approve"
    REPLY_TO_CHECK = "reply-to-check"
    REPLY_GIVEN_BACK = "reply-given-back"
    EXTENSION_ASKED = "extension-asked"
    EXTENSION_APPROVED = "extension-approved"
    EXTENSION_REFUSED = "extension-refused"
    MENTIONED = "mentioned"
    DUE_SOON = "due-soon"
    DUE_TODAY = "due-today"
    OVERDUE = "overdue"


class Notice(Table):
    """What a member of staff is told of a suggestion; `once` names the event or the day it is told for.

    `due_on` is the last day a reminder speaks of.
    """

    __tablename__ = "notice"
    __table_args__ = (
        UniqueConstraint("staff_id", "suggestion_id", "once"),
        Index(None, "staff_id", "id"),
        Index(None, "staff_id", "read_at"),
        Index(None, "suggestion_id", "once"),
    )

    id: Mapped[Id]
    staff_id: Mapped[Ref]
    suggestion_id: Mapped[Ref] = mapped_column(ForeignKey("suggestion.id"))
    kind: Mapped[Kind] = mapped_column(String(32))
    once: Mapped[Key]
    due_on: Mapped[date | None] = mapped_column(Date)
    at: Mapped[datetime] = mapped_column(Instant)
    read_at: Mapped[datetime | None] = mapped_column(Instant)

    @property
    def event_id(self) -> int | None:
        """Return the event it is told for; None where that is a day."""
        said, _, event_id = self.once.partition(":")
        return int(event_id) if said == "event" else None
