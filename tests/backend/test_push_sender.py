"""The sender at work: order per person, nobody delays another, one sender at a time."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from typing import Any

import pytest
from backend_house import CONTACT, NAME, Hands, one, person, rows, submitted, unit_id, until
from fake_bot_api import TOKEN, FakeBotApi, refusal
from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError, OperationalError

from backend.db import Database
from backend.handling import actions as handling
from backend.people.actions import choose_language
from backend.push import actions, sender
from backend.push.model import Lease, Push, PushState
from backend.suggestions.model import Suggestion
from backend.suggestions.queries import Sight

OFFICE = Sight(None, everything=True)


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sender, "LOOK_EVERY", 0.01)


@asynccontextmanager
async def sending(db: Database, api: FakeBotApi, channel: str = "webchat") -> AsyncIterator[None]:
    bot = sender.bot_for(TOKEN, api.url, 30)
    task = asyncio.create_task(sender.run(db, channel=channel, bot=bot))
    try:
        yield
        assert not task.done()
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
        await bot._request[1].shutdown()


async def walked_through(db: Database, chat: int = 7, reply: str = "已安排加装。") -> Suggestion:
    """A suggestion that was forwarded and answered: three pushes are owed."""
    suggestion = await submitted(db, await person(db, chat))
    await handling.forward(db, number=suggestion.number, unit_id=await unit_id(db), staff_id=1)
    said = {"outcome": "not-adopted", "text": reply, "reason": "经费不足。"}
    await handling.reply(db, number=suggestion.number, sight=OFFICE, staff_id=1, **said)
    return suggestion


async def states(db: Database) -> list[str]:
    return [push.state for push in await rows(db, select(Push).order_by(Push.id))]


async def all_sent(db: Database) -> bool:
    return set(await states(db)) == {"sent"}


async def test_each_person_reads_in_the_order_in_which_it_happened(
    db: Database, api: FakeBotApi, hands: Hands
) -> None:
    for chat in (7, 8):
        await walked_through(db, chat)
    async with sending(db, api):
        await until(lambda: all_sent(db), "two deliveries")
    assert len(api.texts()) == 2
    for chat in (7, 8):
        (told,) = api.texts(chat)
        assert told.index("已登记") < told.index("已转给") < told.index("答复了")


async def test_one_who_must_wait_delays_nobody_and_keeps_the_order(
    db: Database, api: FakeBotApi, hands: Hands
) -> None:
    for chat in (7, 8, 9):
        await walked_through(db, chat)
    api.tell("sendMessage", refusal(429, "Too Many Requests", retry_after=60), chat=8)
    async with sending(db, api):
        await until(lambda: len(api.texts(7)) == len(api.texts(9)) == 1, "the others")
        await until(lambda: told_to_wait(db, hands), "the one who must wait")
        hands.forward(seconds=60)
        await until(lambda: all_sent(db), "the one who waited")
    first, second = api.texts(8)
    assert first == second


async def told_to_wait(db: Database, hands: Hands) -> list[Push]:
    return await rows(db, select(Push).where(Push.state == "owed", Push.not_before > hands.at))


async def test_one_who_is_gone_delays_nobody(db: Database, api: FakeBotApi, hands: Hands) -> None:
    await submitted(db, await person(db, 7))
    await submitted(db, await person(db, 8))
    api.tell("sendMessage", refusal(403, "Forbidden: bot was blocked by the user"), chat=7)
    async with sending(db, api):
        await until(lambda: api.texts(8), "the other one")
        await until(lambda: parked_first(db), "the first push parked")
    assert await states(db) == ["parked", "sent"]


async def parked_first(db: Database) -> bool:
    return await states(db) == ["parked", "sent"]


async def test_each_channel_has_its_own_sender(db: Database, api: FakeBotApi, hands: Hands) -> None:
    await submitted(db, await person(db, 7, "webchat"))
    await submitted(db, await person(db, 7, "telegram"))
    async with sending(db, api, "telegram"):
        await until(api.texts, "the one of this channel")
        await until(lambda: second_sent(db), "the second push sent")
    assert [text.count("CQ2024-000002") for text in api.texts()] == [1]


async def second_sent(db: Database) -> bool:
    return await states(db) == ["owed", "sent"]


async def test_personal_data_is_in_no_text(db: Database, api: FakeBotApi, hands: Hands) -> None:
    suggestion = await walked_through(db)
    async with sending(db, api):
        await until(lambda: all_sent(db), "three deliveries")
    for text in api.texts():
        assert suggestion.number in text
        for private in (NAME, CONTACT, CONTACT.removeprefix("+86"), suggestion.text, db.keys.code(1)):
            assert private not in text


async def test_what_a_unit_writes_is_escaped(db: Database, api: FakeBotApi, hands: Hands) -> None:
    await walked_through(db, reply="<b>5 > 3 & 2</b>")
    async with sending(db, api):
        await until(lambda: all_sent(db), "three deliveries")
    assert "&lt;b&gt;5 &gt; 3 &amp; 2&lt;/b&gt;" in api.texts()[-1]
    assert "经费不足" in api.texts()[-1]


async def test_the_language_is_the_one_at_delivery(db: Database, api: FakeBotApi, hands: Hands) -> None:
    await walked_through(db)
    await choose_language(db, person_id=(await person(db)).id, language="en")
    async with sending(db, api):
        await until(lambda: all_sent(db), "three deliveries")
    (told,) = api.texts()
    for words in ("has been registered", "Transport department", "Not adopted"):
        assert words in told


async def sender_of(db: Database, holder: str, monkeypatch: pytest.MonkeyPatch) -> sender.Lease:
    monkeypatch.setattr(actions, "HOLDER", holder)
    return sender.Lease(db, "sender-webchat")


async def test_a_second_sender_stands_by_and_takes_over_when_the_time_is_up(
    db: Database, another: Callable[..., Database], hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    await submitted(db)
    first = await sender_of(db, "first", monkeypatch)
    assert await first.ours()
    assert len(await actions.take_due(db, channel="webchat", most=5)) == 1
    second = await sender_of(another(db), "second", monkeypatch)
    assert not await second.ours()
    hands.forward(seconds=sender.LEASE_SECONDS)
    assert not await second.ours()
    hands.forward(seconds=1)
    assert await second.ours()
    monkeypatch.setattr(actions, "HOLDER", "first")
    assert not await first.ours()
    push = await one(db, Push)
    assert (push.state, push.repeat) == (PushState.OWED, True)


async def test_a_sender_at_work_keeps_its_right(
    db: Database, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = await sender_of(db, "first", monkeypatch)
    second = await sender_of(db, "second", monkeypatch)
    for _ in range(10):
        monkeypatch.setattr(actions, "HOLDER", "first")
        assert await first.ours()
        hands.forward(seconds=15)
        monkeypatch.setattr(actions, "HOLDER", "second")
        assert not await second.ours()


async def test_renewing_owns_up_to_nothing(
    db: Database, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What this sender itself is sending just now is not sent again."""
    first = await sender_of(db, "first", monkeypatch)
    assert await first.ours()
    await submitted(db)
    await actions.take_due(db, channel="webchat", most=5)
    hands.forward(seconds=25)
    assert await first.ours()
    assert await states(db) == ["sending"]


async def test_a_sender_that_slept_owns_up_to_all_but_what_it_is_still_sending(
    db: Database, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A closed laptop, a clock set right: the program is the same, and knows what it is doing."""
    first = await sender_of(db, "first", monkeypatch)
    assert await first.ours()
    for chat in (7, 8):
        await submitted(db, await person(db, chat))
    (mine, _) = await take(db)
    still = asyncio.create_task(asyncio.Event().wait(), name=",".join(str(push) for push in mine))
    first.busy.add(still)
    hands.forward(seconds=sender.LEASE_SECONDS + 10)
    assert await first.ours()
    still.cancel()
    assert await states(db) == ["sending", "owed"]


async def test_leases_are_taken_by_one_of_many_at_once(
    db: Database, another: Callable[..., Database], monkeypatch: pytest.MonkeyPatch
) -> None:
    houses = [db, another(db), another(db), another(db)]
    for turn in range(5):
        await asyncio.gather(*(actions.hold(house, name=f"x{turn}", seconds=30) for house in houses))
    assert len(await rows(db, select(Lease))) == 5


async def test_a_sender_that_finds_the_database_away_goes_on(
    db: Database, api: FakeBotApi, monkeypatch: pytest.MonkeyPatch
) -> None:
    really, failures = actions.take_due, [OperationalError("SELECT", {}, ConnectionError()), TimeoutError()]

    async def take_due(*args: Any, **values: Any) -> list[Push]:
        if failures:
            raise failures.pop()
        return await really(*args, **values)

    monkeypatch.setattr(actions, "take_due", take_due)
    await submitted(db)
    async with sending(db, api):
        await until(lambda: all_sent(db), "the delivery")
    assert failures == []


async def test_what_an_ended_sender_was_sending_is_sent_once_more_with_a_label(
    db: Database, api: FakeBotApi
) -> None:
    await submitted(db)
    await actions.take_due(db, channel="webchat", most=5)
    async with sending(db, api):
        await until(lambda: all_sent(db), "the delivery")
    (text,) = api.texts()
    assert text.startswith("（重发")


async def test_owning_up_leaves_other_channels_and_what_is_settled(db: Database) -> None:
    await submitted(db, await person(db, 7, "telegram"))
    await submitted(db, await person(db, 8, "webchat"))
    async with db.begin() as session:
        await session.execute(update(Push).values(state=PushState.SENDING))
        await session.execute(update(Push).where(Push.channel == "webchat").values(state=PushState.SENT))
    await actions.own_up(db, channel="webchat")
    assert await states(db) == ["sending", "sent"]


async def test_an_event_owes_a_person_one_push_of_a_kind(db: Database) -> None:
    await submitted(db)
    push = await one(db, Push)
    with pytest.raises(IntegrityError):
        async with db.begin() as session:
            await actions.owe(session, person_id=push.person_id, event_id=push.event_id, kind=push.kind)


async def test_what_is_due_to_a_person_is_taken_together(db: Database, hands: Hands) -> None:
    author = await person(db, 7)
    for _ in range(2):
        await submitted(db, author)
    await submitted(db, await person(db, 8))
    assert await take(db) == [[1, 2], [3]]
    await submitted(db, author)
    assert await take(db) == []
    await actions.sent(db, push_ids=[1, 2], message=5)
    assert await take(db) == [[4]]


async def take(db: Database) -> list[list[int]]:
    taken = await actions.take_due(db, channel="webchat", most=10)
    return [[push.id for push in pushes] for pushes in taken]


async def test_two_takers_never_take_the_same(
    db: Database, another: Callable[..., Database], hands: Hands
) -> None:
    for chat in range(1, 13):
        await submitted(db, await person(db, chat))
    other = another(db)
    hauls = await asyncio.gather(
        *(actions.take_due(house, channel="webchat", most=4) for _ in range(4) for house in (db, other))
    )
    taken = [push.id for haul in hauls for pushes in haul for push in pushes]
    assert len(taken) == len(set(taken))
