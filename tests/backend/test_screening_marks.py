"""What the office notes on a suggestion, units side by side, and what of it the author is told."""

import json
from io import BytesIO
from zipfile import ZipFile

import pytest
from backend_house import Hands, one, person, rows, submitted, unit_id
from correcting import put_right
from sqlalchemy import select

from backend.campaigns.model import Standing
from backend.db import Database
from backend.errors import Conflict, NotAllowed, Refusal
from backend.handling import actions, marks, messages, screening, sharing, story, undoing, unit
from backend.handling.model import Opinion
from backend.mydata.page import export
from backend.people.model import Person
from backend.push.model import Push
from backend.ratings import actions as ratings
from backend.ratings.model import Rating
from backend.suggestions import author_queries, history
from backend.suggestions.model import Assignment, Event, Suggestion
from backend.suggestions.queries import Sight

OFFICE = Sight(None, everything=True)


async def newest(db: Database) -> Event:
    return (await rows(db, select(Event).order_by(Event.id)))[-1]


async def test_only_what_concerns_the_city_is_recommended(db: Database, hands: Hands) -> None:
    there = await submitted(db)
    await marks.recommend(db, number=there.number, recommended=True, staff_id=3)
    async with db.begin() as session:
        local = await session.get_one(Suggestion, there.id)
        local.recommended_at = None
        local.edition = await session.scalar(edition_with_scopes())
        local.scope = "district"
    with pytest.raises(Refusal) as refusal:
        await marks.recommend(db, number=there.number, recommended=True, staff_id=3)
    assert refusal.value.key == "recommend-not-city"
    await marks.set_scope(db, number=there.number, scope="city", staff_id=3)
    await marks.recommend(db, number=there.number, recommended=True, staff_id=3)
    with pytest.raises(Refusal) as refusal:
        await marks.set_scope(db, number=there.number, scope="district", staff_id=3)
    assert refusal.value.key == "scope-recommended"
    assert (await one(db, Suggestion)).scope == "city"


def edition_with_scopes() -> object:
    return select(Standing.edition).where(Standing.id == "district-2022")


async def test_the_scope_goes_back_when_it_is_undone(db: Database, hands: Hands) -> None:
    there = await submitted(db)
    async with db.begin() as session:
        local = await session.get_one(Suggestion, there.id)
        local.edition, local.scope = await session.scalar(edition_with_scopes()), "district"
    await marks.set_scope(db, number=there.number, scope="city", staff_id=3)
    await undoing.undo(db, number=there.number, staff_id=5)
    assert (await one(db, Suggestion)).scope == "district"


async def test_a_mark_taken_away_by_mistake_comes_back_as_it_was(db: Database, hands: Hands) -> None:
    number = (await submitted(db)).number
    await marks.key(db, number=number, leader="示例办公室", staff_id=3)
    await marks.recommend(db, number=number, recommended=True, staff_id=3)
    since = (await one(db, Suggestion)).recommended_at
    hands.forward(minutes=10)
    await marks.recommend(db, number=number, recommended=False, staff_id=3)
    await undoing.undo(db, number=number, staff_id=3)
    assert (await one(db, Suggestion)).recommended_at == since
    await marks.key(db, number=number, leader="", staff_id=3)
    await undoing.undo(db, number=number, staff_id=3)
    assert (await one(db, Suggestion)).key_leader == "示例办公室"


async def test_what_others_did_since_is_not_taken_back_over_their_heads(db: Database, hands: Hands) -> None:
    there = await submitted(db)
    await screening.return_for_correction(db, number=there.number, reason="请补充。", staff_id=3)
    said = {"person_id": there.person_id, "number": there.number, "update": 90}
    await put_right(db, **said, text="在示例路加装路灯。")
    with pytest.raises(Conflict) as refusal:
        await undoing.undo(db, number=there.number, staff_id=3)
    assert refusal.value.key == "undo-nothing"


async def test_who_was_told_of_a_merge_is_told_of_its_undoing(db: Database, hands: Hands) -> None:
    first, main = await submitted(db), await submitted(db, await person(db, 8))
    await screening.merge(db, number=first.number, into=main.number, staff_id=3)
    await undoing.undo(db, number=first.number, staff_id=3)
    there = await one(db, Suggestion, number=first.number)
    assert (there.state, there.merged_into) == ("registered", None)
    kinds = [push.kind for push in await rows(db, select(Push).order_by(Push.id))]
    assert kinds[-2:] == ["suggestion-merged", "suggestion-undone"]
    assert await history.verify(db) == []


async def shared(db: Database) -> tuple[Suggestion, int, int]:
    """Return a suggestion that the transport department leads and the health department assists with."""
    there, lead, beside = await submitted(db), await unit_id(db), await unit_id(db, "health")
    await actions.forward(db, number=there.number, unit_id=lead, assisting=[beside], staff_id=3)
    return there, lead, beside


async def test_an_assisting_unit_sees_and_advises_and_does_not_answer(db: Database, hands: Hands) -> None:
    there, _, beside = await shared(db)
    here = {"number": there.number, "sight": Sight(beside, everything=False), "staff_id": 9}
    said = {"outcome": "adopted", "text": "好。", "reason": ""}
    for verb in (unit.sign(db, **here), actions.reply(db, **here, **said)):
        with pytest.raises(NotAllowed):
            await verb
    with pytest.raises(NotAllowed):
        await unit.send_back(db, **here, reason="不归我们。")
    for text in ("", "长" * 2001):
        with pytest.raises(Refusal):
            await sharing.opine(db, **here, text=text)
    for _ in range(2):
        await sharing.opine(db, **here, text="请留出通道。")
    assert [row.text for row in await rows(db, select(Opinion))] == ["请留出通道。"]
    with pytest.raises(Conflict):
        await sharing.opine(db, number=there.number, sight=OFFICE, staff_id=3, text="我是征集办。")


async def test_sent_back_nobody_has_a_part_in_it(db: Database, hands: Hands) -> None:
    there, lead, beside = await shared(db)
    sight = Sight(lead, everything=False)
    await unit.send_back(db, number=there.number, sight=sight, reason="不归我们。", staff_id=9)
    assert [part for part in await rows(db, select(Assignment)) if part.ended_at is None] == []
    with pytest.raises(Refusal):
        await sharing.opine(
            db, number=there.number, sight=Sight(beside, everything=False), staff_id=9, text="晚了。"
        )


async def test_lead_and_assisting_units_are_rated_apart(db: Database, hands: Hands) -> None:
    there, lead, beside = await shared(db)
    said = {"outcome": "adopted", "text": "已安排。", "reason": ""}
    await actions.reply(db, number=there.number, sight=OFFICE, staff_id=4, **said)
    asked = await rows(db, select(Rating).order_by(Rating.id))
    assert [(row.unit_id, row.part) for row in asked] == [(lead, "lead"), (beside, "assisting")]
    async with db.read() as session:
        reader = await session.get_one(Person, there.person_id)
        offered = await messages.ratings(session, (await newest(db)).id, reader)
    assert [row[0].words for row in offered] == ["交通部门：满意", "卫生健康部门：满意"]
    given = {"person_id": there.person_id, "number": there.number, "reason": ""}
    await ratings.give(db, **given, unit_id=lead, rating="satisfied", update=90)
    assert (await one(db, Suggestion)).state == "replied"
    await ratings.give(db, **given, unit_id=beside, rating="satisfied", update=91)
    assert (await one(db, Suggestion)).state == "closed"


async def told(db: Database, there: Suggestion) -> str:
    async with db.read() as session:
        mine = await author_queries.own(session, there.person_id, there.number)
        assert mine is not None
        return "\n".join(story.lines(await story.known(session, mine, "zh-CN", author=True)))


async def test_the_author_reads_of_the_split_and_nothing_of_the_marks(db: Database, hands: Hands) -> None:
    there, lead, beside = await shared(db)
    office = {"number": there.number, "staff_id": 3}
    await marks.classify(db, **office, theme="green-ecology", topic="t24")
    await marks.key(db, **office, leader="示例办公室")
    await undoing.undo(db, **office)
    await marks.value(db, **office, valuable=True)
    here = {"number": there.number, "sight": Sight(beside, everything=False), "staff_id": 9}
    await sharing.opine(db, **here, text="请留出通道。")
    await actions.forward(db, **office, unit_id=lead)
    lines = await told(db, there)
    assert "交通部门 主办并答复，协办：卫生健康部门。" in lines
    assert "绿色生态" in lines
    assert "不再有其他单位协办" in lines
    for hidden in ("示例办公室", "有价值", "请留出通道", "撤销"):
        assert hidden not in lines


async def test_nor_does_the_file_of_what_is_held_about_the_author(db: Database, hands: Hands) -> None:
    there = await submitted(db)
    office = {"number": there.number, "staff_id": 3}
    await marks.key(db, **office, leader="甲办公室")
    await marks.key(db, **office, leader="乙办公室")
    async with db.read() as session:
        archive = ZipFile(BytesIO(await export(session, there.person_id)))
    held = json.loads(archive.read("my-data.json"))
    assert [row["kind"] for row in held["event"]] == ["registered"]
    assert "办公室" not in archive.read("my-data.json").decode()
