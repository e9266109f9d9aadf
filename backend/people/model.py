"""Those who talk with us: one row for a person in a channel."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from backend.db import BigId, Id, Instant, Key, Ref, Table


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


class Consent(Table):
    """A person agreed, at this time, to the processing of personal data as a wording says it."""

    __tablename__ = "consent"
    __table_args__ = (UniqueConstraint("person_id", "wording"),)

    id: Mapped[Id]
    person_id: Mapped[Ref] = mapped_column(ForeignKey("person.id"))
    wording: Mapped[Key]
    given_at: Mapped[datetime] = mapped_column(Instant)
