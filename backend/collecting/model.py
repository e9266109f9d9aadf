"""A phone on which an officer collects without signal, and photos on their way from it."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, deferred, mapped_column

from backend.db import Digest, Id, Instant, Ref, Table


class CollectDevice(Table):
    """A one-time link until it is opened, then the phone that opened it.

    `token_hash` is the link's, good once and until `link_until`; `key_hash` that of a key the phone made
    itself. It ends with `ended_at`, by officer or office, and with the appointment.
    """

    __tablename__ = "collect_device"
    __table_args__ = (Index(None, "officer_id", "id"),)

    id: Mapped[Id]
    officer_id: Mapped[Ref] = mapped_column(ForeignKey("officer.id"))
    token_hash: Mapped[Digest] = mapped_column(unique=True)
    made_at: Mapped[datetime] = mapped_column(Instant)
    link_until: Mapped[datetime] = mapped_column(Instant)
    key_hash: Mapped[Digest | None] = mapped_column(unique=True)
    signed_in_at: Mapped[datetime | None] = mapped_column(Instant)
    used_at: Mapped[datetime | None] = mapped_column(Instant)
    ended_at: Mapped[datetime | None] = mapped_column(Instant)


class CollectUpload(Table):
    """A photo that comes in pieces, by the SHA-256 of what the phone sends.

    `content` is what has come of it so far, until it is whole, inspected and `kept` under another SHA-256:
    pictures are drawn anew.
    """

    __tablename__ = "collect_upload"
    __table_args__ = (UniqueConstraint("device_id", "sha256"), Index(None, "begun_at"))

    id: Mapped[Id]
    device_id: Mapped[Ref] = mapped_column(ForeignKey("collect_device.id"))
    sha256: Mapped[Digest]
    size: Mapped[int]
    got: Mapped[int]
    content: Mapped[bytes | None] = deferred(mapped_column(LargeBinary))
    kept: Mapped[str | None] = mapped_column(ForeignKey("stored_file.sha256"))
    begun_at: Mapped[datetime] = mapped_column(Instant)
