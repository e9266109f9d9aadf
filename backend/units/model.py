"""Who is on duty in a unit, and who is away; both days are counted in."""

from datetime import date

from sqlalchemy import Date, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from backend.db import BigId, Id, Ref, Table


class Duty(Table):
    __tablename__ = "duty"
    __table_args__ = (UniqueConstraint("staff_id", "first_day", "last_day"),)

    id: Mapped[Id]
    staff_id: Mapped[Ref] = mapped_column(ForeignKey("staff.id"))
    first_day: Mapped[date] = mapped_column(Date)
    last_day: Mapped[date] = mapped_column(Date)


class Absence(Table):
    """`stand_in_id` does the work meanwhile, a member of the same unit."""

    __tablename__ = "absence"
    __table_args__ = (UniqueConstraint("staff_id", "first_day", "last_day"),)

    id: Mapped[Id]
    staff_id: Mapped[Ref] = mapped_column(ForeignKey("staff.id"))
    first_day: Mapped[date] = mapped_column(Date)
    last_day: Mapped[date] = mapped_column(Date)
    stand_in_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("staff.id"))
