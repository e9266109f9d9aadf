from datetime import date, datetime

from sqlalchemy import JSON, Date, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from backend.db import BigId, Id, Instant, Key, Ref, Table


class Call(Table):
    """What the office asks for: topics of a campaign as `theme/topic`, in its own words, until a day.

    `unit_id` is the unit whose lead asks, empty for the office; `once` is the key of the form that made it.
    """

    __tablename__ = "call"
    __table_args__ = (Index(None, "unit_id", "id"),)

    id: Mapped[Id]
    unit_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("unit.id"))
    once: Mapped[str | None] = mapped_column(String(64), unique=True)
    campaign: Mapped[Key]
    title: Mapped[str] = mapped_column(String(100))
    words: Mapped[str] = mapped_column(Text)
    topics: Mapped[list[str]] = mapped_column(JSON)
    due_on: Mapped[date] = mapped_column(Date)
    made_by: Mapped[Ref] = mapped_column(ForeignKey("staff.id"))
    made_at: Mapped[datetime] = mapped_column(Instant)
    closed_at: Mapped[datetime | None] = mapped_column(Instant)

    def is_open_on(self, day: date) -> bool:
        return self.closed_at is None and day <= self.due_on


class Asked(Table):
    """An officer who was asked; `read_at` when the request was opened.

    Answers are entries of the call, and the officer's own suggestions begun from it (`Draft.call_id`).
    """

    __tablename__ = "call_asked"
    __table_args__ = (UniqueConstraint("call_id", "officer_id"), Index(None, "officer_id", "call_id"))

    id: Mapped[Id]
    call_id: Mapped[Ref] = mapped_column(ForeignKey("call.id"))
    officer_id: Mapped[Ref] = mapped_column(ForeignKey("officer.id"))
    read_at: Mapped[datetime | None] = mapped_column(Instant)
