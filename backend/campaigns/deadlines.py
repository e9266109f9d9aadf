"""When an answer is due, from the campaign's rule (R68): what starts it and which days count."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from backend.campaigns.schema import Campaign

SATURDAY = 5


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
    if rules.deadline.day_type == "calendar":
        return day + timedelta(days=days)
    while days:
        day += timedelta(days=1)
        days -= _is_working_day(rules, day)
    return day


def between(rules: Campaign, begun: datetime, ended: datetime) -> int:
    """Count the days after the day of `begun`, up to that of `ended`, that the campaign counts."""
    first, last = day_of(rules, begun), day_of(rules, ended)
    days = [first + timedelta(days=place) for place in range(1, (last - first).days + 1)]
    if rules.deadline.day_type == "calendar":
        return len(days)
    return sum(_is_working_day(rules, day) for day in days)


def _is_working_day(rules: Campaign, day: date) -> bool:
    if day in rules.deadline.workdays:
        return True
    return day.weekday() < SATURDAY and day not in rules.deadline.holidays
