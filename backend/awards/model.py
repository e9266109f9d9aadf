from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from backend.db import Id, Instant, Key, Ref, Table


class Award(Table):
    """A prize of the campaign's file that a suggestion was given."""

    __tablename__ = "award"
    __table_args__ = (UniqueConstraint("suggestion_id", "prize"),)

    id: Mapped[Id]
    suggestion_id: Mapped[Ref] = mapped_column(ForeignKey("suggestion.id"))
    prize: Mapped[Key]
    place: Mapped[int]
    given_at: Mapped[datetime] = mapped_column(Instant)
