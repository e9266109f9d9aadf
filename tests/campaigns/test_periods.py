from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from backend.campaigns.deadlines import due_on
from backend.campaigns.load import read
from backend.campaigns.parts import Deadline
from backend.campaigns.periods import days_of
from backend.campaigns.schema import Campaign

CALENDAR = {"days": 15, "day_type": "calendar", "starts_at": "received"}


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        ("2024-07-19", date(2024, 7, 19), date(2024, 7, 19)),
        ("2024-07-early", date(2024, 7, 1), date(2024, 7, 10)),
        ("2024-07-mid", date(2024, 7, 11), date(2024, 7, 20)),
        ("2024-07-late", date(2024, 7, 21), date(2024, 7, 31)),
        ("2024-11-late", date(2024, 11, 21), date(2024, 11, 30)),
        ("2024-02-late", date(2024, 2, 21), date(2024, 2, 29)),
        ("2023-02", date(2023, 2, 1), date(2023, 2, 28)),
        ("2024-12", date(2024, 12, 1), date(2024, 12, 31)),
    ],
)
def test_a_period_has_a_first_and_a_last_day(period, first, last):
    assert days_of(period) == (first, last)


@pytest.mark.parametrize(
    "period",
    [
        "",
        "2024",
        "2024-13",
        "2024-00",
        "2024-7",
        "2024-07-00",
        "2024-07-32",
        "2024-07-Mid",
        "24-07",
        "2024-07-19 ",
    ],
)
def test_anything_else_is_no_period(period):
    with pytest.raises(ValueError, match="is no date"):
        days_of(period)


def rule(**told) -> Campaign:
    campaign = read(Path(__file__).parent / "sample.yaml")
    return campaign.model_copy(update={"deadline": Deadline.model_validate(CALENDAR | told)})


@pytest.mark.parametrize(
    ("told", "start", "due"),
    [
        ({}, date(2024, 8, 1), date(2024, 8, 16)),
        ({}, date(2024, 12, 31), date(2025, 1, 15)),
        ({"day_type": "working"}, date(2024, 8, 1), date(2024, 8, 22)),
        ({"day_type": "working", "days": 1}, date(2024, 8, 2), date(2024, 8, 5)),
        ({"day_type": "working", "days": 1}, date(2024, 8, 3), date(2024, 8, 5)),
        ({"day_type": "working", "days": 1, "holidays": ["2024-08-05"]}, date(2024, 8, 2), date(2024, 8, 6)),
        ({"day_type": "working", "days": 1, "workdays": ["2024-08-03"]}, date(2024, 8, 2), date(2024, 8, 3)),
        (
            {"days": 1, "holidays": ["2024-08-05"]},
            date(2024, 8, 4),
            date(2024, 8, 5),
        ),
    ],
)
def test_a_deadline_counts_from_the_day_after_its_start(told, start, due):
    noon = datetime.combine(start, time(12), tzinfo=ZoneInfo("Asia/Shanghai"))
    assert due_on(rule(**told), received=noon, forwarded=noon + timedelta(days=99)) == due


@pytest.mark.parametrize(
    ("starts_at", "due"),
    [("received", date(2024, 8, 16)), ("forwarded", date(2024, 8, 20))],
)
def test_a_deadline_starts_at_the_event_the_campaign_names(starts_at, due):
    received = datetime(2024, 8, 1, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
    assert due_on(rule(starts_at=starts_at), received=received, forwarded=received + timedelta(days=4)) == due


def test_the_day_is_the_campaign_s_own_not_that_of_utc():
    received = datetime(2024, 8, 1, 17, tzinfo=UTC)  # already the 2nd in Shanghai
    assert due_on(rule(), received=received, forwarded=received) == date(2024, 8, 17)
