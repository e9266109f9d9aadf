"""Those who talk with us: one row for a person in a channel."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from backend.db import BigId, Id, Instant, Key, Ref, Table

CHATLESS = frozenset({"letter", "email", "visit", "telephone", "elsewhere", "proxy"})
"""Channels without a chat: whoever came by one is told by letter or telephone (R31, R34).

`elsewhere` is another system, from whose ledger a suggestion was taken over (R35); `proxy` somebody for whom
an information officer speaks, who brings them word (R22).
"""


class Person(Table):
    """`chat` is the private chat's number in the channel, which is the person's own.

    In a channel without a chat the number is ours, one for each letter.

    `adding_to` is the suggestion that words said now are a supplement to, wherever the chat's position went.
    `quiet_from` and `quiet_until` are hours of the day (0-23) between which only what was asked for is sent.
    `answering` is what the next words are about while they are no part of a draft, such as "question:12".
    """

    __tablename__ = "person"
    __table_args__ = (UniqueConstraint("channel", "chat"),)

    id: Mapped[Id]
    channel: Mapped[Key]
    chat: Mapped[int] = mapped_column(BigId)
    language: Mapped[str] = mapped_column(String(16))
    since: Mapped[datetime] = mapped_column(Instant)
    unreachable_since: Mapped[datetime | None] = mapped_column(Instant)
    quiet_from: Mapped[int | None]
    quiet_until: Mapped[int | None]
    large_type: Mapped[bool] = mapped_column(default=False)
    plain_words: Mapped[bool] = mapped_column(default=False)
    forgotten_at: Mapped[datetime | None] = mapped_column(Instant)
    answering: Mapped[str | None] = mapped_column(String(64))
    adding_to: Mapped[int | None] = mapped_column(BigId)


class Consent(Table):
    """A person agreed, at this time, to the processing of personal data as a wording says it."""

    __tablename__ = "consent"
    __table_args__ = (UniqueConstraint("person_id", "wording"),)

    id: Mapped[Id]
    person_id: Mapped[Ref] = mapped_column(ForeignKey("person.id"))
    wording: Mapped[Key]
    given_at: Mapped[datetime] = mapped_column(Instant)
