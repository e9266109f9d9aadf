"""The ledger (台账): under which numbers other systems know our suggestions (R34, R35)."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from backend.db import Id, Instant, Key, Ref, Sealed, Table


class ForeignNumber(Table):
    """`finished_at` is empty while not all that came with the number is taken in: import again."""

    __tablename__ = "foreign_number"
    __table_args__ = (UniqueConstraint("system", "number"), Index(None, "suggestion_id"))

    id: Mapped[Id]
    system: Mapped[Key]
    number: Mapped[Key]
    suggestion_id: Mapped[Ref] = mapped_column(ForeignKey("suggestion.id"))
    noted_at: Mapped[datetime] = mapped_column(Instant)
    finished_at: Mapped[datetime | None] = mapped_column(Instant)


class LedgerImport(Table):
    """A sheet that was taken in on a page; `report` holds the lines that were not, as JSON, for a month."""

    __tablename__ = "ledger_import"
    __table_args__ = (Index(None, "at"),)

    id: Mapped[Id]
    staff_id: Mapped[Ref] = mapped_column(ForeignKey("staff.id"))
    at: Mapped[datetime] = mapped_column(Instant)
    system: Mapped[Key]
    campaign: Mapped[Key]
    new: Mapped[int]
    known: Mapped[int]
    refused: Mapped[int]
    report: Mapped[str] = mapped_column(Sealed)
