"""Who may enter suggestions for others, appointed by the office, and where people find them."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import JSON, Date, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from backend.db import BigId, Digest, Id, Instant, Ref, Sealed, Table


class OfficerKind(StrEnum):
    INFORMATION = "information"
    PROXY = "proxy"


class ContactPoint(Table):
    """A place 联系点 where suggestions are taken (R16); a closed one keeps what was counted for it."""

    __tablename__ = "contact_point"

    id: Mapped[Id]
    unit_id: Mapped[Ref] = mapped_column(ForeignKey("unit.id"))
    name: Mapped[str] = mapped_column(String(100))
    district: Mapped[str] = mapped_column(String(64), default="")
    address: Mapped[str] = mapped_column(String(200), default="")
    opened_at: Mapped[datetime] = mapped_column(Instant)
    closed_at: Mapped[datetime | None] = mapped_column(Instant)


class Officer(Table):
    """An appointment: whose it is becomes known when the one-time link is opened (`person_id`).

    `until` is the last day on which it holds, `ended_at` when the office ended it before that.
    `expertise` are words the office picks officers by. A person holds one appointment at a time.
    `once` is the form's own key: the same form sent twice appoints one.
    """

    __tablename__ = "officer"
    __table_args__ = (
        Index(
            "ix_officer_in_office",
            "person_id",
            unique=True,
            sqlite_where=text("person_id IS NOT NULL AND ended_at IS NULL"),
            postgresql_where=text("person_id IS NOT NULL AND ended_at IS NULL"),
        ),
        Index(None, "unit_id", "id"),
    )

    id: Mapped[Id]
    unit_id: Mapped[Ref] = mapped_column(ForeignKey("unit.id"))
    contact_point_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("contact_point.id"))
    kind: Mapped[OfficerKind] = mapped_column(String(16))
    name: Mapped[str] = mapped_column(Sealed)
    district: Mapped[str] = mapped_column(String(64), default="")
    expertise: Mapped[list[str]] = mapped_column(JSON)
    appointed_by: Mapped[Ref] = mapped_column(ForeignKey("staff.id"))
    appointed_at: Mapped[datetime] = mapped_column(Instant)
    once: Mapped[Digest | None] = mapped_column(unique=True)
    invite_hash: Mapped[Digest | None] = mapped_column(unique=True)
    invite_until: Mapped[datetime | None] = mapped_column(Instant)
    person_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("person.id"))
    accepted_at: Mapped[datetime | None] = mapped_column(Instant)
    until: Mapped[date | None] = mapped_column(Date)
    ended_at: Mapped[datetime | None] = mapped_column(Instant)
    occasion_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("occasion.id"))
    """The event at which the officer is collecting just now."""
