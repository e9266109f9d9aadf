"""One delivery, and every way in which it can end, against a real HTTP server."""

import socket
from collections.abc import AsyncIterator
from datetime import timedelta

import httpx
import pytest
from backend_house import Hands, one, person, submitted
from fake_bot_api import TOKEN, Answer, FakeBotApi, bare, refusal, result
from sqlalchemy import update
from sqlalchemy.exc import OperationalError
from telegram.ext import ExtBot

from backend.db import Database
from backend.people.actions import choose_language
from backend.people.model import Person
from backend.push import actions, sender, words
from backend.push.model import Push, PushState

LABEL = "（重发"


@pytest.fixture
async def bot(api: FakeBotApi) -> AsyncIterator[ExtBot]:
    bot = sender.bot_for(TOKEN, api.url, 30)
    yield bot
    await bot._request[1].shutdown()


@pytest.fixture
async def hasty(api: FakeBotApi) -> AsyncIterator[ExtBot]:
    """A bot that gives up at once, so that no test waits."""
    bot = sender.bot_for(TOKEN, api.url, 0.1)
    yield bot
    await bot._request[1].shutdown()


@pytest.fixture(autouse=True)
async def owed(db: Database, hands: Hands) -> None:
    """One push is owed, to the person in chat 7."""
    await submitted(db)


async def attempt(db: Database, bot: ExtBot) -> Push:
    """Take what is due and try it once; returns the push as it stands then."""
    (pushes,) = await actions.take_due(db, channel="webchat", most=10)
    await sender.deliver(db, bot, pushes)
    after: Push = await one(db, Push)
    return after


async def test_a_push_is_delivered_once(db: Database, bot: ExtBot, api: FakeBotApi, hands: Hands) -> None:
    push = await attempt(db, bot)
    assert (push.state, push.message, push.settled_at) == (PushState.SENT, api.messages, hands.at)
    hands.forward(days=1)
    assert await actions.take_due(db, channel="webchat", most=10) == []
    (said,) = api.said("sendMessage")
    assert (said["chat_id"], said["parse_mode"]) == ("7", "HTML")
    assert "CQ2024-000001" in said["text"]
    assert LABEL not in said["text"]


async def test_what_is_being_sent_is_marked_before_a_byte_leaves(
    db: Database, bot: ExtBot, api: FakeBotApi
) -> None:
    states: list[str] = []

    async def look(_said: object) -> httpx.Response:
        states.append((await one(db, Push)).state)
        return await refusal(400, "Bad Request: x")({})

    api.tell("sendMessage", look)
    await attempt(db, bot)
    assert states == ["sending"]


async def test_too_many_requests_make_this_push_wait_as_long_as_told(
    db: Database, bot: ExtBot, api: FakeBotApi, hands: Hands
) -> None:
    api.tell("sendMessage", refusal(429, "Too Many Requests: retry after 7", retry_after=7))
    push = await attempt(db, bot)
    assert (push.state, push.not_before) == (PushState.OWED, hands.at + timedelta(seconds=7))
    hands.forward(seconds=6)
    assert await actions.take_due(db, channel="webchat", most=10) == []
    hands.forward(seconds=1)
    assert (await attempt(db, bot)).state == PushState.SENT
    assert LABEL not in api.texts()[-1]


async def test_a_person_who_blocked_the_bot_is_unreachable_and_the_push_parked(
    db: Database, bot: ExtBot, api: FakeBotApi, hands: Hands
) -> None:
    api.tell("sendMessage", refusal(403, "Forbidden: bot was blocked by the user"))
    push = await attempt(db, bot)
    assert (push.state, push.settled_at) == (PushState.PARKED, hands.at)
    assert "blocked" in push.reason
    assert (await one(db, Person)).unreachable_since == hands.at


async def test_a_chat_that_is_gone_parks_the_push(db: Database, bot: ExtBot, api: FakeBotApi) -> None:
    api.tell("sendMessage", refusal(400, "Bad Request: chat not found"))
    push = await attempt(db, bot)
    assert push.state == PushState.PARKED
    assert "not found" in push.reason.lower()


async def test_a_server_that_is_not_there_is_tried_later_without_a_label(
    db: Database, bot: ExtBot, api: FakeBotApi, hands: Hands
) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        nobody = f"http://127.0.0.1:{free.getsockname()[1]}"
    nowhere = sender.bot_for(TOKEN, nobody, 30)
    for _ in range(sender.MOST_REPEATS + 2):
        push = await attempt(db, nowhere)
        assert (push.state, push.repeat) == (PushState.OWED, False)
        assert push.not_before > hands.at
        hands.at = push.not_before
    assert (await attempt(db, bot)).state == PushState.SENT
    assert LABEL not in api.texts()[-1]


async def test_a_token_that_is_refused_loses_no_push(
    db: Database, bot: ExtBot, api: FakeBotApi, hands: Hands
) -> None:
    for _ in range(sender.MOST_REPEATS + 2):
        api.tell("sendMessage", refusal(401, "Unauthorized"))
        push = await attempt(db, bot)
        assert (push.state, push.repeat) == (PushState.OWED, False)
        hands.at = push.not_before
    assert (await attempt(db, bot)).state == PushState.SENT


async def test_no_answer_means_once_more_with_a_label_and_then_no_more(
    db: Database, hasty: ExtBot, api: FakeBotApi, hands: Hands
) -> None:
    api.tell("sendMessage", api.silence(), api.silence())
    push = await attempt(db, hasty)
    assert (push.state, push.repeat) == (PushState.OWED, True)
    hands.at = push.not_before
    push = await attempt(db, hasty)
    assert push.state == PushState.PARKED
    assert "may have arrived" in push.reason
    first, second = api.texts()
    assert LABEL not in first
    assert second.startswith(LABEL)
    assert second.endswith(first)


async def test_the_repeat_that_is_answered_is_the_last(
    db: Database, hasty: ExtBot, bot: ExtBot, api: FakeBotApi, hands: Hands
) -> None:
    api.tell("sendMessage", api.silence())
    hands.at = (await attempt(db, hasty)).not_before
    assert (await attempt(db, bot)).state == PushState.SENT
    assert [text.startswith(LABEL) for text in api.texts()] == [False, True]


@pytest.mark.parametrize(
    "unknown",
    [
        refusal(500, "Internal Server Error"),
        bare(502, b"<html>Bad Gateway</html>"),
        bare(200, b"<html>hello</html>"),
        bare(200, b'{"ok": true}'),
        bare(200, b"[]"),
        result("sent"),
        result({"message_id": "none"}),
    ],
    ids=["500", "502", "no json", "no result", "no object", "no message", "half a message"],
)
async def test_an_answer_that_tells_nothing_means_again_with_a_label(
    db: Database, bot: ExtBot, api: FakeBotApi, hands: Hands, unknown: Answer
) -> None:
    api.tell("sendMessage", unknown)
    push = await attempt(db, bot)
    assert (push.state, push.repeat) == (PushState.OWED, True)
    hands.at = push.not_before
    assert (await attempt(db, bot)).state == PushState.SENT
    assert api.texts()[-1].startswith(LABEL)


async def test_trying_ends_some_time(db: Database, bot: ExtBot, api: FakeBotApi, hands: Hands) -> None:
    api.always["sendMessage"] = refusal(500, "Internal Server Error")
    for _ in range(sender.MOST_REPEATS - 1):
        push = await attempt(db, bot)
        assert push.state == PushState.OWED
        hands.at = push.not_before
    push = await attempt(db, bot)
    assert push.state == PushState.PARKED
    assert "given up" in push.reason


async def test_an_outage_does_not_use_up_the_repeats(
    db: Database, bot: ExtBot, api: FakeBotApi, hands: Hands
) -> None:
    async with db.begin() as session:
        await session.execute(update(Push).values(attempts=50))
    api.tell("sendMessage", bare(502, b"starting"))
    push = await attempt(db, bot)
    assert (push.state, push.repeat) == (PushState.OWED, True)


async def test_pauses_grow_and_stay_within_minutes(db: Database, bot: ExtBot, api: FakeBotApi) -> None:
    pauses = [sender._pause([Push(attempts=attempts)]) for attempts in (*range(1, 40), 5000)]
    assert pauses == sorted(pauses)
    assert pauses[0] >= timedelta(seconds=1)
    assert pauses[-1] == sender.LONGEST_PAUSE


async def test_a_push_without_words_is_parked_with_the_reason(
    db: Database, bot: ExtBot, api: FakeBotApi, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(words.KINDS, "suggestion-registered")
    push = await attempt(db, bot)
    assert (push.state, push.reason) == (PushState.PARKED, "no words: KeyError")
    assert api.calls == []


async def test_the_outcome_is_written_down_though_the_database_was_away(
    db: Database, bot: ExtBot, api: FakeBotApi, monkeypatch: pytest.MonkeyPatch
) -> None:
    really, failures = actions._settle, [OperationalError("UPDATE", {}, ConnectionError()), ConnectionError()]

    async def settle(*args: object, **values: object) -> None:
        if failures:
            raise failures.pop()
        await really(*args, **values)

    monkeypatch.setattr(actions, "_settle", settle)
    monkeypatch.setattr(sender, "LOOK_EVERY", 0.01)
    assert (await attempt(db, bot)).state == PushState.SENT
    assert failures == []


async def test_words_in_the_language_of_today(db: Database, bot: ExtBot, api: FakeBotApi) -> None:
    await choose_language(db, person_id=(await person(db)).id, language="en")
    await attempt(db, bot)
    assert "has been registered" in api.texts()[0]
