"""Collection events: put down once, chosen by officers, and what each brought."""

from datetime import UTC, date, datetime

import pytest
from backend_house import CAMPAIGN, TEXT, Hands, one, person, rows, submitted, unit_id
from officers_house import in_office
from sqlalchemy import select, update

from backend import clock
from backend.db import Database
from backend.errors import NotAllowed, NotFound, Refusal
from backend.ledger.intake import Letter
from backend.occasions import actions, queries
from backend.occasions.actions import Told
from backend.occasions.model import Occasion, OccasionKind
from backend.occasions.queries import Collected
from backend.officers.model import Officer
from backend.officers.terms import By
from backend.proxy import filing
from backend.proxy.model import ConsentForm, EntryWay
from backend.sources.model import Source
from backend.staff.model import Staff
from backend.suggestions.queries import Sight

TODAY = date(2024, 8, 1)


@pytest.fixture
async def officer(db: Database, hands: Hands) -> Officer:
    return await in_office(db, await person(db, chat=77))


@pytest.fixture
async def office(db: Database, officer: Officer) -> By:
    return By((await one(db, Staff)).id)


async def held(db: Database, office: By, **said: object) -> Occasion:
    values = {
        "unit_id": await unit_id(db),
        "kind": OccasionKind.STALL,
        "title": "示例社区广场摆展",
        "first_day": TODAY,
        "last_day": TODAY,
    }
    return await actions.add(db, campaign=CAMPAIGN, told=Told(**{**values, **said}), by=office)  # type: ignore[arg-type]


async def entered(
    db: Database, officer: Officer, once: str, *, way: EntryWay = EntryWay.MESSAGE, at: int | None = None
) -> None:
    assert officer.person_id
    letter = Letter(
        campaign=CAMPAIGN,
        channel="webchat",
        theme="green-ecology",
        topic="t24",
        name="张三",
        told_by=filing.CHANNEL,
        text=TEXT,
    )
    consent = filing.Consent(ConsentForm.SPOKEN, clock.now())
    await filing.file(
        db,
        person_id=officer.person_id,
        letter=letter,
        consent=consent,
        once=once,
        way=way,
        occasion_id=at,
    )


async def collected(db: Database, occasion: Occasion) -> Collected:
    async with db.read() as session:
        return await queries.collected(session, occasion.id)


async def test_an_event_is_put_down_once_with_its_way_in(db: Database, office: By) -> None:
    first, again = await held(db, office), await held(db, office)
    assert first.id == again.id
    assert (await one(db, Source, occasion_id=first.id)).kind == "event"
    visit = await held(db, office, kind=OccasionKind.LEADER_VISIT, title="领导接访", host="示例区政府办公室")
    assert len(await rows(db, select(Occasion))) == 2
    async with db.read() as session:
        assert [each.id for each in await queries.todays(session, visit.unit_id)] == [first.id, visit.id]


async def test_what_is_entered_at_an_event_is_counted_for_it(
    db: Database, office: By, officer: Officer
) -> None:
    occasion = await held(db, office)
    assert officer.person_id
    await entered(db, officer, "before")
    await actions.collect_at(db, person_id=officer.person_id, occasion_id=occasion.id)
    for once in ("a", "b", "b"):
        await entered(db, officer, once)
    source = await one(db, Source, occasion_id=occasion.id)
    await submitted(db, source_id=source.id)
    assert await collected(db, occasion) == Collected(entered=2, sent=1, total=3)
    await actions.collect_at(db, person_id=officer.person_id, occasion_id=None)
    await entered(db, officer, "after")
    assert await collected(db, occasion) == Collected(entered=2, sent=1, total=3)


async def test_what_was_collected_without_signal_is_counted_for_the_event_it_names_alone(
    db: Database, office: By, officer: Officer
) -> None:
    named, now = await held(db, office), await held(db, office, title="示例镇摆展")
    assert officer.person_id
    await actions.collect_at(db, person_id=officer.person_id, occasion_id=now.id)
    await entered(db, officer, "a", way=EntryWay.OFFLINE)
    await entered(db, officer, "b", way=EntryWay.OFFLINE, at=named.id)
    assert (await collected(db, now), await collected(db, named)) == (Collected(), Collected(1, 0, 1))


@pytest.mark.parametrize(
    "otherwise",
    [{"last_day": date(2024, 7, 31)}, {"ended_at": datetime(2024, 8, 1, tzinfo=UTC)}, {"campaign": "other"}],
)
async def test_an_event_that_is_over_or_of_another_campaign_is_given_nothing(
    db: Database, office: By, officer: Officer, otherwise: dict[str, object]
) -> None:
    occasion = await held(db, office)
    assert officer.person_id
    await actions.collect_at(db, person_id=officer.person_id, occasion_id=occasion.id)
    async with db.begin() as session:
        await session.execute(update(Occasion).values(**otherwise))
    await entered(db, officer, "a")
    assert await collected(db, occasion) == Collected()


async def test_each_desk_sees_of_it_what_it_may_see(db: Database, office: By, officer: Officer) -> None:
    occasion = await held(db, office)
    assert officer.person_id
    await actions.collect_at(db, person_id=officer.person_id, occasion_id=occasion.id)
    await entered(db, officer, "a")
    nobody, clerk = Sight(None, everything=False), Sight(None, everything=True)
    unit = Sight(await unit_id(db), everything=False)
    async with db.read() as session:
        seen = [
            len((await queries.suggestions_of(session, occasion.id, sight, 1))[0])
            for sight in (clerk, nobody, unit)
        ]
    assert seen == [1, 0, 0]


async def test_only_an_event_of_today_can_be_chosen_and_only_by_an_officer(
    db: Database, office: By, officer: Officer, hands: Hands
) -> None:
    assert officer.person_id
    coming = await held(db, office, title="明天", first_day=date(2024, 8, 2), last_day=date(2024, 8, 2))
    with pytest.raises(NotFound, match="occasion-not-today"):
        await actions.collect_at(db, person_id=officer.person_id, occasion_id=coming.id)
    today = await held(db, office)
    with pytest.raises(NotAllowed, match="officer-not-in-office"):
        await actions.collect_at(db, person_id=(await person(db, chat=8)).id, occasion_id=today.id)
    await actions.collect_at(db, person_id=officer.person_id, occasion_id=today.id)
    await actions.leave_over(db)
    assert (await one(db, Officer)).occasion_id == today.id
    hands.forward(days=1)
    await actions.leave_over(db)
    assert (await one(db, Officer)).occasion_id is None
    await actions.collect_at(db, person_id=officer.person_id, occasion_id=coming.id)
    await actions.end(db, occasion_id=coming.id, by=office)
    assert (await one(db, Officer)).occasion_id is None


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ({"title": " "}, "occasion-title-missing"),
        ({"title": "名" * 81}, "occasion-too-long"),
        ({"last_day": date(2024, 7, 31)}, "occasion-days-turned"),
        ({"last_day": date(2026, 8, 1)}, "occasion-days-long"),
        ({"unit_id": 98765}, "officer-unit-missing"),
        ({"contact_point_id": 98765}, "officer-point-missing"),
    ],
)
async def test_what_makes_no_sense_is_refused(db: Database, office: By, said: dict, key: str) -> None:
    with pytest.raises(Refusal, match=key):
        await held(db, office, **said)
    assert await rows(db, select(Occasion)) == []


async def test_an_event_of_another_unit_is_none(db: Database, office: By) -> None:
    occasion = await held(db, office)
    elsewhere = By(office.staff_id, frozenset({await unit_id(db, "health")}))
    with pytest.raises(NotFound, match="occasion-missing"):
        await actions.end(db, occasion_id=occasion.id, by=elsewhere)
    async with db.read() as session:
        assert await queries.one(session, occasion.id, elsewhere.reach) is None
        assert (await queries.listed(session, elsewhere.reach, 1)).occasions == []
