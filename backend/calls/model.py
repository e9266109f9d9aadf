from datetime import date, datetime

from sqlalchemy import JSON, Date, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from backend.db import Id, Instant, Key, Ref, Table


class Call(Table):
    """What the office asks for: topics of a campaign as `theme/topic`, in its own words, until a day."""

    __tablename__ = "call"

    id: Mapped[Id]
    campaign: Mapped[Key]
    title: Mapped[str] = mapped_column(String(100))
    words: Mapped[str] = mapped_column(Text)
    topics: Mapped[list[str]] = mapped_column(JSON)
    due_on: Mapped[date] = mapped_column(Date)
    made_by: Mapped[Ref] = mapped_column(ForeignKey("staff.id"))
    made_at: Mapped[datetime] = mapped_column(Instant)
    closed_at: Mapped[datetime | None] = mapped_column(Instant)


class Asked(Table):
    """An officer who was asked; `read_at` when the request was opened. Answers are entries of the call."""

    __tablename__ = "call_asked"
    __table_args__ = (UniqueConstraint("call_id", "officer_id"),)

    id: Mapped[Id]
    call_id: Mapped[Ref] = mapped_column(ForeignKey("call.id"))
    officer_id: Mapped[Ref] = mapped_column(ForeignKey("officer.id"))
    read_at: Mapped[datetime | None] = mapped_column(Instant)
