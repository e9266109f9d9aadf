"""One update at a time per chat, chats side by side, across talkers."""

import asyncio
from collections.abc import Callable
from datetime import timedelta

from backend_house import Hands, arrive, one

from backend.db import Database
from backend.inbox import actions as inbox
from backend.inbox.model import Update

CHANNELS = ("webchat", "telegram")


async def claimed(db: Database, holder: str = "a", most: int = 50) -> list[int]:
    return [update.update_id for update in await inbox.claim(db, channels=CHANNELS, holder=holder, most=most)]


async def number(db: Database, update_id: int) -> int:
    found: int = (await one(db, Update, update_id=update_id)).id
    return found


async def test_the_oldest_of_each_chat_is_dealt_out_and_no_second_one(empty_db: Database) -> None:
    await arrive(empty_db, (1, 7), (2, 8), (3, 7), (4, 8), (5, 9))
    assert await claimed(empty_db) == [1, 2, 5]
    assert await claimed(empty_db, "b") == []


async def test_the_next_one_comes_when_the_one_before_is_done(empty_db: Database) -> None:
    await arrive(empty_db, (1, 7), (2, 8), (3, 7))
    await claimed(empty_db)
    await inbox.done(empty_db, holder="a", entry=await number(empty_db, 1))
    assert await claimed(empty_db) == [3]


async def test_the_same_chat_number_in_two_channels_is_two_chats(empty_db: Database) -> None:
    await arrive(empty_db, (1, 7), channel="webchat")
    await arrive(empty_db, (2, 7), channel="telegram")
    assert await claimed(empty_db) == [1, 2]


async def test_no_more_than_wanted_are_dealt_out(empty_db: Database) -> None:
    await arrive(empty_db, (1, 7), (2, 8), (3, 9))
    assert await claimed(empty_db, most=2) == [1, 2]
    assert await claimed(empty_db, most=2) == [3]


async def test_racing_talkers_never_claim_the_same(
    empty_db: Database, another: Callable[..., Database]
) -> None:
    await arrive(empty_db, *((chat * 10 + turn, chat) for turn in range(3) for chat in range(1, 41)))
    talkers = [("a", empty_db), ("b", another(empty_db))]
    for turn in range(3):
        dealt = await asyncio.gather(
            *(
                inbox.claim(db, channels=CHANNELS, holder=name, most=4)
                for _ in range(12)
                for name, db in talkers
            )
        )
        updates = [update for hand in dealt for update in hand]
        while rest := await inbox.claim(empty_db, channels=CHANNELS, holder="a", most=50):
            updates += rest
        assert sorted(update.update_id for update in updates) == [c * 10 + turn for c in range(1, 41)]
        for update in updates:
            await inbox.done(empty_db, holder=update.holder, entry=update.id)


async def test_a_claim_belongs_to_the_talker_that_made_it(
    empty_db: Database, another: Callable[..., Database]
) -> None:
    await arrive(empty_db, *((chat, chat) for chat in range(1, 21)))
    pairs = [("a", empty_db), ("b", another(empty_db))]
    hands = await asyncio.gather(
        *(inbox.claim(db, channels=CHANNELS, holder=name, most=10) for name, db in pairs)
    )
    for (name, _), hand in zip(pairs, hands, strict=True):
        for update in hand:
            assert (await one(empty_db, Update, id=update.id)).holder == name


async def test_a_claim_runs_out_and_another_talker_takes_it(empty_db: Database, hands: Hands) -> None:
    await arrive(empty_db, (1, 7), (2, 7))
    assert await claimed(empty_db, "gone") == [1]
    hands.forward(seconds=59)
    assert await claimed(empty_db, "next") == []
    hands.forward(seconds=2)
    assert await claimed(empty_db, "next") == [1]
    update = await one(empty_db, Update, update_id=1)
    assert (update.holder, update.attempts) == ("next", 2)


async def test_one_who_lost_a_claim_writes_nothing_down(empty_db: Database, hands: Hands) -> None:
    await arrive(empty_db, (1, 7), (2, 7))
    await claimed(empty_db, "slow")
    hands.forward(seconds=61)
    assert await claimed(empty_db, "next") == [1]
    entry = await number(empty_db, 1)
    await inbox.keep_hold(empty_db, holder="slow")
    await inbox.retry(empty_db, holder="slow", entry=entry, after=timedelta(0))
    await inbox.bury(empty_db, holder="slow", entry=entry, reason="x")
    await inbox.done(empty_db, holder="slow", entry=entry)
    update = await one(empty_db, Update, update_id=1)
    assert (update.holder, update.state) == ("next", "open")
    assert await claimed(empty_db, "third") == []


async def test_a_talker_leaves_other_channels_alone(empty_db: Database) -> None:
    await arrive(empty_db, (1, 7), channel="elsewhere")
    assert await claimed(empty_db) == []


async def test_a_claim_that_is_kept_does_not_run_out(empty_db: Database, hands: Hands) -> None:
    await arrive(empty_db, (1, 7))
    await claimed(empty_db, "slow")
    hands.forward(seconds=50)
    await inbox.keep_hold(empty_db, holder="slow")
    hands.forward(seconds=50)
    assert await claimed(empty_db, "next") == []


async def test_what_is_tried_again_waits_and_is_not_overtaken(empty_db: Database, hands: Hands) -> None:
    await arrive(empty_db, (1, 7), (2, 7), (3, 8))
    await claimed(empty_db)
    await inbox.retry(empty_db, holder="a", entry=await number(empty_db, 1), after=timedelta(seconds=30))
    hands.forward(seconds=29)
    assert await claimed(empty_db) == []
    hands.forward(seconds=1)
    assert await claimed(empty_db) == [1]


async def test_the_only_talker_takes_every_claim_back(empty_db: Database, hands: Hands) -> None:
    await arrive(empty_db, (1, 7), (2, 8))
    assert await claimed(empty_db, "killed") == [1, 2]
    await inbox.done(empty_db, holder="killed", entry=await number(empty_db, 2))
    await inbox.free_all(empty_db)
    assert await claimed(empty_db, "next") == [1]
    assert hands.at == (await one(empty_db, Update, update_id=1)).arrived_at
