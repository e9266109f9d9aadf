"""The outbox: messages owed. A push points at an event; its words are found at delivery."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from backend.db import BigId, Id, Instant, Key, Ref, Table


class PushState(StrEnum):
    OWED = "owed"
    SENDING = "sending"
    SENT = "sent"
    PARKED = "parked"


class Push(Table):
    """`repeat` says that an earlier attempt may have arrived; `reason` says why it was parked.

    `at_once` for what the person has just caused: no quiet hours hold it back. It points at an event, or,
    where nothing happened to a suggestion, at the row `about`, of which its kind says what it is.
    """

    __tablename__ = "push"
    __table_args__ = (
        UniqueConstraint("event_id", "person_id", "kind"),
        UniqueConstraint("about", "person_id", "kind"),
        Index(
            "ix_push_open",
            "channel",
            "person_id",
            "id",
            sqlite_where=text("state IN ('owed', 'sending')"),
            postgresql_where=text("state IN ('owed', 'sending')"),
        ),
    )

    id: Mapped[Id]
    channel: Mapped[Key]
    person_id: Mapped[Ref] = mapped_column(ForeignKey("person.id"))
    event_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("event.id"))
    about: Mapped[int | None] = mapped_column(BigId)
    kind: Mapped[Key]
    state: Mapped[PushState] = mapped_column(String(8), default=PushState.OWED)
    attempts: Mapped[int] = mapped_column(default=0)
    repeat: Mapped[bool] = mapped_column(default=False)
    at_once: Mapped[bool] = mapped_column(default=False)
    not_before: Mapped[datetime] = mapped_column(Instant)
    owed_since: Mapped[datetime] = mapped_column(Instant)
    settled_at: Mapped[datetime | None] = mapped_column(Instant)
    message: Mapped[int | None] = mapped_column(BigId)
    reason: Mapped[str | None] = mapped_column(String(255))


class Lease(Table):
    """One active holder of a name; a standby takes over when the time is up."""

    __tablename__ = "lease"

    name: Mapped[Key] = mapped_column(primary_key=True)
    holder: Mapped[Key]
    until: Mapped[datetime] = mapped_column(Instant)
