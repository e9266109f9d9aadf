"""Days and hours in words, by a campaign's own clock."""

from collections.abc import Iterable
from datetime import date, datetime
from zoneinfo import ZoneInfo

from backend import clock
from backend.i18n import label

HOUSE_ZONE = ZoneInfo("Asia/Shanghai")
"""Whose day it is where no campaign says: that of the staff."""


def today() -> date:
    """Return the day it is for the staff."""
    return clock.now().astimezone(HOUSE_ZONE).date()


def day_in_words(day: date, language: str) -> str:
    return label(language, "day-in-words", year=str(day.year), month=day.month, day=str(day.day))


def days_in_words(days: Iterable[date], language: str) -> str:
    """Say several days of one stretch, without their years."""
    said = [label(language, "day-short", month=day.month, day=str(day.day)) for day in days]
    return label(language, "days-joint").join(said)


def moment_in_words(at: datetime, zone: str, language: str) -> str:
    there = at.astimezone(ZoneInfo(zone))
    return label(language, "moment-in-words", day=day_in_words(there.date(), language), time=f"{there:%H:%M}")


def days_left(due_on: date, zone: str) -> int:
    """Count the days to the last day in time; negative once it is over."""
    return (due_on - clock.now().astimezone(ZoneInfo(zone)).date()).days
