"""The ledger of talks with authors: who spoke to them, how, when, and what came of it."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import Date, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from backend.db import BigId, Id, Instant, Ref, Sealed, Table


class Mode(StrEnum):
    """How somebody was spoken to (R79)."""

    FACE_TO_FACE = "face-to-face"
    PHONE = "phone"
    VIDEO = "video"


class ContactEntry(Table):
    """A talk with the author; `unit_id` is the unit that handled the suggestion then."""

    __tablename__ = "contact_entry"
    __table_args__ = (Index(None, "suggestion_id", "id"),)

    id: Mapped[Id]
    suggestion_id: Mapped[Ref] = mapped_column(ForeignKey("suggestion.id"))
    unit_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("unit.id"))
    staff_id: Mapped[Ref]
    mode: Mapped[Mode] = mapped_column(String(16))
    spoken_on: Mapped[date] = mapped_column(Date)
    text: Mapped[str] = mapped_column(Sealed)
    recorded_at: Mapped[datetime] = mapped_column(Instant)
