"""Where people come from: a short code in a link, and who came by it."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from backend.db import BigId, Id, Instant, Key, Ref, Table


class SourceKind(StrEnum):
    CAMPAIGN = "campaign"
    PLACE = "place"
    EVENT = "event"
    OFFICER = "officer"
    SHARED = "shared"


OFFERED = (SourceKind.CAMPAIGN, SourceKind.PLACE, SourceKind.EVENT, SourceKind.OFFICER)
"""What staff may make; a share link is made by the person whose it is."""


class Source(Table):
    """`code` stands in links, `name` is what staff call it, `person_id` whose share link it is."""

    __tablename__ = "source"
    __table_args__ = (
        UniqueConstraint("campaign", "person_id"),
        Index(
            "ix_source_of_unit",
            "unit_id",
            sqlite_where=text("unit_id IS NOT NULL"),
            postgresql_where=text("unit_id IS NOT NULL"),
        ),
    )

    id: Mapped[Id]
    code: Mapped[str] = mapped_column(String(32), unique=True)
    campaign: Mapped[Key]
    kind: Mapped[SourceKind] = mapped_column(String(16))
    name: Mapped[str] = mapped_column(String(100), default="")
    person_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("person.id"))
    unit_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("unit.id"))
    contact_point_id: Mapped[int | None] = mapped_column(BigId)
    occasion_id: Mapped[int | None] = mapped_column(BigId)
    made_at: Mapped[datetime] = mapped_column(Instant)
    retired_at: Mapped[datetime | None] = mapped_column(Instant)


class Arrival(Table):
    """A person came by a source; `inbox_id` is the entry that said so, taken once."""

    __tablename__ = "arrival"
    __table_args__ = (
        UniqueConstraint("inbox_id"),
        Index(None, "source_id", "id"),
        Index(None, "person_id", "id"),
    )

    id: Mapped[Id]
    source_id: Mapped[Ref] = mapped_column(ForeignKey("source.id"))
    person_id: Mapped[Ref] = mapped_column(ForeignKey("person.id"))
    inbox_id: Mapped[Ref]
    at: Mapped[datetime] = mapped_column(Instant)
