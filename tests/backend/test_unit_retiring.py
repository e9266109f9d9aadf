"""A unit for which officers still do something is not retired, and says how much hangs on it."""

from datetime import timedelta

import pytest
from backend_house import Hands, one, rows, submitted, unit_id
from officers_at_work import TICKS, an_officer, entered, visits
from passwords import CHEAP
from sqlalchemy import select
from staff_house import account
from test_visits import replied

from backend.dates import today
from backend.db import Database
from backend.errors import Conflict, Refusal
from backend.handling.model import Unit
from backend.officers import actions as officers
from backend.officers import points
from backend.officers.model import Officer, OfficerKind
from backend.officers.terms import By, Terms
from backend.staff import actions as staff
from backend.staff.model import Role, Staff
from backend.units import actions as units
from backend.units import queries
from backend.visits import actions

HOSPITAL, HEALTH = "sample-hospital", "health"


@pytest.fixture
async def boss(db: Database, hands: Hands, monkeypatch: pytest.MonkeyPatch) -> Staff:
    monkeypatch.setattr(staff, "HASHER", CHEAP)
    return await account(db, "boss", Role.ADMINISTRATOR)


async def hanging(db: Database, unit: str = HOSPITAL) -> tuple[int, int, int]:
    async with db.read() as session:
        found = await queries.hanging_on(session, await unit_id(db, unit))
    return found.officers, found.visits, found.points


async def refused(db: Database, boss: Staff) -> dict[str, str]:
    """Return what the refusal to retire the hospital counts."""
    with pytest.raises(Conflict, match="unit-has-officers") as raised:
        await units.retire(db, unit_id=await unit_id(db, HOSPITAL), actor_id=boss.id)
    assert (await one(db, Unit, key=HOSPITAL)).retired_at is None
    return {name: str(count) for name, count in raised.value.blanks.items()}


async def terms(db: Database, unit: str = HOSPITAL) -> Terms:
    return Terms(name="王五", kind=OfficerKind.INFORMATION, unit_id=await unit_id(db, unit))


async def test_it_is_retired_once_officers_visits_and_points_are_elsewhere(db: Database, boss: Staff) -> None:
    by = By(boss.id)
    await submitted(db)
    person, officer = await an_officer(db, HOSPITAL)
    invited, _ = await officers.appoint(db, terms=await terms(db), by=by, once="form")
    place = points.Place(unit_id=await unit_id(db, HOSPITAL), name="示例联系点")
    point = await points.open_point(db, place=place, by=by)
    await replied(db, await entered(db, person))
    assert await hanging(db) == (2, 1, 1)
    assert await refused(db, boss) == {"officers": "2", "visits": "1", "points": "1"}
    await officers.end(db, officer_id=invited.id, by=by)
    await points.close(db, point_id=point.id, by=by)
    assert await refused(db, boss) == {"officers": "1", "visits": "1", "points": "0"}
    await officers.change(db, officer_id=officer.id, terms=await terms(db, HEALTH), by=by)
    assert (await hanging(db), await hanging(db, HEALTH)) == ((0, 0, 0), (1, 1, 0))
    await units.retire(db, unit_id=await unit_id(db, HOSPITAL), actor_id=boss.id)
    assert (await one(db, Unit, key=HOSPITAL)).retired_at is not None


async def test_what_one_who_left_had_to_tell_still_hangs_on_it(db: Database, boss: Staff) -> None:
    (leaving, left), (_, taker) = await an_officer(db, HOSPITAL), await an_officer(db, HOSPITAL)
    entry = await entered(db, leaving)
    await replied(db, entry)
    await officers.end(db, officer_id=left.id, by=By(boss.id))
    assert await hanging(db) == (1, 1, 0)
    (visit,) = await visits(db, entry)
    await actions.reassign(db, visit_id=visit.id, officer_id=taker.id, staff_id=boss.id)
    said = {"visit_id": visit.id, "on": today(), "update": next(TICKS)}
    await actions.told(db, person_id=taker.person_id or 0, **said)
    assert await hanging(db) == (1, 0, 0)


async def test_an_appointment_that_ran_out_hangs_on_nothing_and_goes_on_in_no_retired_unit(
    db: Database, boss: Staff, hands: Hands
) -> None:
    _, officer = await an_officer(db, HOSPITAL)
    by, here = By(boss.id), await terms(db)
    last = Terms(name="李四", kind=here.kind, unit_id=here.unit_id, until=today())
    await officers.change(db, officer_id=officer.id, terms=last, by=by)
    hands.forward(days=2)
    await units.retire(db, unit_id=here.unit_id, actor_id=boss.id)
    longer = Terms(name="李四", kind=here.kind, unit_id=here.unit_id, until=today() + timedelta(days=9))
    with pytest.raises(Refusal, match="officer-unit-missing"):
        await officers.change(db, officer_id=officer.id, terms=longer, by=by)
    assert await rows(db, select(Officer.until)) == [last.until]


async def test_no_point_of_a_retired_unit_is_opened_again(db: Database, boss: Staff) -> None:
    by, hospital = By(boss.id), await unit_id(db, HOSPITAL)
    point = await points.open_point(db, place=points.Place(unit_id=hospital, name="示例联系点"), by=by)
    await points.close(db, point_id=point.id, by=by)
    await units.retire(db, unit_id=hospital, actor_id=boss.id)
    with pytest.raises(Refusal, match="officer-unit-missing"):
        await points.reopen(db, point_id=point.id, by=by)
    await units.reopen(db, unit_id=hospital, actor_id=boss.id)
    await points.reopen(db, point_id=point.id, by=by)
    assert await hanging(db) == (0, 0, 1)
