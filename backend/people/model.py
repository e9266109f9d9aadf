"""Those who talk with us: one row for a person in a channel."""

from datetime import datetime

from sqlalchemy import String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from backend.db import BigId, Id, Instant, Key, Table


class Person(Table):
    """`chat` is the private chat's number in the channel, which is the person's own."""

    __tablename__ = "person"
    __table_args__ = (UniqueConstraint("channel", "chat"),)

    id: Mapped[Id]
    channel: Mapped[Key]
    chat: Mapped[int] = mapped_column(BigId)
    language: Mapped[str] = mapped_column(String(16))
    since: Mapped[datetime] = mapped_column(Instant)
    unreachable_since: Mapped[datetime | None] = mapped_column(Instant)
