"""Updates as they arrived, before anyone reads them."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from backend.db import BigId, Id, Instant, Key, Sealed, Table


class UpdateState(StrEnum):
    OPEN = "open"
    DONE = "done"
    DEAD = "dead"


class Update(Table):
    """`body` is the raw JSON, sealed, and gone once the update was dealt with.

    `chat` is 0 where an update belongs to no chat. `holder` has claimed it until `held_until`.
    """

    __tablename__ = "inbox"
    __table_args__ = (
        UniqueConstraint("channel", "update_id"),
        Index(None, "channel", "id"),
        Index(
            "ix_inbox_open",
            "channel",
            "chat",
            "id",
            sqlite_where=text("state = 'open'"),
            postgresql_where=text("state = 'open'"),
        ),
    )

    id: Mapped[Id]
    channel: Mapped[Key]
    update_id: Mapped[int] = mapped_column(BigId)
    chat: Mapped[int] = mapped_column(BigId)
    body: Mapped[str | None] = mapped_column(Sealed)
    state: Mapped[UpdateState] = mapped_column(String(8), default=UpdateState.OPEN)
    attempts: Mapped[int] = mapped_column(default=0)
    arrived_at: Mapped[datetime] = mapped_column(Instant)
    not_before: Mapped[datetime] = mapped_column(Instant)
    holder: Mapped[str | None] = mapped_column(String(64))
    held_until: Mapped[datetime | None] = mapped_column(Instant)
    reason: Mapped[str | None] = mapped_column(String(255))
