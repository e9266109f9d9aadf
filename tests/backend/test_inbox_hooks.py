"""Deliveries: the secret first, stored before 200, and never 500."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from typing import Any

import httpx
import pytest
from backend_house import body, rows
from sqlalchemy import select
from sqlalchemy.exc import OperationalError
from test_inbox_store import RUBBISH

from backend.api import hooks
from backend.db import Database
from backend.inbox import batch as batching
from backend.inbox.batch import Batch
from backend.inbox.model import Update

SECRET = "a-secret-of-letters"


@pytest.fixture
async def hook(empty_db: Database) -> AsyncIterator[httpx.AsyncClient]:
    batch = Batch(empty_db, lambda: None)
    storing = asyncio.create_task(batch.run())
    app = hooks.build(batch, {"telegram": SECRET})
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    headers = {hooks.SECRET_HEADER: SECRET}
    async with httpx.AsyncClient(transport=transport, base_url="http://hook", headers=headers) as client:
        yield client
    storing.cancel()
    with suppress(asyncio.CancelledError):
        await storing


async def stored(db: Database) -> list[int]:
    return [update.update_id for update in await rows(db, select(Update).order_by(Update.id))]


async def test_a_delivery_is_stored_before_it_is_accepted(
    hook: httpx.AsyncClient, empty_db: Database
) -> None:
    assert (await hook.post("/telegram", content=body(5))).status_code == 200
    assert await stored(empty_db) == [5]


async def test_a_delivery_that_comes_again_is_accepted_again(
    hook: httpx.AsyncClient, empty_db: Database
) -> None:
    answers = await asyncio.gather(*(hook.post("/telegram", content=body(5)) for _ in range(5)))
    assert {answer.status_code for answer in answers} == {200}
    assert await stored(empty_db) == [5]


@pytest.mark.parametrize(
    "secret",
    [b"", b"wrong", SECRET.upper().encode(), b"\xff\xfe\xe9", "密".encode(), SECRET.encode() + b"\xe9"],
    ids=["empty", "wrong", "upper", "bytes", "utf-8", "longer"],
)
async def test_a_wrong_secret_stores_nothing(
    hook: httpx.AsyncClient, empty_db: Database, secret: bytes
) -> None:
    given = [(hooks.SECRET_HEADER.encode(), secret)]
    assert (await hook.post("/telegram", content=body(5), headers=given)).status_code == 404
    assert await stored(empty_db) == []


async def test_no_secret_stores_nothing(hook: httpx.AsyncClient, empty_db: Database) -> None:
    del hook.headers[hooks.SECRET_HEADER]
    assert (await hook.post("/telegram", content=body(5))).status_code == 404
    assert await stored(empty_db) == []


async def test_an_unknown_channel_stores_nothing(hook: httpx.AsyncClient, empty_db: Database) -> None:
    assert (await hook.post("/webchat", content=body(5))).status_code == 404
    assert await stored(empty_db) == []


@pytest.mark.parametrize("rubbish", RUBBISH, ids=lambda rubbish: rubbish[:20].decode("latin-1"))
async def test_rubbish_is_refused_for_good(
    hook: httpx.AsyncClient, empty_db: Database, rubbish: bytes
) -> None:
    assert (await hook.post("/telegram", content=rubbish)).status_code == 400
    assert (await hook.post("/telegram", content=body(6))).status_code == 200
    assert await stored(empty_db) == [6]


async def test_too_much_is_refused(hook: httpx.AsyncClient, empty_db: Database) -> None:
    large = body(5, text="x" * hooks.LARGEST)
    assert (await hook.post("/telegram", content=large)).status_code == 413
    assert await stored(empty_db) == []


async def test_too_much_in_pieces_is_refused_too(hook: httpx.AsyncClient, empty_db: Database) -> None:
    async def pieces() -> AsyncIterator[bytes]:
        yield body(5, text="x" * hooks.LARGEST)

    assert (await hook.post("/telegram", content=pieces())).status_code == 413
    assert await stored(empty_db) == []


async def test_what_could_not_be_stored_is_asked_for_again(
    hook: httpx.AsyncClient, empty_db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def refuse(*_: Any) -> None:
        raise OperationalError("INSERT", {}, ConnectionError())

    with monkeypatch.context() as broken:
        broken.setattr(batching, "store", refuse)
        assert (await hook.post("/telegram", content=body(5))).status_code == 503
    assert (await hook.post("/telegram", content=body(5))).status_code == 200
    assert await stored(empty_db) == [5]
