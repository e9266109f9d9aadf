"""The day on which somebody was told, as people type it."""

import re
import unicodedata
from datetime import date

from backend.errors import Refusal
from backend.people.values import cleaned

WHOLE = re.compile(r"(\d{4})[-/.\u5e74](\d{1,2})[-/.\u6708](\d{1,2})\u65e5?")
WITHOUT_YEAR = re.compile(r"(\d{1,2})[-/.\u6708](\d{1,2})\u65e5?")


def read(said: str, *, today: date, since: date) -> date:
    """Read 2024-08-03, 8-3 or the same with words between; neither later than today nor before `since`."""
    words = "".join(unicodedata.normalize("NFKC", cleaned(said)).split())
    try:
        if found := WHOLE.fullmatch(words):
            on = date(int(found[1]), int(found[2]), int(found[3]))
        elif found := WITHOUT_YEAR.fullmatch(words):
            on = date(today.year, int(found[1]), int(found[2]))
            on = on if on <= today else on.replace(year=today.year - 1)
        else:
            raise Refusal("visit-day-unclear")
    except ValueError as error:
        raise Refusal("visit-day-unclear") from error
    refuse_beyond(on, today=today, since=since)
    return on


def refuse_beyond(on: date, *, today: date, since: date) -> None:
    if not since <= on <= today:
        raise Refusal("visit-day-not-then")
