"""A unit asks for a later day and the office decides, each with a reason, each once (R68)."""

from datetime import date

import pytest
from backend_house import Hands, one, person, rows, submitted, unit_id
from noticed_house import everybody, told
from sqlalchemy import select

from backend.db import Database
from backend.deadlines.model import Extension
from backend.errors import Refusal
from backend.handling import actions, extensions, story, unit
from backend.push.model import Push
from backend.ratings import actions as ratings
from backend.suggestions import author_queries, history
from backend.suggestions.model import Event, Remark, Suggestion
from backend.suggestions.queries import Sight

OFFICE = Sight(None, everything=True)
NUMBER = "CQ2024-000001"
WHY = "需要到现场勘查。"
LATER = date(2024, 9, 2)


@pytest.fixture
async def staff(db: Database, hands: Hands) -> dict[str, int]:
    """A suggestion with the transport department, due on 16 August 2024, and everybody at their desks."""
    known = await everybody(db)
    await submitted(db)
    await actions.forward(db, number=NUMBER, unit_id=await unit_id(db), staff_id=known["clerk"])
    return known


async def ask(db: Database, staff: dict[str, int], **said: object) -> None:
    here = Sight(await unit_id(db), everything=False)
    given = {"wanted_on": LATER, "reason": WHY, "sight": here, "staff_id": staff["handler"], **said}
    await extensions.ask(db, number=NUMBER, **given)


async def decide(
    db: Database, staff: dict[str, int], *, approved: bool = True, reason: str = "同意。"
) -> None:
    await extensions.decide(db, number=NUMBER, approved=approved, reason=reason, staff_id=staff["clerk"])


async def written(db: Database) -> list[int]:
    return [len(await rows(db, select(table))) for table in (Event, Remark, Extension, Push)]


async def moved(db: Database) -> int:
    return len(await rows(db, select(Push).filter_by(kind="suggestion-date-moved")))


async def test_asking_moves_nothing_and_tells_the_office(db: Database, staff: dict[str, int]) -> None:
    await ask(db, staff)
    once = await written(db)
    await ask(db, staff)
    assert await written(db) == once
    row = await one(db, Extension)
    assert (row.wanted_on, row.approved, row.decided_at) == (LATER, None, None)
    assert (await one(db, Suggestion)).due_on == date(2024, 8, 16)
    assert await told(db, "clerk") == ["extension-asked"]
    event = (await rows(db, select(Event).order_by(Event.id)))[-1]
    assert event.data == {"until": "2024-09-02"}
    assert (await one(db, Remark, event_id=event.id)).text == WHY


async def test_granted_the_day_moves_and_the_author_hears_of_it(db: Database, staff: dict[str, int]) -> None:
    await ask(db, staff)
    await decide(db, staff)
    once = await written(db)
    await decide(db, staff)
    assert await written(db) == once
    assert (await one(db, Suggestion)).due_on == LATER
    assert await moved(db) == 1
    assert (await told(db, "handler"))[-1] == (await told(db, "lead"))[-1] == "extension-approved"
    assert "extension-approved" not in await told(db, "other")
    async with db.read() as session:
        there = await author_queries.own(session, (await person(db)).id, NUMBER)
        known = await story.known(session, there, "zh-CN", author=True)
    lines = "\n".join(story.lines(known))
    assert "申请延到 2024年9月2日" in lines
    assert WHY not in lines  # what unit and office write each other is not for the author
    assert "原因：同意。" in lines
    assert "征集办同意了，现在是 2024年9月2日" in "\n".join(story.why(known))
    assert await history.verify(db) == []


async def test_refused_the_day_stays(db: Database, staff: dict[str, int]) -> None:
    await ask(db, staff)
    for _ in range(2):
        await decide(db, staff, approved=False, reason="时间足够。")
    assert (await one(db, Suggestion)).due_on == date(2024, 8, 16)
    assert await moved(db) == 0
    assert (await told(db, "handler"))[-1] == "extension-refused"
    await ask(db, staff, wanted_on=date(2024, 8, 20))
    assert await told(db, "clerk") == ["extension-asked"] * 2


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ({"reason": "\u200b"}, "reason-missing"),
        ({"wanted_on": date(2024, 7, 31)}, "date-past"),
        ({"wanted_on": date(2024, 8, 16)}, "date-same"),
        ({"wanted_on": date(2024, 8, 15)}, "extension-not-later"),
        ({"wanted_on": date(2026, 1, 1)}, "date-too-far"),
        ({"sight": Sight(None, everything=False)}, "suggestion-missing"),
    ],
)
async def test_what_cannot_be_asked_is_refused(
    db: Database, staff: dict[str, int], said: dict[str, object], key: str
) -> None:
    wrote = await written(db)
    with pytest.raises(Refusal) as refusal:
        await ask(db, staff, **said)
    assert refusal.value.key == key
    assert await written(db) == wrote


async def test_a_second_request_waits_for_the_first(db: Database, staff: dict[str, int]) -> None:
    await ask(db, staff)
    with pytest.raises(Refusal) as refusal:
        await ask(db, staff, staff_id=staff["lead"])
    assert refusal.value.key == "extension-open"


async def test_nothing_is_decided_that_was_not_asked_or_is_over(db: Database, staff: dict[str, int]) -> None:
    with pytest.raises(Refusal) as refusal:
        await decide(db, staff)
    assert refusal.value.key == "extension-missing"
    await ask(db, staff)
    for key in ("health", "transport"):  # it comes back to the unit: what was asked before is over
        await actions.forward(db, number=NUMBER, unit_id=await unit_id(db, key), staff_id=staff["clerk"])
    with pytest.raises(Refusal) as refusal:
        await decide(db, staff)
    assert refusal.value.key == "extension-missing"
    said = {"outcome": "adopted", "text": "已安排。", "reason": ""}
    await ask(db, staff)
    await actions.reply(db, number=NUMBER, sight=OFFICE, staff_id=staff["handler"], **said)
    with pytest.raises(Refusal) as refusal:
        await decide(db, staff)
    assert refusal.value.key == "extension-missing"


async def test_a_day_that_has_passed_meanwhile_can_only_be_refused(
    db: Database, staff: dict[str, int], hands: Hands
) -> None:
    await ask(db, staff)
    hands.forward(days=40)
    with pytest.raises(Refusal) as refusal:
        await decide(db, staff)
    assert refusal.value.key == "date-past"
    await decide(db, staff, approved=False)
    assert (await one(db, Extension)).approved is False


async def test_what_is_sent_back_is_no_longer_the_units_to_ask_for(
    db: Database, staff: dict[str, int]
) -> None:
    here = Sight(await unit_id(db), everything=False)
    await unit.send_back(db, number=NUMBER, reason="不归我们。", sight=here, staff_id=staff["handler"])
    with pytest.raises(Refusal) as refusal:
        await ask(db, staff)
    assert refusal.value.key == "suggestion-missing"


async def test_a_reopened_suggestion_has_no_request_of_before(db: Database, staff: dict[str, int]) -> None:
    await ask(db, staff)
    said = {"outcome": "adopted", "text": "已安排。", "reason": ""}
    await actions.reply(db, number=NUMBER, sight=OFFICE, staff_id=staff["handler"], **said)
    whose = {"person_id": (await person(db)).id, "number": NUMBER, "unit_id": await unit_id(db)}
    await ratings.give(db, **whose, rating="dissatisfied", reason="还是漏水。", update=5)
    with pytest.raises(Refusal) as refusal:
        await decide(db, staff)
    assert refusal.value.key == "extension-missing"


async def test_a_day_moved_further_meanwhile_is_not_drawn_nearer(db: Database, staff: dict[str, int]) -> None:
    await ask(db, staff)
    moved_to = {"due_on": date(2024, 9, 10), "reason": "会议改期。"}
    await unit.move_date(db, number=NUMBER, sight=OFFICE, staff_id=staff["clerk"], **moved_to)
    await decide(db, staff)
    assert (await one(db, Suggestion)).due_on == date(2024, 9, 10)
    assert (await told(db, "handler"))[-1] == "extension-approved"
