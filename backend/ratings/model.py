"""A rating of one unit's part in one reply, or of a promise it kept; asked once, reminded once."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from backend.db import BigId, Id, Instant, Ref, Sealed, Table


class Part(StrEnum):
    """Lead and assisting units are rated apart (R118, R119)."""

    LEAD = "lead"
    ASSISTING = "assisting"


class Rating(Table):
    """`rating` is one of the campaign's, empty until it is given; `reason` says why one is dissatisfied.

    `answered` is the newest inbox entry that gave it. `promise` is the ordinal of the kept promise that this
    second rating is about (R127); 0 for the reply itself. `officer_id` is who wrote it down as the author's
    own word, told in person: such are counted apart.
    """

    __tablename__ = "rating"
    __table_args__ = (UniqueConstraint("reply_id", "unit_id", "promise"),)

    id: Mapped[Id]
    suggestion_id: Mapped[Ref] = mapped_column(ForeignKey("suggestion.id"))
    reply_id: Mapped[Ref] = mapped_column(ForeignKey("reply.id"))
    unit_id: Mapped[Ref] = mapped_column(ForeignKey("unit.id"))
    part: Mapped[Part] = mapped_column(String(16), default=Part.LEAD)
    promise: Mapped[int] = mapped_column(default=0, server_default="0")
    answered: Mapped[int] = mapped_column(BigId, default=0)
    rating: Mapped[str | None] = mapped_column(String(64))
    reason: Mapped[str | None] = mapped_column(Sealed)
    asked_at: Mapped[datetime] = mapped_column(Instant)
    given_at: Mapped[datetime | None] = mapped_column(Instant)
    reminded_at: Mapped[datetime | None] = mapped_column(Instant)
    officer_id: Mapped[int | None] = mapped_column(BigId)
