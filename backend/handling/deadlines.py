"""When an answer is due, from the campaign's rule (R68): what starts it and which days count."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from backend.campaigns.schema import Campaign

SATURDAY = 5


def due_on(rules: Campaign, *, received: datetime, forwarded: datetime) -> date:
    """Return the last day on which the answer is in time, by the campaign's own calendar."""
    started = forwarded if rules.deadline.starts_at in {"forwarded", "signed"} else received
    day = started.astimezone(ZoneInfo(rules.time_zone)).date()
    if rules.deadline.day_type == "calendar":
        return day + timedelta(days=rules.deadline.days)
    left = rules.deadline.days
    while left:
        day += timedelta(days=1)
        left -= _is_working_day(rules, day)
    return day


def _is_working_day(rules: Campaign, day: date) -> bool:
    if day in rules.deadline.workdays:
        return True
    return day.weekday() < SATURDAY and day not in rules.deadline.holidays
