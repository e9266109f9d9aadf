from datetime import date, datetime

from sqlalchemy import JSON, Date, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from backend.db import BigId, Id, Instant, Ref, Table


class Reckoning(Table):
    """One counting of a last day, kept as it was; the newest of a suggestion is the one that holds.

    `cause` is what made it necessary, `starts_at` what it counts from. `pauses` are spans of days,
    `holidays` the weekdays passed over, `workdays` the weekend days counted. `set_on` is a day that the
    office named in place of counting, `extension_id` the request it granted by that.
    """

    __tablename__ = "reckoning"
    __table_args__ = (Index(None, "suggestion_id", "id"), Index(None, "provisional", "due_on"))

    id: Mapped[Id]
    suggestion_id: Mapped[Ref] = mapped_column(ForeignKey("suggestion.id"))
    cause: Mapped[str] = mapped_column(String(16))
    starts_at: Mapped[str] = mapped_column(String(16))
    started_on: Mapped[date] = mapped_column(Date)
    days: Mapped[int]
    day_type: Mapped[str] = mapped_column(String(16))
    calendar: Mapped[str] = mapped_column(String(16))
    pauses: Mapped[list[list[str]]] = mapped_column(JSON)
    holidays: Mapped[list[str]] = mapped_column(JSON)
    workdays: Mapped[list[str]] = mapped_column(JSON)
    set_on: Mapped[date | None] = mapped_column(Date)
    extension_id: Mapped[int | None] = mapped_column(BigId)
    provisional: Mapped[bool]
    due_on: Mapped[date] = mapped_column(Date)
    computed_at: Mapped[datetime] = mapped_column(Instant)


class Extension(Table):
    """A unit asks for a later day; `approved` is empty until the office decides.

    Why it is asked and why it was decided so stands with the two events.
    """

    __tablename__ = "extension"
    __table_args__ = (Index(None, "suggestion_id", "id"),)

    id: Mapped[Id]
    suggestion_id: Mapped[Ref] = mapped_column(ForeignKey("suggestion.id"))
    event_id: Mapped[Ref] = mapped_column(ForeignKey("event.id"), unique=True)
    unit_id: Mapped[Ref] = mapped_column(ForeignKey("unit.id"))
    staff_id: Mapped[Ref]
    wanted_on: Mapped[date] = mapped_column(Date)
    asked_at: Mapped[datetime] = mapped_column(Instant)
    approved: Mapped[bool | None]
    decided_at: Mapped[datetime | None] = mapped_column(Instant)
    decision_id: Mapped[int | None] = mapped_column(BigId)
