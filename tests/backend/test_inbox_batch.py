"""Updates that arrive together share a commit, and each one's bringer is told how it went."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any

import pytest
from backend_house import body, rows, until
from sqlalchemy import select
from sqlalchemy.exc import OperationalError

from backend.db import Database
from backend.inbox import batch as batching
from backend.inbox.actions import Arrival
from backend.inbox.batch import Batch
from backend.inbox.model import Update

GONE = OperationalError("INSERT", {}, ConnectionError())


@asynccontextmanager
async def running(batch: Batch) -> AsyncIterator[None]:
    task = asyncio.create_task(batch.run())
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


def arrival(number: int) -> Arrival:
    return Arrival("webchat", body(number))


@pytest.fixture
def commits(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The number of updates in each commit."""
    sizes: list[int] = []
    really = batching.store

    async def store(db: Database, arrivals: list[Arrival]) -> None:
        sizes.append(len(arrivals))
        await really(db, arrivals)

    monkeypatch.setattr(batching, "store", store)
    return sizes


async def test_updates_that_wait_together_share_one_commit(empty_db: Database, commits: list[int]) -> None:
    batch = Batch(empty_db, lambda: None)
    waiting = [asyncio.create_task(batch.put(arrival(number))) for number in range(1, 601)]
    await asyncio.sleep(0)
    async with running(batch):
        await asyncio.gather(*waiting)
    assert commits == [batching.MOST, 100]
    assert [update.update_id for update in await rows(empty_db, select(Update).order_by(Update.id))] == [
        *range(1, 601)
    ]


async def test_put_returns_when_the_update_is_there(empty_db: Database) -> None:
    woken: list[int] = []
    batch = Batch(empty_db, lambda: woken.append(1))
    async with running(batch):
        await batch.put(arrival(5))
        assert [update.update_id for update in await rows(empty_db, select(Update))] == [5]
        await until(lambda: woken, "the alarm")


async def test_rubbish_is_refused_alone(empty_db: Database) -> None:
    batch = Batch(empty_db, lambda: None)
    async with running(batch):
        told = await asyncio.gather(
            batch.put(arrival(1)),
            batch.put(Arrival("webchat", b"rubbish")),
            batch.put(arrival(2)),
            return_exceptions=True,
        )
    assert [type(answer) for answer in told] == [type(None), json.JSONDecodeError, type(None)]
    assert len(await rows(empty_db, select(Update))) == 2


async def test_every_waiter_is_told_that_nothing_was_stored_and_the_next_is_stored(
    empty_db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def refuse(*_: Any) -> None:
        raise GONE

    woken: list[int] = []
    batch = Batch(empty_db, lambda: woken.append(1))
    with monkeypatch.context() as broken:
        broken.setattr(batching, "store", refuse)
        async with running(batch):
            told = await asyncio.gather(*(batch.put(arrival(n)) for n in (1, 2)), return_exceptions=True)
    assert told == [GONE, GONE]
    assert woken == []
    async with running(batch):
        await batch.put(arrival(1))
    assert len(await rows(empty_db, select(Update))) == 1


async def test_one_who_no_longer_waits_harms_nobody(empty_db: Database) -> None:
    batch = Batch(empty_db, lambda: None)
    left, stayed = (asyncio.create_task(batch.put(arrival(number))) for number in (1, 2))
    await asyncio.sleep(0)
    left.cancel()
    async with running(batch):
        await stayed
        await batch.put(arrival(3))
    assert [update.update_id for update in await rows(empty_db, select(Update))] == [1, 2, 3]
