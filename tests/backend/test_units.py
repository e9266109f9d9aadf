"""The tree of units: who sees what in it, how it is changed, and who is on duty."""

from datetime import date, timedelta

import pytest
from backend_house import Hands, one, submitted, unit_id
from passwords import CHEAP
from staff_house import account, acts, told

from backend.campaigns.load import read
from backend.config import ROOT
from backend.db import Database
from backend.handling import actions as handling
from backend.handling.model import Unit
from backend.staff import accounts, actions, queries
from backend.staff.model import UNITS, Role, Staff
from backend.suggestions.model import Suggestion
from backend.suggestions.queries import Sight, one_on_desk
from backend.units import actions as units
from backend.units import queries as there
from backend.units import roster

SCHOOL, EDUCATION, HEALTH = "sample-school", "education", "health"


@pytest.fixture(autouse=True)
def _cheap(monkeypatch: pytest.MonkeyPatch, hands: Hands) -> None:
    monkeypatch.setattr(actions, "HASHER", CHEAP)


@pytest.fixture
async def boss(db: Database, _cheap: None) -> Staff:
    return await account(db, "boss", Role.ADMINISTRATOR)


async def parent(db: Database, key: str) -> int | None:
    return (await one(db, Unit, key=key)).parent_id


async def seen_from(db: Database, unit: str, number: str) -> bool:
    login = f"at-{unit}"
    staff = await account(db, login, Role.HANDLER, unit)
    async with db.read() as session:
        sight = await queries.sight(session, staff)
        found = await one_on_desk(session, sight, number)
        assert (found is not None) == (found is not None and sight.handles(found))
    return found is not None


async def given_to(db: Database, unit: str) -> str:
    suggestion = await submitted(db)
    await handling.forward(db, number=suggestion.number, unit_id=await unit_id(db, unit), staff_id=1)
    return suggestion.number


async def test_a_campaign_file_places_its_units(db: Database) -> None:
    assert await parent(db, SCHOOL) == await unit_id(db, EDUCATION)
    assert await parent(db, "sample-hospital") == await unit_id(db, HEALTH)


async def test_a_unit_sees_itself_and_below_and_never_beside_or_above(db: Database, boss: Staff) -> None:
    key = {"names": {"zh-CN": "示例班级"}, "parent_id": await unit_id(db, SCHOOL), "actor_id": boss.id}
    await units.add(db, key="sample-class", **key)
    below, above = await given_to(db, "sample-class"), await given_to(db, EDUCATION)
    for unit in (EDUCATION, SCHOOL, "sample-class"):
        assert await seen_from(db, unit, below), unit
    for unit in (HEALTH, "sample-hospital", "transport"):
        assert not await seen_from(db, unit, below), unit
    assert not await seen_from(db, SCHOOL, above)
    assert await seen_from(db, EDUCATION, above)


@pytest.mark.parametrize(
    ("role", "everything"),
    [(role, role != Role.ADMINISTRATOR) for role in Role if role not in UNITS],
)
async def test_an_administrator_sees_nothing_and_watchers_everything(
    db: Database, role: Role, *, everything: bool
) -> None:
    number = await given_to(db, HEALTH)
    staff = await account(db, "somebody", role)
    async with db.read() as session:
        sight = await queries.sight(session, staff)
        assert (await one_on_desk(session, sight, number) is not None) == everything


async def test_a_moved_unit_is_seen_from_where_it_is_now(db: Database, boss: Staff) -> None:
    number = await given_to(db, SCHOOL)
    move = {"unit_id": await unit_id(db, SCHOOL), "actor_id": boss.id}
    for _ in range(2):
        await units.move(db, parent_id=await unit_id(db, HEALTH), **move)
    assert await seen_from(db, HEALTH, number)
    assert not await seen_from(db, EDUCATION, number)
    assert len([act for act in await acts(db) if act[0] == "unit-moved"]) == 1
    await handling.add_units(db, campaign=read(ROOT / "campaigns" / "city-2024.yaml"))
    assert await parent(db, SCHOOL) == await unit_id(db, HEALTH)  # the file does not move it back


async def test_no_unit_stands_below_itself(db: Database, boss: Staff) -> None:
    education, school = await unit_id(db, EDUCATION), await unit_id(db, SCHOOL)
    for below in (education, school):
        moving = units.move(db, unit_id=education, parent_id=below, actor_id=boss.id)
        assert await told(moving) == "unit-below-itself"
    assert await parent(db, EDUCATION) is None


async def test_even_a_ring_made_behind_our_back_ends_the_search(db: Database) -> None:
    education, school = await unit_id(db, EDUCATION), await unit_id(db, SCHOOL)
    async with db.begin() as session:
        (await session.get_one(Unit, education)).parent_id = school
    async with db.read() as session:
        staff = await account(db, "x", Role.HANDLER, SCHOOL)
        assert (await queries.sight(session, staff)).units == {education, school}


async def test_a_unit_is_made_once_and_named_in_chinese_at_least(db: Database, boss: Staff) -> None:
    said = {"key": "sample-bridge", "names": {"zh-CN": " 示例  街道 ", "en": ""}, "parent_id": None}
    first, again = [await units.add(db, actor_id=boss.id, **said) for _ in range(2)]
    assert (first.id, first.names) == (again.id, {"zh-CN": "示例 街道"})
    for changed, key in (
        ({"names": {"zh-CN": "另一个"}}, "unit-key-taken"),
        ({"key": "other", "names": {"en": "Other"}}, "unit-name-missing"),
        ({"key": "other", "names": {"zh-CN": "长" * 61}}, "unit-name-too-long"),
        ({"key": "Ein Name"}, "unit-key-wrong"),
        ({"key": "other", "parent_id": 999}, "unit-missing"),
    ):
        assert await told(units.add(db, actor_id=boss.id, **{**said, **changed})) == key
    await units.rename(db, unit_id=first.id, names={"zh-CN": "示例街道办"}, actor_id=boss.id)
    assert (await one(db, Unit, key="sample-bridge")).names == {"zh-CN": "示例街道办"}


async def test_a_unit_is_retired_once_nothing_hangs_on_it(db: Database, boss: Staff) -> None:
    number, school = await given_to(db, SCHOOL), await unit_id(db, SCHOOL)
    retiring = {"unit_id": school, "actor_id": boss.id}
    assert await told(units.retire(db, **retiring)) == "unit-has-open"
    await handling.forward(db, number=number, unit_id=await unit_id(db, HEALTH), staff_id=1)
    member = await account(db, "zhang", Role.HANDLER, SCHOOL)
    assert await told(units.retire(db, **retiring)) == "unit-has-members"
    await accounts.suspend(db, staff_id=member.id, actor_id=boss.id)
    education = await unit_id(db, EDUCATION)
    assert await told(units.retire(db, unit_id=education, actor_id=boss.id)) == "unit-has-units"
    for _ in range(2):
        await units.retire(db, **retiring)
    forwarding = handling.forward(db, number=number, unit_id=school, staff_id=1)
    assert await told(forwarding) == "unit-missing"
    await units.reopen(db, **retiring)
    await handling.forward(db, number=number, unit_id=school, staff_id=1)
    assert (await one(db, Suggestion, number=number)).unit_id == school


async def test_a_sight_without_ids_is_its_unit_alone(db: Database) -> None:
    assert Sight(5, everything=False).units == {5}
    assert Sight(None, everything=False).units == frozenset()


DAY = date(2024, 8, 1)


async def roster_of(db: Database, unit: str) -> tuple[list[str], list[str], list[str]]:
    async with db.read() as session:
        unit_here = await unit_id(db, unit)
        found = await there.roster(session, unit_here)
        at_hand = [staff.login for staff in await there.at_hand(session, unit_here)]
    duties = [f"{staff.login} {row.first_day}" for row, staff in found.duties]
    return duties, [staff.login for _, staff in found.absences], at_hand


async def test_who_is_on_duty_is_told_and_who_is_away_is_stood_in_for(
    db: Database, boss: Staff, hands: Hands
) -> None:
    zhang, li, wang = [await account(db, name, Role.HANDLER, SCHOOL) for name in ("zhang", "li", "wang")]
    rows = {"unit_id": await unit_id(db, SCHOOL), "actor_id": boss.id, "first_day": DAY}
    assert (await roster_of(db, SCHOOL))[2] == ["zhang", "li", "wang"]
    for _ in range(2):
        await roster.set_duty(db, staff_id=zhang.id, last_day=DAY + timedelta(days=1), **rows)
    assert await roster_of(db, SCHOOL) == (["zhang 2024-08-01"], [], ["zhang"])
    away = {"staff_id": zhang.id, "last_day": DAY, **rows}
    await roster.set_absence(db, stand_in_id=wang.id, **away)
    assert await roster_of(db, SCHOOL) == (["zhang 2024-08-01"], ["zhang"], ["wang"])
    await roster.set_absence(db, stand_in_id=li.id, **away)
    assert (await roster_of(db, SCHOOL))[2] == ["li"]
    hands.forward(days=1)
    assert await roster_of(db, SCHOOL) == (["zhang 2024-08-01"], [], ["zhang"])
    hands.forward(days=1)
    assert await roster_of(db, SCHOOL) == ([], [], ["zhang", "li", "wang"])


async def test_a_roster_holds_members_of_the_unit_alone(db: Database, boss: Staff) -> None:
    zhang = await account(db, "zhang", Role.HANDLER, SCHOOL)
    doctor = await account(db, "doctor", Role.HANDLER, HEALTH)
    school = await unit_id(db, SCHOOL)
    days = {"first_day": DAY, "last_day": DAY, "actor_id": boss.id, "unit_id": school}
    for doing, key in (
        (roster.set_duty(db, staff_id=doctor.id, **days), "roster-member-missing"),
        (roster.set_absence(db, staff_id=zhang.id, stand_in_id=doctor.id, **days), "roster-member-missing"),
        (roster.set_absence(db, staff_id=zhang.id, stand_in_id=zhang.id, **days), "roster-stand-in-self"),
        (
            roster.set_duty(db, staff_id=zhang.id, **{**days, "last_day": DAY - timedelta(days=1)}),
            "roster-days-turned",
        ),
        (
            roster.set_duty(db, staff_id=zhang.id, **{**days, "last_day": DAY + timedelta(days=400)}),
            "roster-days-long",
        ),
    ):
        assert await told(doing) == key
    await roster.set_duty(db, staff_id=zhang.id, **days)
    async with db.read() as session:
        (row, _), *_ = (await there.roster(session, school)).duties
    await roster.end_duty(db, unit_id=await unit_id(db, HEALTH), row_id=row.id, actor_id=doctor.id)
    assert (await roster_of(db, SCHOOL))[0] == ["zhang 2024-08-01"]
    await roster.end_duty(db, unit_id=school, row_id=row.id, actor_id=boss.id)
    assert (await roster_of(db, SCHOOL))[0] == []
    assert [act[0] for act in await acts(db)][-2:] == ["duty-set", "duty-ended"]
