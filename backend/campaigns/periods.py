"""Dates as notices write them: a day, a ten-day period, or a month (R8-R10)."""

import calendar
import re
from datetime import date
from typing import Annotated

from pydantic import AfterValidator

_WRITTEN = re.compile(r"(?P<year>20\d\d)-(?P<month>0[1-9]|1[0-2])(?:-(?P<rest>early|mid|late|\d\d))?")
_TEN_DAYS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}


def days_of(period: str) -> tuple[date, date]:
    """Give the first and the last day of a period; ValueError when it is not one."""
    written = _WRITTEN.fullmatch(period)
    if written is None:
        raise ValueError(
            f"{period!r} is no date: write 2024-07-15, 2024-07 (the month), or 2024-07-early, -mid, -late"
        )
    year, month, rest = int(written["year"]), int(written["month"]), written["rest"]
    last = calendar.monthrange(year, month)[1]
    if rest is not None and rest.isdigit():
        if not 1 <= int(rest) <= last:
            raise ValueError(f"{period!r} is no date: this month has {last} days")
        return date(year, month, int(rest)), date(year, month, int(rest))
    begins, ends = _TEN_DAYS.get(rest or "", (1, last))
    return date(year, month, begins), date(year, month, min(ends, last))


def first_day(period: str) -> date:
    return days_of(period)[0]


def last_day(period: str) -> date:
    return days_of(period)[1]


def _checked(period: str) -> str:
    days_of(period)
    return period


Period = Annotated[str, AfterValidator(_checked)]
