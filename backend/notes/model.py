"""Notes of staff on a suggestion, and who is named in them."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from backend.db import BigId, Id, Instant, Ref, Sealed, Table


class Note(Table):
    """`text` is emptied when its writer takes the note away; that there was one stays."""

    __tablename__ = "note"
    __table_args__ = (Index(None, "suggestion_id", "id"),)

    id: Mapped[Id]
    suggestion_id: Mapped[Ref] = mapped_column(ForeignKey("suggestion.id"))
    staff_id: Mapped[Ref] = mapped_column(ForeignKey("staff.id"))
    text: Mapped[str] = mapped_column(Sealed)
    written_at: Mapped[datetime] = mapped_column(Instant)
    edited_at: Mapped[datetime | None] = mapped_column(Instant)
    removed_at: Mapped[datetime | None] = mapped_column(Instant)


class Mention(Table):
    """A member of staff is named in a note; `read_at` is empty until they have seen it."""

    __tablename__ = "mention"

    note_id: Mapped[int] = mapped_column(BigId, ForeignKey("note.id"), primary_key=True)
    staff_id: Mapped[int] = mapped_column(BigId, ForeignKey("staff.id"), primary_key=True)
    read_at: Mapped[datetime | None] = mapped_column(Instant)
