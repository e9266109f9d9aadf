"""Officers: appointed, invited once, accepted by one, changed, ended, and told before the end."""

from datetime import date, timedelta

import pytest
from backend_house import Hands, one, person, raw, rows, unit_id
from sqlalchemy import select

from backend import clock
from backend.db import Database
from backend.errors import Conflict, NotFound, Refusal
from backend.officers import actions, listing, points, queries, reminding
from backend.officers.listing import Asked, Show
from backend.officers.model import ContactPoint, Officer, OfficerKind
from backend.officers.points import Place
from backend.officers.terms import By, Terms
from backend.push.model import Push
from backend.push.words import sentence
from backend.sources.model import Source
from backend.staff.model import AccountEvent, Link, Role, Staff

LAST = date(2024, 8, 31)


@pytest.fixture
async def office(db: Database, hands: Hands) -> By:
    async with db.begin() as session:
        clerk = Staff(login="clerk", password_hash="-", role=Role.CLERK, language="zh-CN")
        session.add(clerk)
    return By(clerk.id)


async def terms(db: Database, **said: object) -> Terms:
    values = {"name": "李四", "kind": OfficerKind.INFORMATION, "unit_id": await unit_id(db), "until": LAST}
    return Terms(**{**values, **said})  # type: ignore[arg-type]


async def appointed(db: Database, office: By, once: str = "form", **said: object) -> tuple[Officer, str]:
    return await actions.appoint(db, terms=await terms(db, **said), by=office, once=once)


async def in_office(db: Database, office: By, chat: int = 7, **said: object) -> Officer:
    _, token = await appointed(db, office, once=f"form-{chat}", **said)
    return await actions.accept(db, person_id=(await person(db, chat)).id, token=token)


async def test_an_invitation_is_accepted_once_by_one_person(db: Database, office: By) -> None:
    officer, token = await appointed(db, office)
    mine, other = await person(db), await person(db, chat=8)
    for _ in range(2):
        assert (await actions.accept(db, person_id=mine.id, token=token)).id == officer.id
    with pytest.raises(Refusal, match="officer-invite-taken"):
        await actions.accept(db, person_id=other.id, token=token)
    assert (await one(db, Officer)).person_id == mine.id
    async with db.read() as session:
        assert (await queries.require(session, mine.id)).id == officer.id
        assert await queries.of_person(session, other.id) is None


async def test_the_same_form_appoints_one_and_the_newest_invitation_counts(db: Database, office: By) -> None:
    (first, older), (again, newer) = await appointed(db, office), await appointed(db, office)
    assert first.id == again.id
    person_id = (await person(db)).id
    with pytest.raises(NotFound, match="officer-invite-unknown"):
        await actions.accept(db, person_id=person_id, token=older)
    _, newest = await actions.invite(db, officer_id=first.id, by=office)
    with pytest.raises(NotFound, match="officer-invite-unknown"):
        await actions.accept(db, person_id=person_id, token=newer)
    await actions.accept(db, person_id=person_id, token=newest)
    with pytest.raises(Conflict, match="officer-accepted-already"):
        await actions.invite(db, officer_id=first.id, by=office)


async def test_an_invitation_runs_out_and_ends_with_the_appointment(
    db: Database, office: By, hands: Hands
) -> None:
    officer, token = await appointed(db, office)
    person_id = (await person(db)).id
    hands.forward(days=7, seconds=1)
    with pytest.raises(Refusal, match="officer-invite-expired"):
        await actions.accept(db, person_id=person_id, token=token)
    _, token = await actions.invite(db, officer_id=officer.id, by=office)
    await actions.end(db, officer_id=officer.id, by=office)
    with pytest.raises(Refusal, match="officer-invite-ended"):
        await actions.accept(db, person_id=person_id, token=token)


async def test_a_person_holds_one_appointment_at_a_time(db: Database, office: By, hands: Hands) -> None:
    first = await in_office(db, office)
    _, token = await appointed(db, office, once="second", until=None)
    assert first.person_id
    with pytest.raises(Conflict, match="officer-holds-another"):
        await actions.accept(db, person_id=first.person_id, token=token)
    hands.forward(days=31)
    _, token = await appointed(db, office, once="third", until=None)
    second = await actions.accept(db, person_id=first.person_id, token=token)
    async with db.read() as session:
        assert (await queries.require(session, first.person_id)).id == second.id
    assert (await one(db, Officer, id=first.id)).ended_at is not None


async def test_the_name_is_sealed_and_the_token_is_not_kept(db: Database, office: By) -> None:
    _, token = await appointed(db, office)
    written = str(await raw(db, "SELECT * FROM officer")) + str(await raw(db, "SELECT * FROM account_event"))
    assert "李四" not in written
    assert token not in written


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ({"name": " \u200b"}, "officer-name-missing"),
        ({"name": "名" * 61}, "officer-name-too-long"),
        ({"unit_id": 987654}, "officer-unit-missing"),
        ({"contact_point_id": 987654}, "officer-point-missing"),
        ({"until": date(2024, 7, 31)}, "officer-until-wrong"),
        ({"until": date(2034, 8, 1)}, "officer-until-wrong"),
        ({"expertise": ("词" * 21,)}, "officer-expertise-too-long"),
        ({"expertise": tuple("abcdefghijk")}, "officer-expertise-too-long"),
        ({"district": "区" * 65}, "officer-district-too-long"),
    ],
)
async def test_what_makes_no_sense_is_refused(db: Database, office: By, said: dict, key: str) -> None:
    with pytest.raises(Refusal, match=key):
        await appointed(db, office, **said)
    assert await rows(db, select(Officer)) == []


async def test_a_lead_reaches_the_own_units_only(db: Database, office: By) -> None:
    officer = await in_office(db, office)
    elsewhere = By(office.staff_id, frozenset({await unit_id(db, "health")}))
    with pytest.raises(NotFound, match="officer-missing"):
        await actions.end(db, officer_id=officer.id, by=elsewhere)
    with pytest.raises(Refusal, match="officer-unit-missing"):
        await appointed(db, elsewhere, once="elsewhere")
    own = By(office.staff_id, frozenset({officer.unit_id}))
    away = await terms(db, unit_id=await unit_id(db, "health"))
    with pytest.raises(Refusal, match="officer-unit-missing"):
        await actions.change(db, officer_id=officer.id, terms=away, by=own)
    async with db.read() as session:
        assert (await listing.listed(session, Asked(elsewhere.reach), 1)).officers == []
        assert len((await listing.listed(session, Asked(own.reach), 1)).officers) == 1


async def test_an_officer_is_told_what_changed_and_that_it_ended(db: Database, office: By) -> None:
    officer = await in_office(db, office)
    moved = await terms(db, unit_id=await unit_id(db, "health"), until=LAST + timedelta(days=30))
    for _ in range(2):
        await actions.change(db, officer_id=officer.id, terms=moved, by=office)
    await actions.change(
        db, officer_id=officer.id, terms=await terms(db, unit_id=moved.unit_id, until=None), by=office
    )
    for _ in range(2):
        await actions.end(db, officer_id=officer.id, by=office)
    kinds = [push.kind for push in await rows(db, select(Push).order_by(Push.id))]
    assert kinds == ["officer-changed:0", "officer-changed:1", "officer-ended"]
    acts = [event.act for event in await rows(db, select(AccountEvent).order_by(AccountEvent.id))]
    assert acts == ["officer-appointed", "officer-changed", "officer-changed", "officer-ended"]
    with pytest.raises(Conflict, match="officer-ended-already"):
        await actions.change(db, officer_id=officer.id, terms=moved, by=office)


async def test_the_end_is_told_twice_to_officer_and_office(db: Database, office: By, hands: Hands) -> None:
    officer = await in_office(db, office)
    clerks = await person(db, chat=9)
    async with db.begin() as session:
        session.add(Link(staff_id=office.staff_id, person_id=clerks.id, since=clock.now()))
    told: list[str] = []
    for _ in range(31):
        for _ in range(2):
            await reminding.remind(db)
        told.append(",".join(p.kind for p in await rows(db, select(Push).where(Push.person_id == clerks.id))))
        hands.forward(days=1)
    assert [told.index(each) for each in sorted(set(told))] == [0, 16, 27]
    mine = await rows(db, select(Push).where(Push.person_id == officer.person_id).order_by(Push.id))
    assert [push.kind for push in mine] == ["officer-ending:14:2024-08-31", "officer-ending:3:2024-08-31"]
    async with db.read() as session:
        said = (await sentence(session, mine[1])).html
    assert "2024年8月31日" in said
    assert "李四" not in said


async def test_the_list_is_narrowed_by_unit_district_and_state(
    db: Database, office: By, hands: Hands
) -> None:
    health = await unit_id(db, "health")
    await in_office(db, office, chat=7, district="示例区", until=None)
    await in_office(db, office, chat=8, district="另一区", until=date(2024, 8, 10))
    await appointed(db, office, once="only-invited", unit_id=health)
    over, _ = await appointed(db, office, once="over")
    await actions.end(db, officer_id=over.id, by=office)
    async with db.read() as session:
        everything = await listing.listed(session, Asked(None), 1)
        ending = await listing.listed(session, Asked(None, show=Show.ENDING), 1)
        there = await listing.listed(session, Asked(None, unit_id=health), 1)
        district = await listing.listed(session, Asked(None, district="示例区"), 99)
    assert everything.counts == {Show.IN_OFFICE: 2, Show.ENDING: 1, Show.INVITED: 1, Show.ENDED: 1}
    assert [listing.standing(each) for each in everything.officers] == [
        Show.ENDED,
        Show.INVITED,
        Show.ENDING,
        Show.IN_OFFICE,
    ]
    assert everything.districts == sorted(["另一区", "示例区"])
    assert [len(each.officers) for each in (ending, there, district)] == [1, 1, 1]


async def test_a_contact_point_is_opened_once_and_keeps_its_way_in(db: Database, office: By) -> None:
    place = Place(await unit_id(db), "示例社区服务站", "示例区", "示例路 1 号")
    first, again = [await points.open_point(db, place=place, by=office) for _ in range(2)]
    assert first.id == again.id
    ways = [await points.add_way_in(db, point_id=first.id, campaign="city-2024", by=office) for _ in range(2)]
    renamed = Place(place.unit_id, "示例社区新服务站", "示例区")
    await points.change(db, point_id=first.id, place=renamed, by=office)
    ways.append(await points.add_way_in(db, point_id=first.id, campaign="city-2024", by=office))
    assert len({way.code for way in ways}) == 1
    assert (await one(db, Source, contact_point_id=first.id)).kind == "place"
    officer = await in_office(db, office, contact_point_id=first.id)
    assert officer.district == "示例区"
    await points.close(db, point_id=first.id, by=office)
    with pytest.raises(NotFound, match="officer-point-missing"):
        await appointed(db, office, once="later", contact_point_id=first.id)
    stays = await terms(db, contact_point_id=first.id, until=None)
    await actions.change(db, officer_id=officer.id, terms=stays, by=office)
    with pytest.raises(NotFound, match="point-missing"):
        await points.close(db, point_id=first.id, by=By(office.staff_id, frozenset()))
    assert len(await rows(db, select(ContactPoint))) == 1
