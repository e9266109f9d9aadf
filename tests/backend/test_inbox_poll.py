"""Polling: fetched, stored, and only then acknowledged; nothing a chat server says ends it."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from typing import Any

import httpx
import pytest
from backend_house import arrive, body, rows, until
from fake_bot_api import TOKEN, Answer, FakeBotApi, bare, refusal, result
from sqlalchemy import select
from sqlalchemy.exc import OperationalError
from starlette.responses import JSONResponse, Response

from backend.db import Database
from backend.inbox import poll
from backend.inbox.model import Update


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(poll, "LONGEST_PAUSE", 0.01)
    monkeypatch.setattr(poll, "WAIT_SECONDS", 0)


@asynccontextmanager
async def polling(
    db: Database, api: FakeBotApi, arrived: Callable[[], None] = lambda: None
) -> AsyncIterator[None]:
    address = f"{api.url}/bot{TOKEN}"
    task = asyncio.create_task(poll.poll(db, channel="telegram", address=address, arrived=arrived))
    try:
        yield
        assert not task.done()
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


def patient(db: Database, *updates: int) -> tuple[Answer, list[tuple[int | None, list[int]]]]:
    """Answer like a chat server that drops what is acknowledged; note offsets and what was stored then."""
    seen: list[tuple[int | None, list[int]]] = []

    async def answer(said: dict[str, Any]) -> Response:
        there = [update.update_id for update in await rows(db, select(Update).order_by(Update.id))]
        offset = said.get("offset")
        seen.append((offset, there))
        left = [json.loads(body(number)) for number in updates if number >= (offset or 0)]
        await asyncio.sleep(0 if left else 0.01)
        return JSONResponse({"ok": True, "result": left[:2]})

    return answer, seen


async def stored(db: Database) -> list[int]:
    return [update.update_id for update in await rows(db, select(Update).order_by(Update.id))]


async def test_what_is_acknowledged_is_stored(empty_db: Database, api: FakeBotApi) -> None:
    api.always["getUpdates"], seen = patient(empty_db, 11, 12, 13, 14, 15)
    woken: list[int] = []
    async with polling(empty_db, api, lambda: woken.append(1)):
        await until(lambda: seen and seen[-1][0] == 16, "the last offset")
    assert seen[0] == (None, [])
    assert [(offset, there) for offset, there in seen if offset] == [
        (offset, [number for number in range(11, 16) if number < (offset or 0)]) for offset, _ in seen[1:]
    ]
    assert woken


async def test_polling_goes_on_after_what_is_stored_already(empty_db: Database, api: FakeBotApi) -> None:
    await arrive(empty_db, (40, 7), (41, 7), channel="telegram")
    await arrive(empty_db, (99, 7), channel="webchat")
    api.always["getUpdates"], seen = patient(empty_db)
    async with polling(empty_db, api):
        await until(lambda: seen, "a call")
    assert seen[0][0] == 42


TROUBLE = {
    "another poller": refusal(409, "Conflict: terminated by other getUpdates request"),
    "too many requests": refusal(429, "Too Many Requests", retry_after=1),
    "wrong token": refusal(401, "Unauthorized"),
    "broken": bare(502, b"<html>Bad Gateway</html>"),
    "no json": bare(200, b"<html>hello</html>"),
    "no text": bare(200, b"\xff\xfe\x00\xd8"),
    "nothing": bare(200, b""),
    "no result": bare(200, b'{"ok": true}'),
    "no object": bare(200, b"[]"),
    "no list": result(None),
    "a number": result(7),
    "an object": result({"update_id": 1}),
    "nested": bare(200, b"[" * 100_000),
}


@pytest.mark.parametrize("trouble", TROUBLE.values(), ids=TROUBLE.keys())
async def test_polling_survives(empty_db: Database, api: FakeBotApi, trouble: Answer) -> None:
    api.tell("getUpdates", trouble, trouble)
    api.always["getUpdates"], seen = patient(empty_db, 11)
    async with polling(empty_db, api):
        await until(lambda: seen and seen[-1][0] == 12, "the update after the trouble")
    assert await stored(empty_db) == [11]


async def test_what_is_no_update_is_passed_over(empty_db: Database, api: FakeBotApi) -> None:
    rubbish = [7, None, {}, {"update_id": "x"}, {"update_id": 2**70}, json.loads(body(11, text="\ud800"))]
    api.tell("getUpdates", bare(200, json.dumps({"ok": True, "result": rubbish}).encode()))
    api.always["getUpdates"], seen = patient(empty_db)
    async with polling(empty_db, api):
        await until(lambda: seen and seen[-1][0] == 12, "the one update")
    assert await stored(empty_db) == [11]


async def test_what_was_not_stored_is_not_acknowledged(
    empty_db: Database, api: FakeBotApi, monkeypatch: pytest.MonkeyPatch
) -> None:
    api.always["getUpdates"], seen = patient(empty_db, 11)
    really, failures = poll.store, [OperationalError("INSERT", {}, ConnectionError()), ConnectionError()]

    async def store(*args: Any) -> None:
        if failures:
            raise failures.pop()
        await really(*args)

    monkeypatch.setattr(poll, "store", store)
    async with polling(empty_db, api):
        await until(lambda: seen and seen[-1][0] == 12, "the update")
    assert [offset for offset, _ in seen[:3]] == [None, None, None]


async def test_a_server_that_is_not_there_is_asked_again(
    empty_db: Database, api: FakeBotApi, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    really = poll._fetch

    async def fetch(client: httpx.AsyncClient, db: Database, channel: str, address: str) -> None:
        asked.append(1)
        await really(client, db, channel, address if len(asked) > 2 else "http://127.0.0.1:1/bot")

    monkeypatch.setattr(poll, "_fetch", fetch)
    api.always["getUpdates"], seen = patient(empty_db, 11)
    async with polling(empty_db, api):
        await until(lambda: seen and seen[-1][0] == 12, "the update")
    assert await stored(empty_db) == [11]


async def test_a_hook_is_set_with_its_secret_and_the_wanted_kinds(api: FakeBotApi) -> None:
    address = f"{api.url}/bot{TOKEN}"
    await poll.hook(address=address, url="https://example.org/hook/telegram", secret="s3cret")
    await poll.unhook(address=address)
    (told,) = api.said("setWebhook")
    assert (told["url"], told["secret_token"]) == ("https://example.org/hook/telegram", "s3cret")
    assert {"message", "edited_message", "callback_query", "my_chat_member"} <= set(told["allowed_updates"])
    assert api.said("deleteWebhook") == [{"drop_pending_updates": False}]


async def test_a_failure_never_tells_the_token(api: FakeBotApi) -> None:
    api.tell("setWebhook", refusal(401, "Unauthorized"))
    with pytest.raises(httpx.HTTPError, match="401") as failure:
        await poll.hook(address=f"{api.url}/bot{TOKEN}", url="https://example.org/", secret="s")
    assert TOKEN not in str(failure.value)
