"""From the inbox to the dialogs: in order, side by side, and nothing stops a chat."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.methods import SendMessage
from backend_house import Hands, arrive, one, person, rows, until
from sqlalchemy import select, update
from sqlalchemy.exc import OperationalError
from talker_house import Dialogs, Voice, settled, states, talker

from backend import clock
from backend.db import Database
from backend.inbox import actions as inbox
from backend.inbox.model import Update
from backend.people.model import Person
from bot import talker as talking
from bot.talker import Talker

METHOD = SendMessage(chat_id=7, text="x")

CHANNELS = ("webchat", "telegram")


@pytest.fixture
def dialogs() -> Dialogs:
    return Dialogs()


@pytest.fixture
def voice() -> Voice:
    return Voice()


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(talking, "LOOK_EVERY", 0.01)
    monkeypatch.setattr(clock, "PATIENCE_SECONDS", 0.05)


async def test_each_chat_is_dealt_with_in_order(empty_db: Database, dialogs: Dialogs, voice: Voice) -> None:
    numbers = {chat: [chat * 10 + turn for turn in range(5)] for chat in (1, 2, 3)}
    await arrive(empty_db, *((numbers[chat][turn], chat) for turn in range(5) for chat in (1, 2, 3)))
    everything = [number for of_chat in numbers.values() for number in of_chat]
    async with talker(empty_db, dialogs, voice):
        await settled(empty_db, *everything)
    for of_chat in numbers.values():
        assert [number for number in dialogs.ended if number in of_chat] == of_chat
    assert len(dialogs.begun) == len(everything)
    assert set((await states(empty_db)).values()) == {"done"}


async def test_chats_go_side_by_side_and_a_chat_one_by_one(
    empty_db: Database, dialogs: Dialogs, voice: Voice
) -> None:
    other_came = asyncio.Event()

    async def come() -> None:
        assert 2 not in dialogs.begun
        other_came.set()

    dialogs.told = {1: [other_came.wait], 3: [come]}
    await arrive(empty_db, (1, 7), (2, 7), (3, 8))
    async with talker(empty_db, dialogs, voice):
        await settled(empty_db, 1, 2, 3)
    assert dialogs.ended[0] == 3


async def test_what_was_stored_wakes_the_talker(
    empty_db: Database, dialogs: Dialogs, voice: Voice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(talking, "LOOK_EVERY", 3600)
    async with talker(empty_db, dialogs, voice) as made:
        await asyncio.sleep(0.05)
        await arrive(empty_db, (1, 7), (2, 7))
        made.wake.set()
        await settled(empty_db, 1, 2)


@pytest.mark.parametrize(
    "trouble",
    [
        TelegramNetworkError(METHOD, "gone"),
        TelegramServerError(METHOD, "Bad Gateway"),
        OperationalError("SELECT", {}, ConnectionError()),
        TimeoutError(),
    ],
    ids=["network", "server", "database", "time"],
)
async def test_what_may_be_better_later_is_tried_later(
    empty_db: Database, dialogs: Dialogs, voice: Voice, hands: Hands, trouble: Exception
) -> None:
    dialogs.told = {1: [trouble]}
    await arrive(empty_db, (1, 7), (2, 7), (3, 8))
    async with talker(empty_db, dialogs, voice):
        await settled(empty_db, 3)
        await until(lambda: waiting(empty_db, hands), "the pause")
        assert dialogs.begun.count(1) == 1
        hands.forward(minutes=1)
        await settled(empty_db, 1, 2)
    assert dialogs.ended == [3, 1, 2]
    assert voice.said == []


async def waiting(db: Database, hands: Hands) -> bool:
    row = await one(db, Update, update_id=1)
    return row.holder is None and row.not_before > hands.at


async def test_too_many_requests_wait_as_long_as_told(
    empty_db: Database, dialogs: Dialogs, voice: Voice, hands: Hands
) -> None:
    dialogs.told = {1: [TelegramRetryAfter(METHOD, "slow down", 33)]}
    await arrive(empty_db, (1, 7))
    async with talker(empty_db, dialogs, voice):
        await until(lambda: waiting(empty_db, hands), "the pause")
    assert (await one(empty_db, Update)).not_before == hands.at + timedelta(seconds=33)


async def test_poison_is_a_dead_letter_the_person_is_told_and_the_chat_goes_on(
    empty_db: Database, dialogs: Dialogs, voice: Voice
) -> None:
    await person(empty_db, 7, language="en")
    dialogs.told = {1: [ValueError("张三 13800138000")], 2: [TelegramBadRequest(METHOD, "张三")]}
    await arrive(empty_db, (1, 7), (2, 8), (3, 7), (4, 8))
    async with talker(empty_db, dialogs, voice):
        await settled(empty_db, 1, 2, 3, 4)
    assert await states(empty_db) == {1: "dead", 2: "dead", 3: "done", 4: "done"}
    said = dict(voice.said)
    assert set(said) == {7, 8}
    assert "/start" in said[7]
    assert said[7] != said[8]
    for number, kind in ((1, "ValueError"), (2, "TelegramBadRequest")):
        reason = (await one(empty_db, Update, update_id=number)).reason
        assert reason.startswith(f"{kind} at ")
        assert "张三" not in reason


async def test_an_apology_that_fails_harms_nobody(empty_db: Database, dialogs: Dialogs, voice: Voice) -> None:
    voice.trouble = TelegramNetworkError(METHOD, "gone")
    dialogs.told = {1: [KeyError("x")]}
    await arrive(empty_db, (1, 7), (2, 7))
    async with talker(empty_db, dialogs, voice):
        await settled(empty_db, 1, 2)
    assert await states(empty_db) == {1: "dead", 2: "done"}


async def test_groups_get_no_apology_and_other_channels_wait(
    empty_db: Database, dialogs: Dialogs, voice: Voice
) -> None:
    dialogs.told = {1: [KeyError("x")], 2: [KeyError("x")]}
    await arrive(empty_db, (1, -100), (2, 0))
    await arrive(empty_db, (3, 7), channel="telegram")
    async with talker(empty_db, dialogs, voice):
        await settled(empty_db, 1, 2)
    assert await states(empty_db) == {1: "dead", 2: "dead", 3: "open"}
    assert voice.said == []
    assert await rows(empty_db, select(Person)) == []


async def test_one_who_blocked_the_bot_is_unreachable_and_the_update_done(
    empty_db: Database, dialogs: Dialogs, voice: Voice
) -> None:
    await person(empty_db, 7)
    gone = "bot was blocked by the user"
    dialogs.told = {1: [TelegramForbiddenError(METHOD, gone)], 2: [TelegramForbiddenError(METHOD, gone)]}
    await arrive(empty_db, (1, 7), (2, -100))
    async with talker(empty_db, dialogs, voice):
        await settled(empty_db, 1, 2)
    assert await states(empty_db) == {1: "done", 2: "done"}
    (known,) = await rows(empty_db, select(Person))
    assert (known.chat, known.unreachable_since is None) == (7, False)


async def test_what_ends_its_talker_again_and_again_is_given_up(
    empty_db: Database, dialogs: Dialogs, voice: Voice
) -> None:
    await arrive(empty_db, (1, 7), (2, 7))
    async with empty_db.begin() as session:
        await session.execute(
            update(Update).where(Update.update_id == 1).values(attempts=inbox.MOST_ATTEMPTS)
        )
    async with talker(empty_db, dialogs, voice):
        await settled(empty_db, 1, 2)
    assert await states(empty_db) == {1: "dead", 2: "done"}
    assert dialogs.begun == [2]


async def test_what_was_cut_off_in_the_middle_is_dealt_with_by_the_next_talker(
    empty_db: Database, dialogs: Dialogs, voice: Voice
) -> None:
    for_ever = asyncio.Event()
    dialogs.told = {1: [for_ever.wait]}
    await arrive(empty_db, (1, 7), (2, 7))
    async with talker(empty_db, dialogs, voice):
        await until(lambda: dialogs.begun, "the beginning")
    assert await states(empty_db) == {1: "open", 2: "open"}
    assert await inbox.claim(empty_db, channels=CHANNELS, holder="x", most=5) == []
    await inbox.free_all(empty_db)
    async with talker(empty_db, dialogs, voice):
        await settled(empty_db, 1, 2)
    assert (dialogs.begun, dialogs.ended) == ([1, 1, 2], [1, 2])


@pytest.mark.parametrize("turns", range(6))
async def test_an_alarm_at_the_last_moment_does_not_keep_the_talker_from_ending(
    empty_db: Database, dialogs: Dialogs, voice: Voice, monkeypatch: pytest.MonkeyPatch, turns: int
) -> None:
    monkeypatch.setattr(talking, "LOOK_EVERY", 3600)
    made = Talker(empty_db, dialogs, {"webchat": voice})
    task = asyncio.create_task(made.run())
    await arrive(empty_db, (1, 7))
    made.wake.set()
    await settled(empty_db, 1)
    await asyncio.sleep(0.05)
    made.wake.set()
    for _ in range(turns):
        await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait({task}, timeout=10)
    assert task.cancelled()


async def test_a_database_that_is_away_for_a_while_ends_nothing(
    empty_db: Database, dialogs: Dialogs, voice: Voice, monkeypatch: pytest.MonkeyPatch, hands: Hands
) -> None:
    failures: list[Exception] = [TimeoutError(), OperationalError("SELECT", {}, ConnectionError())]
    claim, done = inbox.claim, inbox.done
    unwritten = [ConnectionError()]

    async def claims(*args: Any, **values: Any) -> list[Update]:
        if failures:
            raise failures.pop()
        return await claim(*args, **values)

    async def ends(*args: Any, **values: Any) -> None:
        if unwritten:
            raise unwritten.pop()
        await done(*args, **values)

    monkeypatch.setattr(inbox, "claim", claims)
    monkeypatch.setattr(inbox, "done", ends)
    await arrive(empty_db, (1, 7))
    async with talker(empty_db, dialogs, voice):
        await until(lambda: dialogs.ended, "the first time")
        hands.at += inbox.HOLD + timedelta(seconds=1)
        await settled(empty_db, 1)
    assert failures == unwritten == []
    assert await states(empty_db) == {1: "done"}


async def test_a_long_deal_keeps_its_claim(
    empty_db: Database, dialogs: Dialogs, voice: Voice, monkeypatch: pytest.MonkeyPatch, hands: Hands
) -> None:
    monkeypatch.setattr(talking, "RENEW_EVERY", 0.01)
    go_on = asyncio.Event()
    dialogs.told = {1: [go_on.wait]}
    await arrive(empty_db, (1, 7))
    async with talker(empty_db, dialogs, voice):
        await until(lambda: dialogs.begun, "the beginning")
        hands.at += inbox.HOLD - timedelta(seconds=1)
        await until(lambda: held_longer(empty_db, hands), "the renewal")
        hands.forward(seconds=2)
        assert await inbox.claim(empty_db, channels=CHANNELS, holder="x", most=5) == []
        go_on.set()
        await settled(empty_db, 1)
    assert dialogs.begun == [1]


async def held_longer(db: Database, hands: Hands) -> bool:
    held_until = (await one(db, Update)).held_until
    return bool(held_until and held_until >= hands.at + inbox.HOLD)
