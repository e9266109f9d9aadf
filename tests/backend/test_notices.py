"""Who is told of what: the unit that has a suggestion, the office, nobody else, and nothing twice."""

import asyncio
from datetime import date

import pytest
from backend_house import Hands, one, person, rows, submitted, unit_id
from noticed_house import everybody, told
from noticed_house import staff as account
from sqlalchemy import select

from backend import notices
from backend.db import Database
from backend.handling import actions, reminders, screening, unit
from backend.notices import actions as reading
from backend.notices import queries
from backend.notices.model import Notice
from backend.questions import actions as questions
from backend.questions import answering
from backend.ratings import actions as ratings
from backend.staff.model import OFFICE as OFFICE_ROLES
from backend.staff.model import UNITS, Role
from backend.suggestions import author
from backend.suggestions.queries import Sight
from backend.units import queries as units
from backend.units import roster

OFFICE = Sight(None, everything=True)
NUMBER = "CQ2024-000001"


@pytest.fixture(autouse=True)
async def staff(db: Database, hands: Hands) -> dict[str, int]:
    known = await everybody(db)
    await submitted(db)
    return known


async def forward(db: Database, staff: dict[str, int], key: str = "transport") -> None:
    await actions.forward(db, number=NUMBER, unit_id=await unit_id(db, key), staff_id=staff["clerk"])


async def every_desk(db: Database, staff: dict[str, int]) -> dict[str, list[str]]:
    """Who was told what; desks without a notice are left out."""
    found = {login: await told(db, login) for login in staff}
    return {login: kinds for login, kinds in found.items() if kinds}


def test_the_roles_are_those_of_the_staff() -> None:
    assert set(queries.IN_UNITS) == UNITS
    assert set(queries.IN_THE_OFFICE) == OFFICE_ROLES
    assert queries.WHO_PRESS == (Role.SUPERVISOR,)


async def test_forwarding_tells_the_unit_and_no_other(db: Database, staff: dict[str, int]) -> None:
    for _ in range(2):
        await forward(db, staff)
    assert await every_desk(db, staff) == {"handler": ["forwarded"], "lead": ["forwarded"]}
    await forward(db, staff, "health")
    assert await told(db, "other") == await told(db, "other-lead") == ["forwarded"]
    assert await told(db, "handler") == ["forwarded"]


async def test_what_the_author_adds_goes_to_whoever_has_it(db: Database, staff: dict[str, int]) -> None:
    said = {"person_id": (await person(db)).id, "number": NUMBER}
    for _ in range(2):
        await author.supplement(db, **said, text="东门也是。", update=1)
    assert await every_desk(db, staff) == {"clerk": ["supplemented"]}
    await forward(db, staff)
    await author.supplement(db, **said, text="西门也是。", update=2)
    assert await told(db, "handler") == ["forwarded", "supplemented"]
    assert await told(db, "clerk") == ["supplemented"]


async def test_an_answer_tells_the_unit_once(db: Database, staff: dict[str, int]) -> None:
    await forward(db, staff)
    question = await questions.ask(
        db, number=NUMBER, text="在哪里？", sight=OFFICE, staff_id=staff["handler"]
    )
    said = {"person_id": (await person(db)).id, "question_id": question}
    await answering.say(db, **said, update=1, message=1, text="示例路口。")
    for _ in range(2):
        await answering.finish(db, **said, update=2)
    assert await told(db, "lead") == ["forwarded", "answered"]
    assert "other" not in await every_desk(db, staff)


async def test_an_objection_and_what_comes_back_are_the_offices(db: Database, staff: dict[str, int]) -> None:
    await forward(db, staff)
    here = Sight(await unit_id(db), everything=False)
    await unit.send_back(db, number=NUMBER, reason="不归我们。", sight=here, staff_id=staff["handler"])
    await screening.divert(db, number=NUMBER, place="complaint", reason="这是诉求。", staff_id=staff["clerk"])
    said = {"person_id": (await person(db)).id, "number": NUMBER, "text": "这是建议。", "update": 1}
    for _ in range(2):
        await author.object_to(db, **said)
    assert await told(db, "clerk") == ["sent-back", "objected"]
    assert await told(db, "handler") == ["forwarded"]


@pytest.mark.parametrize(
    ("rating", "reason", "kinds"), [("dissatisfied", "还是漏水。", ["dissatisfied"]), ("satisfied", "", [])]
)
async def test_who_is_not_satisfied_is_heard_by_unit_and_office(
    db: Database, staff: dict[str, int], rating: str, reason: str, kinds: list[str]
) -> None:
    await forward(db, staff)
    answer = {"outcome": "adopted", "text": "已安排。", "reason": ""}
    await actions.reply(db, number=NUMBER, sight=OFFICE, staff_id=staff["handler"], **answer)
    said = {"person_id": (await person(db)).id, "number": NUMBER, "unit_id": await unit_id(db)}
    for _ in range(2):
        await ratings.give(db, **said, rating=rating, reason=reason, update=5)
    assert await told(db, "clerk") == kinds
    assert await told(db, "lead") == ["forwarded", *kinds]


async def test_a_notice_holds_no_words_and_reading_marks_only_what_was_shown(
    db: Database, staff: dict[str, int]
) -> None:
    columns = {column.name for column in Notice.__table__.columns}
    assert columns == {"id", "staff_id", "suggestion_id", "kind", "once", "due_on", "at", "read_at"}
    await forward(db, staff)
    first = (await rows(db, select(Notice).filter_by(staff_id=staff["handler"])))[0]
    said = {"person_id": (await person(db)).id, "number": NUMBER}
    await author.supplement(db, **said, text="东门也是。", update=1)
    for _ in range(2):
        await reading.read_all(db, staff_id=staff["handler"], until=first.id)
    async with db.read() as session:
        assert await queries.unread(session, staff["handler"]) == 1
        assert await queries.unread(session, staff["lead"]) == 2


async def test_the_same_told_at_the_same_time_is_told_once(db: Database, staff: dict[str, int]) -> None:
    async def tell() -> None:
        async with db.begin() as session:
            await notices.tell(
                session,
                staff_ids=[staff["clerk"], staff["clerk"], staff["leader"]],
                kind=notices.Kind.OBJECTED,
                suggestion_id=1,
                once="event:7",
                but=staff["leader"],
            )

    await asyncio.gather(*(tell() for _ in range(4)))
    assert (await one(db, Notice)).staff_id == staff["clerk"]


DAY = date(2024, 8, 1)


async def on_the_roster(db: Database, staff: dict[str, int], **rows: str) -> None:
    """Put people on duty or away today: `duty="a b"`, `away="a b"`, each of these with the same stand-in."""
    here = {"unit_id": await unit_id(db), "first_day": DAY, "last_day": DAY, "actor_id": staff["lead"]}
    for login in rows.get("duty", "").split():
        await roster.set_duty(db, staff_id=staff[login], **here)
    for login in rows.get("away", "").split():
        stand_in = staff.get(rows.get("stand_in", ""))
        await roster.set_absence(db, staff_id=staff[login], stand_in_id=stand_in, **here)


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        ({}, "handler second third"),
        ({"duty": "second"}, "second"),
        ({"duty": "second", "away": "second"}, "handler third"),
        ({"duty": "second", "away": "second", "stand_in": "third"}, "third"),
        ({"away": "second"}, "handler third"),
        ({"away": "handler second third"}, ""),
        ({"away": "handler second third lead"}, "handler second third"),
        ({"away": "lead"}, "handler second third"),
        ({"duty": "lead"}, ""),
    ],
)
async def test_the_unit_is_who_is_at_hand_today_and_its_lead(
    db: Database, staff: dict[str, int], rows: dict[str, str], wanted: str
) -> None:
    for login in ("second", "third"):
        staff[login] = await account(db, login, Role.HANDLER, "transport")
    await on_the_roster(db, staff, **rows)
    await forward(db, staff)
    assert set(await every_desk(db, staff)) == {"lead", *wanted.split()}
    async with db.read() as session:
        shown = {member.login for member in await units.at_hand(session, await unit_id(db))}
    assert shown == {"lead", *wanted.split()}  # the unit's page says the same


async def test_what_is_due_and_what_was_answered_follow_the_roster_of_their_day(
    db: Database, staff: dict[str, int], hands: Hands
) -> None:
    await forward(db, staff)
    hands.forward(days=13)
    here = {"unit_id": await unit_id(db), "actor_id": staff["lead"], "staff_id": staff["handler"]}
    away = {"first_day": date(2024, 8, 14), "last_day": date(2024, 8, 20)}
    second = await account(db, "second", Role.HANDLER, "transport")
    await roster.set_absence(db, stand_in_id=second, **here, **away)
    await reminders.remind(db)
    assert await told(db, "handler") == ["forwarded"]
    assert await told(db, "second") == ["due-soon"]
    question = await questions.ask(db, number=NUMBER, text="在哪里？", sight=OFFICE, staff_id=second)
    said = {"person_id": (await person(db)).id, "question_id": question}
    await answering.say(db, **said, update=1, message=1, text="示例路口。")
    await answering.finish(db, **said, update=2)
    assert await told(db, "second") == ["due-soon", "answered"]
    assert await told(db, "lead") == ["forwarded", "due-soon", "answered"]
    assert await told(db, "handler") == ["forwarded"]
