from datetime import date
from enum import StrEnum

from sqlalchemy import Date, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from backend.db import Id, Key, Table


class Share(StrEnum):
    """Of whom a count is."""

    CAMPAIGN = "campaign"
    DISTRICT = "district"
    UNIT = "unit"
    OFFICER = "officer"


class Baseline(Table):
    """What was reached by a day of last year, loaded by the office (R89).

    `of` is a unit's key, a district's name, an officer's number, or empty for the whole campaign.
    """

    __tablename__ = "baseline"
    __table_args__ = (UniqueConstraint("campaign", "quota", "share", "of", "day"),)

    id: Mapped[Id]
    campaign: Mapped[Key]
    quota: Mapped[Key]
    share: Mapped[Key]
    of: Mapped[Key]
    day: Mapped[date] = mapped_column(Date)
    count: Mapped[int]
