"""When an answer is due, from the campaign's rule (R68): what starts it and which days count."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from backend.campaigns import official
from backend.campaigns.schema import Campaign

SATURDAY = 5
FROM_RECEIPT = frozenset({"received", "registered"})
"""What starts the time before any unit has the suggestion: a suggestion is registered as it arrives."""
Span = tuple[date, date]
"""A pause: the day after the first is the first that does not count, the second the last."""


@dataclass(frozen=True)
class Counted:
    """A last day; the weekdays that were passed over, and the weekend days that were counted.

    `provisional`: it lies in a year whose days off are not announced yet, and may change.
    """

    due_on: date
    holidays: tuple[date, ...] = ()
    workdays: tuple[date, ...] = ()
    provisional: bool = False


def due_on(
    rules: Campaign, *, received: datetime, forwarded: datetime, signed: datetime | None = None
) -> date:
    """Return the last day on which the answer is in time, by the campaign's own calendar.

    Where it counts from the signature, the day of forwarding stands in until there is one.
    """
    begins = {"forwarded": forwarded, "signed": signed or forwarded}
    return later(rules, day_of(rules, begins.get(rules.deadline.starts_at, received)), rules.deadline.days)


def day_of(rules: Campaign, at: datetime) -> date:
    return at.astimezone(ZoneInfo(rules.time_zone)).date()


def later(rules: Campaign, day: date, days: int) -> date:
    """Return the day so many days later, in days as the campaign counts them."""
    return count(rules, day, days).due_on


def count(rules: Campaign, day: date, days: int) -> Counted:
    """Count so many days on from a day, and keep what was counted otherwise than Monday to Friday."""
    if rules.deadline.day_type == "calendar":
        return Counted(day + timedelta(days=days))
    return working(rules, day, days)


def working(rules: Campaign, day: date, days: int) -> Counted:
    """Count so many working days on, however the campaign counts its deadline."""
    left, passed, added = days, list[date](), list[date]()
    while left:
        day += timedelta(days=1)
        works = is_working_day(rules, day)
        left -= works
        if works != (day.weekday() < SATURDAY):
            (added if works else passed).append(day)
    return Counted(day, tuple(passed), tuple(added), provisional=bool(days) and not _is_announced(rules, day))


def between(rules: Campaign, begun: datetime, ended: datetime) -> int:
    """Count the days after the day of `begun`, up to that of `ended`, that the campaign counts."""
    return waited(rules, [(day_of(rules, begun), day_of(rules, ended))])


def waited(rules: Campaign, pauses: Iterable[Span]) -> int:
    """Count the days of pauses that the campaign would have counted."""
    every = [
        first + timedelta(days=place) for first, last in pauses for place in range(1, (last - first).days + 1)
    ]
    if rules.deadline.day_type == "calendar":
        return len(every)
    return sum(is_working_day(rules, day) for day in every)


def is_working_day(rules: Campaign, day: date) -> bool:
    """Ask the campaign's own lists first, then the official calendar, then the week."""
    if day in rules.deadline.workdays:
        return True
    if day in rules.deadline.holidays:
        return False
    told = official.is_working_day(day) if rules.deadline.calendar == "official" else None
    return day.weekday() < SATURDAY if told is None else told


def _is_announced(rules: Campaign, day: date) -> bool:
    return rules.deadline.calendar == "listed" or day.year <= official.newest_year()
