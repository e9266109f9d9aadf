"""Days off and make-up workdays (调休) of the State Council's yearly notices, from `chinesecalendar`."""

from datetime import date

import chinese_calendar


def newest_year() -> int:
    """Return the last year whose notice the library knows; a later version of it knows more."""
    return int(max(chinese_calendar.holidays).year)


def is_working_day(day: date) -> bool | None:
    """Say whether people work on a day; None for a year whose notice is not known."""
    if day.year > newest_year():
        return None
    try:
        return bool(chinese_calendar.is_workday(day))
    except NotImplementedError:  # before the first year the library has
        return None
