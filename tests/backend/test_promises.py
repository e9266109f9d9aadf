"""What is promised with a reply, told each time it moves, and prizes that have places."""

from datetime import date, timedelta

import pytest
from backend_house import Hands, one, person, rows, submitted, unit_id
from campaign_files import city
from sqlalchemy import select

from backend.awards import actions as awards
from backend.awards.model import Award
from backend.campaigns import actions as campaigns
from backend.campaigns.schema import Campaign
from backend.db import Database
from backend.errors import Conflict, NotFound, Refusal
from backend.handling import actions as handling
from backend.handling import story
from backend.promises import actions, queries
from backend.promises.model import Promise, PromiseState
from backend.push import words
from backend.push.model import Push
from backend.suggestions import author_queries, history
from backend.suggestions.model import Event
from backend.suggestions.queries import Sight

OFFICE = Sight(None, everything=True)
DUE = date(2024, 9, 30)
LAMPS = "九月底前装好三盏路灯。"
PRIZES = {
    "needs_adoption": True,
    "prizes": [
        {"id": "first", "name": {"zh-CN": "一等奖", "en": "First prize"}, "places": 1, "amount_yuan": 1000},
        {
            "id": "towns",
            "name": {"zh-CN": "组织奖", "en": "For units"},
            "places": 1,
            "amount_yuan": 1,
            "awarded_to": "unit",
        },
    ],
}


async def answered(db: Database, chat: int = 7, outcome: str = "adopted") -> str:
    number = (await submitted(db, await person(db, chat))).number
    await handling.forward(db, number=number, unit_id=await unit_id(db), staff_id=3)
    said = {"outcome": outcome, "text": "已研究。", "reason": "经费不足。"}
    await handling.reply(db, number=number, sight=OFFICE, staff_id=4, **said)
    return number


async def promised(db: Database, number: str, text: str = LAMPS, due_on: date = DUE) -> int:
    return await actions.promise(db, number=number, text=text, due_on=due_on, sight=OFFICE, staff_id=4)


async def reported(db: Database, number: str, state: PromiseState, **more: object) -> None:
    said = {"ordinal": 1, "text": "灯杆已到货。", "sight": OFFICE, "staff_id": 4, **more}
    await actions.report(db, number=number, state=state, **said)


async def told(db: Database, kind: str) -> list[str]:
    owed = await rows(db, select(Push).where(Push.kind == kind).order_by(Push.id))
    async with db.read() as session:
        return [(await words.sentence(session, push)).html for push in owed]


async def test_a_promise_is_told_and_read_in_my_suggestions(db: Database, hands: Hands) -> None:
    number = await answered(db)
    assert [await promised(db, number) for _ in range(2)] == [1, 1]
    (said,) = await told(db, "suggestion-promised")
    assert number in said
    assert "2024年9月30日" in said
    assert LAMPS not in said  # number and state only
    async with db.read() as session:
        mine = await author_queries.own(session, (await person(db)).id, number)
        lines = story.lines(await story.known(session, mine, "zh-CN", author=True))
    assert LAMPS in lines[-1]


async def test_how_far_it_is_is_told_each_time_until_it_is_kept(db: Database, hands: Hands) -> None:
    number = await answered(db)
    await promised(db, number)
    for _ in range(2):
        await reported(db, number, PromiseState.UNDER_WAY)
    later = DUE + timedelta(days=30)
    await reported(db, number, PromiseState.LATE, due_on=later, text="雨季停工。")
    await reported(db, number, PromiseState.KEPT, text="三盏都亮了。")
    texts = await told(db, "suggestion-progressed")
    assert ["正在办理" in texts[0], "延期办理" in texts[1], "已经办到" in texts[2]] == [True] * 3
    assert len(texts) == 3
    assert "2024年10月30日" in texts[1]
    promise = await one(db, Promise)
    assert (promise.state, promise.due_on) == (PromiseState.KEPT, later)
    with pytest.raises(Conflict) as over:
        await reported(db, number, PromiseState.UNDER_WAY)
    assert over.value.key == "promise-over"
    assert await history.verify(db) == []


@pytest.mark.parametrize("outcome", ["not-adopted", None])
async def test_nothing_is_promised_where_nothing_was_adopted(
    db: Database, hands: Hands, outcome: str | None
) -> None:
    number = await answered(db, outcome=outcome) if outcome else (await submitted(db)).number
    with pytest.raises(Conflict) as refusal:
        await promised(db, number)
    assert refusal.value.key == "promise-not-adopted"
    assert await rows(db, select(Promise)) == []


async def test_what_is_missing_or_impossible_is_refused(db: Database, hands: Hands) -> None:
    number = await answered(db)
    refused = {}
    for key, text, day in (
        ("promise-text-missing", " ", DUE),
        ("promise-too-long", "长" * 501, DUE),
        ("date-past", LAMPS, date(2024, 7, 31)),
    ):
        with pytest.raises(Refusal) as refusal:
            await promised(db, number, text, day)
        refused[key] = refusal.value.key
    assert list(refused) == list(refused.values())
    await promised(db, number)
    with pytest.raises(Refusal) as refusal:
        await reported(db, number, PromiseState.LATE, due_on=DUE)
    assert refusal.value.key == "promise-late-day"
    with pytest.raises(NotFound):
        await reported(db, number, PromiseState.KEPT, ordinal=2)


async def test_another_unit_neither_promises_nor_reports(db: Database, hands: Hands) -> None:
    number = await answered(db)
    await promised(db, number)
    beside = Sight(await unit_id(db, "health"), everything=False)
    with pytest.raises(NotFound):
        await actions.promise(db, number=number, text=LAMPS, due_on=DUE, sight=beside, staff_id=9)
    with pytest.raises(NotFound):
        await reported(db, number, PromiseState.KEPT, sight=beside)
    async with db.read() as session:
        (promise,) = await queries.of_suggestion(session, 1)
    assert promise.state == PromiseState.UNDER_WAY


async def test_a_prize_has_as_many_winners_as_places(db: Database, hands: Hands) -> None:
    await campaigns.put_in_force(db, campaign=Campaign.model_validate(city(awards=PRIZES)))
    first, second = await answered(db, 7), await answered(db, 8)
    for _ in range(2):
        await awards.give(db, number=first, prize="first", staff_id=3)
    with pytest.raises(Conflict) as refusal:
        await awards.give(db, number=second, prize="first", staff_id=3)
    assert refusal.value.key == "award-no-place"
    (said,) = await told(db, "suggestion-awarded")
    assert first in said
    assert "一等奖" in said
    assert (await one(db, Award)).place == 1
    kinds = [event.kind for event in await rows(db, select(Event))]
    assert kinds.count("awarded") == 1


async def test_who_cannot_win(db: Database, hands: Hands) -> None:
    await campaigns.put_in_force(db, campaign=Campaign.model_validate(city(awards=PRIZES)))
    number = await answered(db, outcome="not-adopted")
    with pytest.raises(Conflict) as refusal:
        await awards.give(db, number=number, prize="first", staff_id=3)
    assert refusal.value.key == "award-not-adopted"
    for prize in ("towns", "nothing"):
        with pytest.raises(NotFound):
            await awards.give(db, number=number, prize=prize, staff_id=3)
