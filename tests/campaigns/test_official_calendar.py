"""Working days by the State Council's notices for 2024, 2025 and 2026, worked out by hand."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from databases import ROOT

from backend.campaigns import official
from backend.campaigns.deadlines import between, count, due_on
from backend.campaigns.load import read
from backend.campaigns.schema import Campaign

NOTICES: dict[int, tuple[str, str]] = {
    2024: (
        (
            "01-01 02-12 02-13 02-14 02-15 02-16 04-04 04-05 05-01 05-02 05-03 06-10 09-16 09-17"
            " 10-01 10-02 10-03 10-04 10-07"
        ),
        "02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12",
    ),
    2025: (
        (
            "01-01 01-28 01-29 01-30 01-31 02-03 02-04 04-04 05-01 05-02 05-05 06-02"
            " 10-01 10-02 10-03 10-06 10-07 10-08"
        ),
        "01-26 02-08 04-27 09-28 10-11",
    ),
    2026: (
        (
            "01-01 01-02 02-16 02-17 02-18 02-19 02-20 02-23 04-06 05-01 05-04 05-05 06-19 09-25"
            " 10-01 10-02 10-05 10-06 10-07"
        ),
        "01-04 02-14 02-28 05-09 09-20 10-10",
    ),
}
"""Weekdays off (元旦, 春节, 清明, 劳动节, 端午, 中秋, 国庆) and weekend days worked to make up,
as published."""


def days_of(year: int, said: str) -> set[date]:
    return {date.fromisoformat(f"{year}-{day}") for day in said.split()}


def every_day(year: int) -> Iterator[date]:
    day = date(year, 1, 1)
    while day.year == year:
        yield day
        day += timedelta(days=1)


def rules(**deadline: object) -> Campaign:
    city = read(ROOT / "campaigns" / "city-2024.yaml")
    told = {"days": 5, "day_type": "working", "starts_at": "received", **deadline}
    return city.model_copy(update={"deadline": city.deadline.model_copy(update=told)})


@pytest.mark.parametrize("year", NOTICES)
def test_every_day_of_a_year_is_as_its_notice_says(year: int) -> None:
    off, worked = (days_of(year, said) for said in NOTICES[year])
    for day in every_day(year):
        expected = day in worked or (day.weekday() < 5 and day not in off)
        assert official.is_working_day(day) is expected, day


@pytest.mark.parametrize(
    ("received", "days", "due"),
    [
        ("2024-02-08", 5, "2024-02-21"),  # Spring Festival 10-17 February, Sunday the 18th is worked
        ("2024-04-03", 2, "2024-04-08"),  # Qingming 4-6 April, Sunday the 7th is worked
        ("2024-04-26", 5, "2024-05-07"),  # Labour Day 1-5 May, Sunday 28 April is worked
        ("2024-05-10", 1, "2024-05-11"),  # and Saturday 11 May
        ("2024-06-07", 1, "2024-06-11"),  # Dragon Boat Festival on Monday 10 June
        ("2024-09-13", 3, "2024-09-19"),  # Mid-Autumn 15-17 September, Saturday the 14th is worked
        ("2024-09-27", 5, "2024-10-10"),  # National Day 1-7 October, Sunday 29 September is worked
        ("2024-09-27", 8, "2024-10-14"),  # and Saturday 12 October
        ("2024-12-30", 2, "2025-01-02"),  # over the end of the year
        ("2025-01-24", 3, "2025-02-05"),  # Spring Festival 28 January - 4 February, Sunday the 26th is worked
        ("2025-01-24", 7, "2025-02-10"),  # and Saturday 8 February
        ("2025-04-03", 1, "2025-04-07"),  # Qingming 4-6 April, nothing to make up
        ("2025-04-25", 5, "2025-05-06"),  # Labour Day 1-5 May, Sunday 27 April is worked
        ("2025-05-30", 1, "2025-06-03"),  # Dragon Boat Festival 31 May - 2 June
        (
            "2025-09-26",
            5,
            "2025-10-10",
        ),  # National Day and Mid-Autumn 1-8 October, Sunday 28 September worked
        ("2025-09-26", 6, "2025-10-11"),  # and Saturday 11 October
        ("2025-12-31", 1, "2026-01-04"),  # New Year 1-3 January, Sunday the 4th is worked
        ("2026-02-13", 3, "2026-02-25"),  # Spring Festival 15-23 February, Saturday the 14th is worked
        ("2026-02-13", 6, "2026-02-28"),  # and Saturday the 28th
        ("2026-04-03", 1, "2026-04-07"),  # Qingming 4-6 April
        ("2026-04-30", 4, "2026-05-09"),  # Labour Day 1-5 May, Saturday the 9th is worked
        ("2026-06-18", 1, "2026-06-22"),  # Dragon Boat Festival 19-21 June
        ("2026-09-18", 6, "2026-09-28"),  # Mid-Autumn 25-27 September, Sunday the 20th is worked
        ("2026-09-30", 4, "2026-10-12"),  # National Day 1-7 October, Saturday the 10th is worked
    ],
)
def test_last_days_around_the_holidays(received: str, days: int, due: str) -> None:
    noon = datetime.fromisoformat(received).replace(hour=4, tzinfo=UTC)
    assert due_on(rules(days=days), received=noon, forwarded=noon) == date.fromisoformat(due)


def test_what_was_passed_over_and_what_was_counted_is_kept() -> None:
    found = count(rules(), date(2024, 9, 27), 8)
    assert found.holidays == tuple(date(2024, 10, day) for day in (1, 2, 3, 4, 7))
    assert found.workdays == (date(2024, 9, 29), date(2024, 10, 12))
    assert not found.provisional


def test_a_pause_counts_the_days_the_campaign_would_have_counted() -> None:
    begun, ended = datetime(2024, 9, 27, 4, tzinfo=UTC), datetime(2024, 10, 9, 4, tzinfo=UTC)
    assert between(rules(), begun, ended) == 4  # 29 and 30 September, 8 and 9 October
    assert between(rules(day_type="calendar"), begun, ended) == 12


def test_the_campaigns_own_days_go_before_the_official_ones() -> None:
    own = rules(holidays=(date(2024, 9, 30),), workdays=(date(2024, 10, 5),))
    assert count(own, date(2024, 9, 27), 2).due_on == date(2024, 10, 5)
    listed = rules(calendar="listed", holidays=(date(2024, 9, 30),))
    assert count(listed, date(2024, 9, 27), 1).due_on == date(2024, 10, 1)


@pytest.mark.parametrize(
    ("start", "days", "due", "year"),
    [
        (date(2026, 12, 30), 1, date(2026, 12, 31), "known"),
        (date(2026, 12, 30), 3, date(2027, 1, 4), "provisional"),
        (date(2027, 1, 29), 5, date(2027, 2, 5), "provisional"),
    ],
)
def test_a_year_that_is_not_announced_counts_monday_to_friday(
    monkeypatch: pytest.MonkeyPatch, start: date, days: int, due: date, year: str
) -> None:
    monkeypatch.setattr(official, "newest_year", lambda: 2026)
    found = count(rules(), start, days)
    assert (found.due_on, found.provisional) == (due, year == "provisional")
    assert (found.holidays, found.workdays) == ((), ())


def test_only_working_days_by_the_official_calendar_are_ever_provisional() -> None:
    for other in (rules(day_type="calendar"), rules(calendar="listed")):
        assert not count(other, date(2199, 1, 1), 10).provisional


def test_before_the_first_notice_the_week_decides() -> None:
    assert count(rules(), date(1999, 12, 31), 1).due_on == date(2000, 1, 3)
    assert not count(rules(), date(1999, 12, 31), 1).provisional
