"""Bytes people sent, once each under their SHA-256; the bytes themselves lie in the file store."""

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from backend.db import Digest, Instant, Table


class StoredFile(Table):
    __tablename__ = "stored_file"

    sha256: Mapped[Digest] = mapped_column(primary_key=True)
    bytes: Mapped[int]
    media_type: Mapped[str] = mapped_column(String(128))
    stored_at: Mapped[datetime] = mapped_column(Instant)
