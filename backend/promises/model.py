"""A thing promised to be done by a day; each report of how far it is, is an event of the suggestion."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import Date, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from backend.db import Id, Instant, Ref, Table


class PromiseState(StrEnum):
    """`late` is a promise whose day was moved with a reason; `dropped` one that cannot be kept."""

    UNDER_WAY = "under-way"
    LATE = "late"
    KEPT = "kept"
    DROPPED = "dropped"


OVER = frozenset({PromiseState.KEPT, PromiseState.DROPPED})


class Promise(Table):
    __tablename__ = "promise"
    __table_args__ = (UniqueConstraint("suggestion_id", "ordinal"),)

    id: Mapped[Id]
    suggestion_id: Mapped[Ref] = mapped_column(ForeignKey("suggestion.id"))
    ordinal: Mapped[int]
    unit_id: Mapped[Ref] = mapped_column(ForeignKey("unit.id"))
    text: Mapped[str] = mapped_column(Text)
    due_on: Mapped[date] = mapped_column(Date)
    state: Mapped[PromiseState] = mapped_column(String(16))
    made_at: Mapped[datetime] = mapped_column(Instant)
