"""Targeted collection: whom a request reaches, who has read, what came of it; each verb, twice, refused."""

from datetime import date
from typing import Any

import pytest
from backend_house import Hands, one, person, rows
from noticed_house import staff
from quotas_house import RURAL, Field, field, letter
from sqlalchemy import select

from backend import clock
from backend.calls import actions, answering, queries
from backend.calls.model import Asked, Call
from backend.calls.queries import Picked, Reach
from backend.db import Database
from backend.drafts.model import Draft
from backend.errors import Conflict, NotAllowed, NotFound, Refusal
from backend.officers.model import OfficerKind
from backend.proxy import filing
from backend.proxy.model import ConsentForm, Entry, EntryWay
from backend.push.model import Push
from backend.push.words import sentence
from backend.staff.model import Role
from backend.suggestions import actions as suggestions
from backend.suggestions.model import ActorKind, SuggestionState
from backend.suggestions.queries import Sight

OFFICE = Sight(None, everything=True)
TOPIC = f"{RURAL}/t22"
SAID: dict[str, Any] = {
    "campaign": "city-2024",
    "title": "乡村道路",
    "words": "请走访村民，收集道路建议。",
    "topics": [TOPIC],
    "due_on": date(2024, 8, 10),
    "once": "form-1",
}

MANY = [*(f"megacity/t{n}" for n in range(15, 20)), *(f"industry/t{n}" for n in range(1, 6)), TOPIC]


@pytest.fixture
async def on(db: Database, hands: Hands) -> Field:
    return await field(db, hands)


@pytest.fixture
async def clerk(on: Field) -> int:
    return await staff(on.db, "asker", Role.CLERK)


async def made(on: Field, clerk: int, picked: Picked | None = None, **said: Any) -> int:
    asked = {**SAID, "picked": picked or Picked(), "sight": OFFICE, "staff_id": clerk, **said}
    return await actions.make(on.db, **asked)


async def who(on: Field, picked: Picked, sight: Sight = OFFICE) -> str:
    async with on.db.read() as session:
        return "".join(officer.name for officer in await queries.chosen(session, picked, sight))


async def kinds(on: Field) -> list[str]:
    found = await rows(on.db, select(Push).where(Push.about.is_not(None)).order_by(Push.id))
    return [push.kind for push in found]


async def test_officers_are_picked_by_district_unit_expertise_and_kind(on: Field) -> None:
    assert await who(on, Picked()) == "ABC"
    assert await who(on, Picked(district="邻区")) == "C"
    assert await who(on, Picked(unit_id=on.units["county"])) == "AB"
    assert await who(on, Picked(expertise=" 三农 ")) == "A"
    assert await who(on, Picked(kind=OfficerKind.PROXY)) == ""
    assert await who(on, Picked(), Sight(on.units["town-b"], everything=False)) == "B"
    await on.change("B", ended_at=on.hands.at)
    await on.change("C", until=date(2024, 7, 31))
    assert await who(on, Picked()) == "A"


async def test_a_request_made_twice_is_one_and_is_told_once(on: Field, clerk: int) -> None:
    call_id = await made(on, clerk, Picked(district="示例区"))
    assert await made(on, clerk, Picked(district="示例区")) == call_id
    assert len(await rows(on.db, select(Call))) == 1
    assert len(await rows(on.db, select(Asked))) == 2
    assert await kinds(on) == ["call-made"] * 2
    (push, _) = await rows(on.db, select(Push).where(Push.about == call_id).order_by(Push.id))
    async with on.db.read() as session:
        told = await sentence(session, push)
    assert "征集办请您围绕“乡村道路”征集建议" in told.html
    assert "2024年8月10日截止，还有 9 天" in told.html
    assert told.rows[0][0].data == f"call:{call_id}"


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ({"title": " "}, "call-title-missing"),
        ({"title": "路" * 61}, "call-title-too-long"),
        ({"words": ""}, "call-words-missing"),
        ({"words": "路" * 1001}, "call-words-too-long"),
        ({"topics": []}, "call-topics-missing"),
        ({"topics": ["nowhere/t1"]}, "topic-missing"),
        ({"topics": MANY}, "call-topics-many"),
        ({"due_on": date(2024, 7, 31)}, "date-past"),
        ({"campaign": "nowhere"}, "campaign-missing"),
        ({"picked": Picked(district="别处")}, "call-nobody"),
        ({"picked": Picked(unit_id=999)}, "unit-missing"),
    ],
)
async def test_what_cannot_be_asked_is_refused_and_nothing_is_kept(
    on: Field, clerk: int, said: dict[str, Any], key: str
) -> None:
    with pytest.raises(Refusal, match=key):
        await made(on, clerk, **said)
    assert await rows(on.db, select(Call)) == []
    assert await kinds(on) == []


async def test_a_unit_asks_its_own_and_those_below_alone(on: Field, clerk: int) -> None:
    sight = Sight(
        on.units["county"], everything=False, unit_ids=frozenset({on.units["town-a"], on.units["town-b"]})
    )
    call_id = await made(on, clerk, sight=sight)
    assert (await one(on.db, Call)).unit_id == on.units["county"]
    assert len(await rows(on.db, select(Asked))) == 2
    beside = Sight(on.units["transport"], everything=False)
    with pytest.raises(NotFound, match="unit-missing"):
        await made(on, clerk, Picked(unit_id=on.units["county"]), sight=beside, once="b")
    for verb in (actions.remind, actions.close):
        with pytest.raises(NotFound, match="call-missing"):
            await verb(on.db, call_id=call_id, sight=beside)
    async with on.db.read() as session:
        assert await queries.one(session, beside, call_id) is None
        assert (await queries.listed(session, beside, today=date(2024, 8, 1), page=1))[1] == 0
        assert (await queries.listed(session, sight, today=date(2024, 8, 1), page=1))[1] == 1


async def reach(on: Field, call_id: int) -> Reach:
    async with on.db.read() as session:
        return (await queries.reach(session, [call_id]))[call_id]


def person_of(on: Field, name: str) -> int:
    return on.officers[name].person_id or 0


async def entered(on: Field, name: str, call_id: int, once: str) -> int:
    registered = await filing.file(
        on.db,
        person_id=person_of(on, name),
        letter=letter(RURAL, 1),
        consent=filing.Consent(ConsentForm.SPOKEN, clock.now()),
        once=once,
        way=EntryWay.OFFLINE,
        call_id=call_id,
    )
    return registered.suggestion.id


async def begun(on: Field, name: str, call_id: int, *, for_other: bool, update: int) -> Draft:
    draft = await answering.begin(
        on.db,
        person_id=person_of(on, name),
        call_id=call_id,
        place_of=TOPIC,
        for_other=for_other,
        update=update,
        message=update,
    )
    assert draft
    return draft


async def test_who_has_read_and_what_came_is_counted(on: Field, clerk: int) -> None:
    call_id = await made(on, clerk)
    assert await reach(on, call_id) == Reach(3, 0, 0, 0)
    for _ in range(2):
        await actions.read(on.db, person_id=person_of(on, "A"), call_id=call_id)
    await entered(on, "A", call_id, "1")
    await on.becomes(await entered(on, "A", call_id, "2"), SuggestionState.WITHDRAWN)
    await entered(on, "A", call_id, "3")
    own = await begun(on, "B", call_id, for_other=False, update=7)
    assert await reach(on, call_id) == Reach(3, 1, 1, 2)
    async with on.db.begin() as session:
        draft = await session.get_one(Draft, own.id)
        await session.refresh(draft, ["parts"])
        await suggestions.enter(session, draft, actor=(ActorKind.PERSON, person_of(on, "B")))
    assert await reach(on, call_id) == Reach(3, 1, 2, 3)
    async with on.db.read() as session:
        asked = await queries.asked(session, call_id)
    assert [(each.officer.name, each.read_at is not None, each.answers) for each in asked] == [
        ("C", False, 0),
        ("B", False, 1),
        ("A", True, 2),
    ]


async def test_an_answer_begins_at_its_topic_for_oneself_or_somebody_else(on: Field, clerk: int) -> None:
    call_id = await made(on, clerk)
    own = await begun(on, "A", call_id, for_other=False, update=5)
    assert (own.theme, own.topic, own.step, own.call_id, own.subject_id) == (
        *(RURAL, "t22", "text", call_id),
        None,
    )
    assert (await begun(on, "A", call_id, for_other=False, update=5)).id == own.id
    assert (await begun(on, "A", call_id, for_other=False, update=6)).id == own.id  # tapped twice
    other = await begun(on, "A", call_id, for_other=True, update=7)
    assert (await begun(on, "A", call_id, for_other=True, update=8)).id == other.id
    assert other.id != own.id
    assert (other.consent, other.source_id) == (None, None)
    entry = await one(on.db, Entry, draft_id=other.id)
    assert (entry.call_id, entry.unit_id, entry.way) == (call_id, on.units["town-a"], "dialog")
    assert other.subject_id not in {None, person_of(on, "A")}


async def test_nobody_else_answers_and_nothing_after_the_end(on: Field, clerk: int) -> None:
    call_id = await made(on, clerk, Picked(district="邻区"))
    with pytest.raises(NotFound, match="call-missing"):
        await begun(on, "A", call_id, for_other=True, update=5)
    with pytest.raises(NotFound, match="call-missing"):
        await actions.read(on.db, person_id=person_of(on, "A"), call_id=call_id)
    citizen = await person(on.db, chat=900)
    with pytest.raises(NotAllowed, match="officer-not-in-office"):
        await actions.read(on.db, person_id=citizen.id, call_id=call_id)
    on.at(11)
    with pytest.raises(Conflict, match="call-over"):
        await begun(on, "C", call_id, for_other=True, update=5)
    assert await rows(on.db, select(Draft)) == []


async def test_only_those_who_have_not_read_are_reminded_and_once_a_day(on: Field, clerk: int) -> None:
    call_id = await made(on, clerk)
    await actions.read(on.db, person_id=person_of(on, "A"), call_id=call_id)
    assert await actions.remind(on.db, call_id=call_id, sight=OFFICE) == 2
    assert await actions.remind(on.db, call_id=call_id, sight=OFFICE) == 0
    on.at(2)
    await on.change("B", ended_at=on.hands.at)
    assert await actions.remind(on.db, call_id=call_id, sight=OFFICE) == 1
    on.at(11)
    with pytest.raises(Conflict, match="call-over"):
        await actions.remind(on.db, call_id=call_id, sight=OFFICE)


async def test_more_time_is_told_to_those_who_have_not_answered(on: Field, clerk: int) -> None:
    call_id = await made(on, clerk)
    await entered(on, "A", call_id, "1")
    with pytest.raises(Refusal, match="call-day-earlier"):
        await actions.extend(on.db, call_id=call_id, due_on=date(2024, 8, 9), sight=OFFICE)
    for _ in range(2):
        await actions.extend(on.db, call_id=call_id, due_on=date(2024, 8, 20), sight=OFFICE)
    assert (await one(on.db, Call)).due_on == date(2024, 8, 20)
    assert await kinds(on) == ["call-made"] * 3 + ["call-extended:2024-08-20"] * 2


async def test_what_is_closed_stays_closed(on: Field, clerk: int) -> None:
    call_id = await made(on, clerk)
    await actions.close(on.db, call_id=call_id, sight=OFFICE)
    first = (await one(on.db, Call)).closed_at
    on.at(3)
    await actions.close(on.db, call_id=call_id, sight=OFFICE)
    assert (await one(on.db, Call)).closed_at == first
    with pytest.raises(Conflict, match="call-over"):
        await actions.extend(on.db, call_id=call_id, due_on=date(2024, 8, 20), sight=OFFICE)
    async with on.db.read() as session:
        assert await queries.of_officer(session, on.officers["A"].id) == []


async def test_those_who_sent_nothing_hear_three_days_before_and_on_the_last_day(
    on: Field, clerk: int
) -> None:
    call_id = await made(on, clerk)
    on.at(6)
    await actions.remind_before_the_end(on.db)
    assert await kinds(on) == ["call-made"] * 3
    on.at(7)
    await entered(on, "A", call_id, "1")
    for _ in range(2):
        await actions.remind_before_the_end(on.db)
    on.at(8)
    await actions.remind_before_the_end(on.db)
    before = ["call-due:2024-08-10:3"] * 2
    assert await kinds(on) == [*["call-made"] * 3, *before]
    await entered(on, "B", call_id, "2")
    on.at(10)
    for _ in range(2):
        await actions.remind_before_the_end(on.db)
    assert await kinds(on) == [*["call-made"] * 3, *before, "call-due:2024-08-10:0"]
    on.at(11)
    await actions.remind_before_the_end(on.db)
    assert len(await kinds(on)) == 6


async def test_the_next_person_answers_the_same_request_while_it_is_open(on: Field, clerk: int) -> None:
    call_id = await made(on, clerk)
    draft = await begun(on, "A", call_id, for_other=True, update=5)
    async with on.db.read() as session:
        assert await queries.open_of_entry(session, draft.id) == call_id
    await actions.close(on.db, call_id=call_id, sight=OFFICE)
    async with on.db.read() as session:
        assert await queries.open_of_entry(session, draft.id) is None
