from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import Date, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from backend.db import BigId, Id, Instant, Key, Ref, Table


class OccasionKind(StrEnum):
    """A stall 摆展, a round of the villages 巡回接访, a leader's visit 接访下访, a place of work or study."""

    STALL = "stall"
    ROUND = "round"
    LEADER_VISIT = "leader-visit"
    SCHOOL = "school"
    COMPANY = "company"
    OTHER = "other"


class Occasion(Table):
    """`host` is who holds it, as said on the poster: a leader's office or a team, no private person."""

    __tablename__ = "occasion"
    __table_args__ = (Index(None, "campaign", "first_day"),)

    id: Mapped[Id]
    campaign: Mapped[Key]
    unit_id: Mapped[Ref] = mapped_column(ForeignKey("unit.id"))
    contact_point_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("contact_point.id"))
    kind: Mapped[OccasionKind] = mapped_column(String(16))
    title: Mapped[str] = mapped_column(String(100))
    place: Mapped[str] = mapped_column(String(200), default="")
    host: Mapped[str] = mapped_column(String(100), default="")
    first_day: Mapped[date] = mapped_column(Date)
    last_day: Mapped[date] = mapped_column(Date)
    made_by: Mapped[Ref] = mapped_column(ForeignKey("staff.id"))
    made_at: Mapped[datetime] = mapped_column(Instant)
    ended_at: Mapped[datetime | None] = mapped_column(Instant)
