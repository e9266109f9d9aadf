"""What arrives is stored raw, once, sealed, whatever it is."""

import json
from datetime import timedelta
from typing import Any

import pytest
from backend_house import Hands, arrive, as_bytes, body, raw, rows
from sqlalchemy import select

from backend.db import Database
from backend.inbox import actions as inbox
from backend.inbox import queries
from backend.inbox.actions import Arrival
from backend.inbox.model import Update, UpdateState

CHANNELS = ("webchat", "telegram", "other")


async def stored(db: Database) -> list[tuple[str, int, int]]:
    return [(u.channel, u.update_id, u.chat) for u in await rows(db, select(Update).order_by(Update.id))]


async def test_an_update_is_stored_once_for_its_channel_and_number(empty_db: Database) -> None:
    first = Arrival("webchat", body(5, text="第一次"))
    await inbox.store(empty_db, [first, Arrival("webchat", body(5, text="又一次"))])
    await inbox.store(empty_db, [Arrival("webchat", body(5, text="再一次"))])
    await inbox.store(empty_db, [Arrival("telegram", body(5))])
    assert await stored(empty_db) == [("webchat", 5, 7), ("telegram", 5, 7)]
    (kept,) = await rows(empty_db, select(Update).where(Update.channel == "webchat"))
    assert kept.body == first.body.decode()


async def test_what_was_dealt_with_is_known_when_it_comes_again(empty_db: Database) -> None:
    await arrive(empty_db, (5, 7))
    (update,) = await inbox.claim(empty_db, channels=CHANNELS, holder="a", most=1)
    await inbox.done(empty_db, holder="a", entry=update.id)
    await arrive(empty_db, (5, 7))
    assert await inbox.claim(empty_db, channels=CHANNELS, holder="a", most=1) == []


async def test_the_order_of_arrival_is_kept(empty_db: Database) -> None:
    await arrive(empty_db, (9, 1), (3, 1), (7, 2), (1, 1))
    assert [number for _, number, _ in await stored(empty_db)] == [9, 3, 7, 1]


@pytest.mark.parametrize(
    ("fact", "chat"),
    [
        ({"message": {"chat": {"id": 5}}}, 5),
        ({"edited_message": {"chat": {"id": -100}}}, -100),
        ({"callback_query": {"from": {"id": 6}, "message": {"chat": {"id": 5}}}}, 5),
        ({"callback_query": {"from": {"id": 6}}}, 6),
        ({"my_chat_member": {"chat": {"id": 5}, "from": {"id": 6}}}, 5),
        ({"inline_query": {"from": {"id": 6}}}, 6),
        ({"poll": {"id": "1"}}, 0),
        ({"message": {"chat": {"id": 2**70}}}, 0),
        ({"message": {"chat": {"id": "5"}}}, 0),
        ({"message": {"chat": 5}}, 0),
        ({"message": []}, 0),
        ({}, 0),
    ],
)
async def test_the_chat_is_found_in_every_kind_of_update(
    empty_db: Database, fact: dict[str, Any], chat: int
) -> None:
    await inbox.store(empty_db, [Arrival("webchat", json.dumps({"update_id": 1, **fact}).encode())])
    assert await stored(empty_db) == [("webchat", 1, chat)]


RUBBISH = [
    b"",
    b"no json",
    b"[]",
    b"7",
    b"null",
    b"{}",
    b'{"update_id": "7"}',
    b'{"update_id": 7.5}',
    b'{"update_id": null}',
    b'{"update_id": true}',
    b'{"update_id": 9223372036854775808}',
    b'{"update_id": ' + b"9" * 5000 + b"}",
    b"\xff\xfe\xfd",
    b"[" * 100_000,
]


@pytest.mark.parametrize("rubbish", RUBBISH, ids=lambda rubbish: rubbish[:20].decode("latin-1"))
def test_what_is_no_update_is_refused(rubbish: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - each kind of rubbish has its own words
        Arrival("webchat", rubbish).row()


@pytest.mark.parametrize(
    "text", ["\ud800", "a\udfffb", "\x00", "\u202e", "😀" * 5000], ids=["high", "low", "nul", "rtl", "long"]
)
async def test_strange_words_are_stored_and_come_back(empty_db: Database, text: str) -> None:
    await inbox.store(empty_db, [Arrival("webchat", body(1, text=text))])
    (update,) = await inbox.claim(empty_db, channels=CHANNELS, holder="a", most=1)
    assert json.loads(update.body or "")["message"]["text"] == text


async def test_broken_bytes_inside_are_stored(empty_db: Database) -> None:
    broken = body(1, text="x").replace(b'"x"', b'"\xed\xa0\x80"')
    await inbox.store(empty_db, [Arrival("webchat", broken)])
    (update,) = await inbox.claim(empty_db, channels=CHANNELS, holder="a", most=1)
    assert json.loads(update.body or "")["update_id"] == 1


async def test_the_largest_numbers_fit(empty_db: Database) -> None:
    await arrive(empty_db, (2**63 - 1, -(2**63) + 1))
    assert await stored(empty_db) == [("webchat", 2**63 - 1, -(2**63) + 1)]


async def test_words_cannot_be_read_in_the_table(empty_db: Database) -> None:
    words = "电话一三八零零"
    raw_body = json.dumps({"update_id": 1, "message": {"text": words}}, ensure_ascii=False).encode()
    await inbox.store(empty_db, [Arrival("webchat", raw_body)])
    there = as_bytes(await raw(empty_db, "SELECT * FROM inbox"))
    assert words.encode() not in there
    assert b"message" not in there


async def test_what_was_done_keeps_its_number_and_loses_its_words(empty_db: Database) -> None:
    await arrive(empty_db, (5, 7))
    (update,) = await inbox.claim(empty_db, channels=CHANNELS, holder="a", most=1)
    await inbox.done(empty_db, holder="a", entry=update.id)
    assert await raw(empty_db, "SELECT update_id, body, state, holder FROM inbox") == [
        (5, None, "done", None)
    ]


async def finish_all(db: Database) -> None:
    while claimed := await inbox.claim(db, channels=CHANNELS, holder="a", most=50):
        for update in claimed:
            await inbox.done(db, holder="a", entry=update.id)


async def test_forgetting_keeps_the_newest_of_each_channel_and_all_that_is_not_done(
    empty_db: Database, hands: Hands
) -> None:
    await arrive(empty_db, (1, 1), (2, 2), (3, 3), channel="webchat")
    await arrive(empty_db, (1, 1), (2, 2), channel="telegram")
    await finish_all(empty_db)
    await arrive(empty_db, (8, 8), (9, 9), channel="other")
    dead = (await inbox.claim(empty_db, channels=CHANNELS, holder="a", most=1))[0]
    await inbox.bury(empty_db, holder="a", entry=dead.id, reason="x")
    hands.forward(days=9)
    assert await inbox.forget(empty_db, older_than=timedelta(days=8)) == 3
    assert await stored(empty_db) == [
        ("webchat", 3, 3),
        ("telegram", 2, 2),
        ("other", 8, 8),
        ("other", 9, 9),
    ]


async def test_what_was_done_of_late_is_not_forgotten(empty_db: Database, hands: Hands) -> None:
    await arrive(empty_db, (1, 1), (2, 2))
    await finish_all(empty_db)
    hands.forward(days=7)
    assert await inbox.forget(empty_db, older_than=timedelta(days=8)) == 0


async def test_the_newest_number_is_the_last_stored_not_the_largest(empty_db: Database, hands: Hands) -> None:
    await arrive(empty_db, (900, 1), (3, 1))
    await arrive(empty_db, (999, 1), channel="telegram")
    async with empty_db.read() as session:
        assert await queries.newest(session, "webchat") == 3
        assert await queries.newest(session, "nobody") is None
    hands.forward(days=7)
    async with empty_db.read() as session:
        assert await queries.newest(session, "webchat") is None


async def test_a_dead_letter_keeps_its_words_and_its_reason(empty_db: Database) -> None:
    await arrive(empty_db, (5, 7), (6, 7))
    (update,) = await inbox.claim(empty_db, channels=CHANNELS, holder="a", most=5)
    await inbox.bury(empty_db, holder="a", entry=update.id, reason="x" * 300)
    (dead,) = await rows(empty_db, select(Update).where(Update.state == UpdateState.DEAD))
    assert (dead.update_id, dead.reason, dead.body) == (5, "x" * 255, body(5).decode())
    (following,) = await inbox.claim(empty_db, channels=CHANNELS, holder="a", most=5)
    assert following.update_id == 6
