"""Bytes people sent, once each under their SHA-256; the bytes themselves lie in the file store."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from backend.db import Digest, Instant, Table


class Quarantine(StrEnum):
    UNCHECKED = "unchecked"
    INFECTED = "infected"


UNCHECKED = text("quarantine = 'unchecked'")


class StoredFile(Table):
    """`quarantine` says why nobody is given the bytes; None where they may be had."""

    __tablename__ = "stored_file"
    __table_args__ = (
        Index(
            "ix_stored_file_quarantined_at",
            "quarantined_at",
            sqlite_where=UNCHECKED,
            postgresql_where=UNCHECKED,
        ),
    )

    sha256: Mapped[Digest] = mapped_column(primary_key=True)
    bytes: Mapped[int]
    media_type: Mapped[str] = mapped_column(String(128))
    stored_at: Mapped[datetime] = mapped_column(Instant)
    quarantined_at: Mapped[datetime | None] = mapped_column(Instant)
    quarantine: Mapped[str | None] = mapped_column(String(16))
