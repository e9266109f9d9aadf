"""When an answer is due, by the campaign's own calendar."""

from datetime import UTC, date, datetime

import pytest
from databases import ROOT

from backend.campaigns.deadlines import due_on
from backend.campaigns.load import read
from backend.campaigns.schema import Campaign


def rules(time_zone: str = "Asia/Shanghai", **deadline: object) -> Campaign:
    city = read(ROOT / "campaigns" / "city-2024.yaml")
    return city.model_copy(
        update={"deadline": city.deadline.model_copy(update=deadline), "time_zone": time_zone}
    )


def at(month: int, day: int, hour: int = 4) -> datetime:
    return datetime(2024, month, day, hour, tzinfo=UTC)


CALENDAR = {"days": 15, "day_type": "calendar", "starts_at": "received"}
WORKING = {"days": 5, "day_type": "working", "starts_at": "received", "calendar": "listed"}
HOLIDAYS = (date(2024, 10, 1), date(2024, 10, 2), date(2024, 10, 3), date(2024, 10, 4), date(2024, 10, 7))
WORKDAYS = (date(2024, 9, 29), date(2024, 10, 12))


@pytest.mark.parametrize(
    ("deadline", "received", "due"),
    [
        (CALENDAR, at(7, 1), date(2024, 7, 16)),
        (CALENDAR, at(7, 1, 15), date(2024, 7, 16)),
        (CALENDAR, at(7, 1, 16), date(2024, 7, 17)),
        (CALENDAR, at(12, 20), date(2025, 1, 4)),
        (CALENDAR | {"days": 1}, at(2, 28), date(2024, 2, 29)),
        (WORKING, at(7, 1), date(2024, 7, 8)),
        (WORKING, at(7, 5), date(2024, 7, 12)),
        (WORKING, at(7, 6), date(2024, 7, 12)),
        (WORKING | {"days": 1}, at(7, 5), date(2024, 7, 8)),
        (WORKING, at(9, 27), date(2024, 10, 4)),
        (WORKING | {"holidays": HOLIDAYS}, at(9, 30), date(2024, 10, 14)),
        (WORKING | {"holidays": HOLIDAYS, "workdays": WORKDAYS}, at(9, 30), date(2024, 10, 12)),
        (WORKING | {"days": 1, "workdays": WORKDAYS}, at(9, 28), date(2024, 9, 29)),
    ],
)
def test_due_on(deadline: dict[str, object], received: datetime, due: date) -> None:
    assert due_on(rules(**deadline), received=received, forwarded=at(12, 31)) == due


@pytest.mark.parametrize(("starts_at", "day"), [("received", 1), ("registered", 1), ("forwarded", 10)])
def test_what_starts_the_time(starts_at: str, day: int) -> None:
    told = rules(days=3, day_type="calendar", starts_at=starts_at)
    assert due_on(told, received=at(7, 1), forwarded=at(7, 10)) == date(2024, 7, day + 3)


def test_the_day_is_the_day_at_the_campaign() -> None:
    late = at(7, 1, 23)
    assert due_on(rules("Asia/Shanghai", **CALENDAR), received=late, forwarded=late) == date(2024, 7, 17)
    assert due_on(rules("America/New_York", **CALENDAR), received=late, forwarded=late) == date(2024, 7, 16)
