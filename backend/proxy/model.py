"""A proxy entry: who entered what for somebody else, and how they agreed."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from backend.db import BigId, Id, Instant, Ref, Table


class EntryWay(StrEnum):
    """How it was entered: in the dialog, on the page without signal, in one message, by sheet, from paper."""

    DIALOG = "dialog"
    OFFLINE = "offline"
    MESSAGE = "message"
    SHEET = "sheet"
    PAPER = "paper"


class ConsentForm(StrEnum):
    """How the subject agreed (R49): spoken in the officer's presence, or signed on paper, as a photo."""

    SPOKEN = "spoken"
    PAPER = "paper"


class Entry(Table):
    """A draft an officer fills for somebody else: its subject is `Draft.subject_id`, its filer the officer.

    `once` is the officer's own key of it: the same coming again, from a phone or a sheet, is one.
    `origin` is where it stood, such as "message:12": what is mended there is still the same entry.
    `unit_id` and `district` are the officer's then, for which it counts (R95).
    """

    __tablename__ = "proxy_entry"
    __table_args__ = (
        UniqueConstraint("officer_id", "once"),
        Index(None, "unit_id", "id"),
        Index(
            "ix_proxy_entry_of_call",
            "call_id",
            sqlite_where=text("call_id IS NOT NULL"),
            postgresql_where=text("call_id IS NOT NULL"),
        ),
    )

    id: Mapped[Id]
    draft_id: Mapped[Ref] = mapped_column(ForeignKey("draft.id"), unique=True)
    officer_id: Mapped[Ref] = mapped_column(ForeignKey("officer.id"))
    unit_id: Mapped[Ref] = mapped_column(ForeignKey("unit.id"))
    district: Mapped[str] = mapped_column(String(64), server_default="")
    contact_point_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("contact_point.id"))
    occasion_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("occasion.id"))
    call_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("call.id"))
    way: Mapped[EntryWay] = mapped_column(String(16))
    once: Mapped[str | None] = mapped_column(String(64))
    origin: Mapped[str | None] = mapped_column(String(64))
    consent_form: Mapped[ConsentForm | None] = mapped_column(String(8))
    consented_at: Mapped[datetime | None] = mapped_column(Instant)
    begun_at: Mapped[datetime] = mapped_column(Instant)
