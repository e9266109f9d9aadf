"""Quotas against a table computed by hand: every rule of what counts, and for whom."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from backend_house import Hands, person, submitted
from quotas_house import OTHER, RURAL, Field, field, rules

from backend.db import Database
from backend.quotas.model import Baseline, Share
from backend.quotas.queries import Standing, standings
from backend.suggestions.model import SuggestionState
from backend.suggestions.queries import Sight

OFFICE = Sight(None, everything=True)
TODAY = date(2024, 8, 25)
BY_HAND = """
      who  theme  day    what became of it             proxy   rural   unit         good        officer
 1-4  A    rural  2-5                                  4 区    4 区    town-a       -           A
 5    A    other  5                                    区      -       town-a       -           A
 6    A    rural  5      withdrawn                     -       -       -            -           -
 7    A    rural  5      diverted                      -       -       -            -           -
 8    A    rural  5      returned                      -       -       -            -           -
 9    A    other  5      merged                        区      -       town-a       -           A
10    A    rural  6      valuable                      区      区      town-a       town-a      A
11    A    other  20, 23 o'clock                       区      -       town-a       -           A
12    A    rural  21, 0 o'clock: after the last day    -       -       town-a       -           A
13-14 B    other  6                                    2 区    -       town-b       -           B
15    B    rural  6                                    区      区      town-b       -           B
16    B    other  10, now of the transport department  区      -       transport    -           B
17    C    other  7                                    邻区    -       transport    -           C
18    C    other  7      at a contact point in 示例区  区      -       transport    -           C
19    A's own    rural   valuable                      -       -       town-a       town-a      -
20    A's own    rural   before the appointment        -       -       -            -           -
21    somebody by a way in of town-a                   -       -       town-a       -           -
22    the same, withdrawn                              -       -       -            -           -
23    somebody, rural                                  -       -       -            -           -
24    A's own by a way in of town-b                    -       -       town-b       -           -
25    A    rural  5, of another campaign               -       -       -            -           -
                                              示例区   13      6
                                                邻区   1
                                              county                   15           2
                                              town-a                   11           2
                                              town-b                   4            0
                                           transport                   3            0
                                             A, B, C                                            9, 4, 2
"""
"""The sums of the tests are read from it. `growth` counts every rural one: 1-4, 10, 12, 15, 19, 20, 23."""


async def summer(on: Field) -> None:
    """Let everything happen that stands in the table."""
    on.at(1, 9)
    first = await submitted(on.db, await person(on.db, chat=ord("A")), theme=RURAL, topic="other")  # 20
    await on.is_now(first.id, submitted_at=datetime(2024, 7, 1, tzinfo=UTC))
    for day in (2, 3, 4, 5):
        await on.entered("A", RURAL, day=day)
    await on.entered("A", OTHER)
    S = SuggestionState  # noqa: N806 - a short name for a table
    for state in (S.WITHDRAWN, S.DIVERTED, S.RETURNED):
        await on.becomes(await on.entered("A", RURAL), state)
    await on.becomes(await on.entered("A", OTHER), S.MERGED)
    await on.is_now(await on.entered("A", RURAL, day=6), valuable=True)
    await on.entered("A", OTHER, day=20, hour=23)
    await on.entered("A", RURAL, day=21, hour=0)
    for theme in (OTHER, OTHER, RURAL):
        await on.entered("B", theme, day=6)
    await on.change("B", unit_id=on.units["transport"])
    await on.entered("B", OTHER, day=10)
    await on.entered("C", OTHER, day=7)
    await on.entry_at_the_point(await on.entered("C", OTHER, day=7))
    await _beside(on)
    await on.is_now(await on.entered("A", RURAL, day=5), campaign="district-2022")
    on.at(25)


async def _beside(on: Field) -> None:
    """What nobody entered for somebody else: 19, 21-24."""
    on.at(8)
    own = await submitted(on.db, await person(on.db, chat=ord("A")), theme=RURAL, topic="other")
    await on.is_now(own.id, valuable=True, recommended_at=on.hands.at)
    way_a, way_b = await on.way_in("town-a"), await on.way_in("town-b")
    for state in (SuggestionState.SIGNED, SuggestionState.WITHDRAWN):
        came = await submitted(on.db, await person(on.db, chat=901))
        await on.is_now(came.id, source_id=way_a, state=state)
    await submitted(on.db, await person(on.db, chat=902), theme=RURAL, topic="other")
    by_way = await submitted(on.db, await person(on.db, chat=ord("A")))
    await on.is_now(by_way.id, source_id=way_b)


@pytest.fixture
async def on(db: Database, hands: Hands) -> Field:
    made = await field(db, hands)
    await summer(made)
    return made


async def stand(on: Field, share: Share, **asked: Any) -> list[Standing]:
    async with on.db.read() as session:
        return await standings(session, rules(), share=share, **{"sight": OFFICE, "day": TODAY, **asked})


async def counted(on: Field, quota: str, share: Share, **asked: Any) -> dict[str, int]:
    rows = await stand(on, share, quotas=[quota], **asked)
    return {row.of: row.reached for row in rows if row.reached}


async def test_every_sum_is_that_of_the_table(on: Field) -> None:
    assert await counted(on, "proxy", Share.DISTRICT) == {"示例区": 13, "邻区": 1}
    assert await counted(on, "rural", Share.DISTRICT) == {"示例区": 6}
    of_units = {"county": 15, "town-a": 11, "town-b": 4, "transport": 3}
    assert await counted(on, "each-unit", Share.UNIT) == of_units
    assert await counted(on, "good", Share.UNIT) == {"county": 2, "town-a": 2}
    officers = {name: str(officer.id) for name, officer in on.officers.items()}
    of_officers = {officers["A"]: 9, officers["B"]: 4, officers["C"]: 2}
    assert await counted(on, "each-officer", Share.OFFICER) == of_officers
    assert await counted(on, "growth", Share.CAMPAIGN) == {"": 10}
    assert await counted(on, "upwards", Share.CAMPAIGN) == {"": 1}


async def test_shares_of_a_quota_of_another_share_have_no_target(on: Field) -> None:
    rows = await stand(on, Share.OFFICER, quotas=["each-unit"])
    a = str(on.officers["A"].id)
    assert {row.of: row.reached for row in rows}[a] == 10  # nine entries and one of their own
    assert {row.target for row in rows} == {None}
    assert await counted(on, "proxy", Share.UNIT) == {"county": 11, "town-a": 8, "town-b": 3, "transport": 3}


async def test_the_lowest_stand_first_and_those_at_zero_are_told(on: Field) -> None:
    rows = await stand(on, Share.UNIT, quotas=["each-unit"])
    assert rows[0].reached == 0
    assert [row.of for row in rows[-4:]] == ["transport", "town-b", "town-a", "county"]
    assert len({row.of for row in rows}) == len(rows) > 10
    (rural,) = await stand(on, Share.DISTRICT, quotas=["rural"])
    assert (rural.target, rural.days_left, rural.met, rural.lacks) == (30, -5, False, 24)


async def test_an_earlier_day_counts_what_had_come_by_then(on: Field) -> None:
    assert await counted(on, "proxy", Share.DISTRICT, day=date(2024, 8, 4)) == {"示例区": 3}
    assert await counted(on, "proxy", Share.DISTRICT, day=date(2024, 8, 20)) == {"示例区": 13, "邻区": 1}
    assert await counted(on, "each-unit", Share.UNIT, day=date(2024, 8, 4)) == {"county": 3, "town-a": 3}


async def test_a_unit_sees_its_own_and_below_and_none_beside(on: Field) -> None:
    county = Sight(
        on.units["county"],
        everything=False,
        unit_ids=frozenset({on.units["town-a"], on.units["town-b"]}),
    )
    assert await counted(on, "each-unit", Share.UNIT, sight=county) == {
        "county": 15,
        "town-a": 11,
        "town-b": 4,
    }
    town = Sight(on.units["town-b"], everything=False)
    assert {row.of for row in await stand(on, Share.UNIT, sight=town)} == {"town-b"}
    assert await counted(on, "each-unit", Share.UNIT, sight=town) == {"town-b": 4}
    assert await stand(on, Share.CAMPAIGN, sight=town) == []
    assert [row.of for row in await stand(on, Share.OFFICER, sight=town)] == []  # B has moved away
    assert await stand(on, Share.UNIT, sight=Sight(None, everything=False)) == []


async def test_a_district_is_told_to_units_to_whom_all_of_it_belongs(on: Field) -> None:
    transport = Sight(on.units["transport"], everything=False)
    assert {row.of for row in await stand(on, Share.DISTRICT, sight=transport)} == {"邻区"}
    county = Sight(on.units["county"], everything=False, unit_ids=frozenset({on.units["town-a"]}))
    assert await stand(on, Share.DISTRICT, sight=county) == []  # the transport department has a point there


async def test_those_who_ask_of_themselves_count_nothing_else(on: Field) -> None:
    assert await counted(on, "each-unit", Share.UNIT, of=["county"]) == {"county": 15}
    assert await counted(on, "proxy", Share.DISTRICT, of=["邻区"]) == {"邻区": 1}
    b = str(on.officers["B"].id)
    assert await counted(on, "each-officer", Share.OFFICER, of=[b]) == {b: 4}


async def test_who_is_no_officer_any_more_is_not_listed_but_keeps_what_counts(on: Field) -> None:
    await on.change("A", ended_at=on.hands.at)
    a = str(on.officers["A"].id)
    assert a not in {row.of for row in await stand(on, Share.OFFICER)}
    assert (await counted(on, "each-unit", Share.UNIT))["town-a"] == 11


async def test_an_officer_who_moves_to_another_district_leaves_the_entries_where_they_were(on: Field) -> None:
    await on.change("A", district="邻区")
    assert await counted(on, "proxy", Share.DISTRICT) == {"示例区": 13, "邻区": 1}
    await on.entered("A", OTHER, day=9)
    assert await counted(on, "proxy", Share.DISTRICT) == {"示例区": 13, "邻区": 2}


async def test_an_appointment_ends_with_its_last_day_as_the_staff_count_it(on: Field) -> None:
    before = await counted(on, "each-unit", Share.UNIT)
    await on.change("A", until=date(2024, 8, 22))
    for day, hour in ((22, 23), (23, 3)):
        on.at(day, hour)
        await submitted(on.db, await person(on.db, chat=ord("A")), theme=RURAL, topic="other")
    after = await counted(on, "each-unit", Share.UNIT)
    assert after["town-a"] == before["town-a"] + 1


async def load(on: Field, *rows: tuple[str, Share, str, date, int]) -> None:
    async with on.db.begin() as session:
        for quota, share, of, day, count in rows:
            session.add(Baseline(campaign="city-2024", quota=quota, share=share, of=of, day=day, count=count))


async def test_last_year_is_that_of_the_same_day_or_the_newest_before(on: Field) -> None:
    (growth,) = await stand(on, Share.CAMPAIGN, quotas=["growth"])
    assert (growth.last_year, growth.target, growth.met) == (None, None, True)
    await load(
        on,
        ("growth", Share.CAMPAIGN, "", date(2023, 8, 24), 8),
        ("growth", Share.CAMPAIGN, "", date(2023, 8, 26), 90),
        ("growth", Share.CAMPAIGN, "", date(2021, 8, 25), 70),
        ("proxy", Share.DISTRICT, "邻区", date(2023, 8, 25), 7),
    )
    (growth,) = await stand(on, Share.CAMPAIGN, quotas=["growth"])
    assert (growth.last_year, growth.target, growth.met) == (8, 11, False)  # 10.4, and 10 were reached
    last = {row.of: row.last_year for row in await stand(on, Share.DISTRICT, quotas=["proxy"])}
    assert last == {"示例区": None, "邻区": 7}
    (growth,) = await stand(on, Share.CAMPAIGN, quotas=["growth"], day=date(2025, 3, 1))
    assert growth.last_year is None  # nothing was loaded for 2024


async def test_the_29_of_february_is_compared_with_the_28(on: Field) -> None:
    await load(
        on,
        ("growth", Share.CAMPAIGN, "", date(2023, 2, 28), 40),
        ("growth", Share.CAMPAIGN, "", date(2023, 3, 1), 50),
    )
    (leap,) = await stand(on, Share.CAMPAIGN, quotas=["growth"], day=date(2024, 2, 29))
    assert leap.last_year == 40
    (after,) = await stand(on, Share.CAMPAIGN, quotas=["growth"], day=date(2024, 3, 1))
    assert after.last_year == 50
