"""What falls together comes as one message, at an hour that suits, and nothing that was missed is lost."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest
from backend_house import Hands, one, person, rows, submitted, unit_id
from fake_bot_api import TOKEN, FakeBotApi, refusal
from sqlalchemy import select, update
from telegram.ext import ExtBot

from backend.db import Database
from backend.handling import actions as handling
from backend.handling import unit
from backend.people.model import Person
from backend.push import actions, sender, words
from backend.push.model import Push
from backend.questions import actions as questions
from backend.suggestions.queries import Sight

OFFICE = Sight(None, everything=True)


@pytest.fixture
async def bot(api: FakeBotApi) -> AsyncIterator[ExtBot]:
    bot = sender.bot_for(TOKEN, api.url, 30)
    yield bot
    await bot._request[1].shutdown()


async def in_handling(db: Database) -> str:
    number = (await submitted(db)).number
    await handling.forward(db, number=number, unit_id=await unit_id(db), staff_id=3)
    return number


async def deliver(db: Database, bot: ExtBot) -> int:
    """Send all that is due now; return how many messages that made."""
    groups = await actions.take_due(db, channel="webchat", most=10)
    for pushes in groups:
        await sender.deliver(db, bot, pushes)
    return len(groups)


async def states(db: Database) -> list[str]:
    return [push.state for push in await rows(db, select(Push).order_by(Push.id))]


async def quiet(db: Database, begins: int, ends: int) -> None:
    async with db.begin() as session:
        await session.execute(update(Person).values(quiet_from=begins, quiet_until=ends))


async def test_two_that_are_due_together_are_one_message(
    db: Database, bot: ExtBot, api: FakeBotApi, hands: Hands
) -> None:
    await in_handling(db)
    assert await deliver(db, bot) == 1
    (told,) = api.texts()
    assert "2 条新进展" in told
    assert told.index("已登记") < told.index("已转给")
    pushes = await rows(db, select(Push))
    assert {(push.state, push.message) for push in pushes} == {("sent", api.messages)}


async def test_of_many_each_is_said_in_full_in_as_few_messages_as_they_fit_into(
    db: Database, bot: ExtBot, api: FakeBotApi, hands: Hands
) -> None:
    numbers = [(await submitted(db)).number for _ in range(150)]
    while await deliver(db, bot):
        pass
    told = api.texts()
    assert 1 < len(told) < 15
    assert all(len(text) <= words.LONGEST for text in told)
    assert [number for text in told for number in numbers if f"编号：<b>{number}</b>" in text] == numbers
    assert set(await states(db)) == {"sent"}


async def test_buttons_of_several_say_whose_they_are(
    db: Database, bot: ExtBot, api: FakeBotApi, hands: Hands
) -> None:
    numbers = [await in_handling(db) for _ in range(2)]
    for number in numbers:
        await questions.ask(db, number=number, text="在哪里？", sight=OFFICE, staff_id=4)
    await deliver(db, bot)
    (said,) = api.said("sendMessage")
    for number in numbers:
        assert number in str(said["reply_markup"])


async def test_a_group_that_failed_is_tried_again_as_a_whole(
    db: Database, bot: ExtBot, api: FakeBotApi, hands: Hands
) -> None:
    await in_handling(db)
    api.tell("sendMessage", refusal(500, "Internal Server Error"))
    await deliver(db, bot)
    assert await states(db) == ["owed", "owed"]
    assert await deliver(db, bot) == 0
    hands.forward(minutes=10)
    await deliver(db, bot)
    assert api.texts()[-1].startswith("（重发")
    assert await states(db) == ["sent", "sent"]


@pytest.mark.parametrize(
    ("hours", "hour", "after"),
    [
        ((21, 8), 23, "owed"),
        ((21, 8), 3, "owed"),
        ((21, 8), 8, "sent"),
        ((21, 8), 20, "sent"),
        ((12, 14), 12, "owed"),
        ((12, 14), 14, "sent"),
        ((9, 9), 9, "sent"),
    ],
)
async def test_quiet_hours_hold_back_what_nobody_asked_for(
    db: Database, hands: Hands, hours: tuple[int, int], hour: int, after: str
) -> None:
    await in_handling(db)
    await quiet(db, *hours)
    hands.at = datetime(2024, 8, 2, (hour - 8) % 24, 30, tzinfo=UTC)  # by the clock of Shanghai
    (taken,) = await actions.take_due(db, channel="webchat", most=10)
    await actions.sent(db, push_ids=[push.id for push in taken], message=1)
    assert await states(db) == ["sent", after]
    hands.at = datetime(2024, 8, 4, 2, 0, tzinfo=UTC)
    later = await actions.take_due(db, channel="webchat", most=10)
    assert len(later) == (after == "owed")


async def test_who_comes_back_is_told_what_was_missed_in_one_message(
    db: Database, bot: ExtBot, api: FakeBotApi, hands: Hands
) -> None:
    number = await in_handling(db)
    api.tell("sendMessage", *[refusal(403, "Forbidden: bot was blocked by the user")] * 2)
    await deliver(db, bot)
    await unit.sign(db, number=number, sight=OFFICE, staff_id=4)
    await deliver(db, bot)
    assert await states(db) == ["parked"] * 3
    reader = await person(db)
    assert reader.unreachable_since
    await actions.owe_missed(db, person_id=reader.id)
    assert (await one(db, Person)).unreachable_since is None
    assert await deliver(db, bot) == 1
    assert "没能送到" in api.texts()[-1]
    for said in ("已登记", "已转给", "签收"):
        assert said in api.texts()[-1]
    assert await states(db) == ["sent"] * 3
    await actions.owe_missed(db, person_id=reader.id)
    assert await deliver(db, bot) == 0


async def test_what_was_parked_for_another_reason_stays_parked(
    db: Database, bot: ExtBot, api: FakeBotApi
) -> None:
    await submitted(db)
    api.tell("sendMessage", refusal(400, "Bad Request: chat not found"))
    await deliver(db, bot)
    await actions.owe_missed(db, person_id=(await person(db)).id)
    assert await states(db) == ["parked"]
