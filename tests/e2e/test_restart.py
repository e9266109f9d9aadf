"""The program ends at every step of the dialog, or forgets where everybody stood: each goes on from there."""

import asyncio
import signal
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest
from chaos.program import Program, program
from chat import Chat
from databases import new_database_url
from embedded import redis_server
from living import living
from redis.asyncio import Redis
from walker import PARAGRAPHS, STEPS, Walker

from backend.db import Database

Event = Callable[[], Awaitable[object]]
AT_ONCE = 4


@pytest.fixture(scope="module")
async def running(
    tmp_path_factory: pytest.TempPathFactory, postgresql: str | None, redis: str
) -> AsyncIterator[Program]:
    """The real program in its own process."""
    folder: Path = tmp_path_factory.mktemp("restarted")
    url = await new_database_url(postgresql, folder) if postgresql else ""
    async with program(folder, JINDIANZI_DATABASE_URL=url, JINDIANZI_REDIS_URL=redis) as prepared:
        await prepared.start()
        await prepared.ready()
        yield prepared


@asynccontextmanager
async def walker(webchat: str, db: Database) -> AsyncIterator[Walker]:
    async with httpx.AsyncClient(base_url=webchat, timeout=30) as http:
        answer = await http.post("/api/chats", json={"name": "张三", "language": "zh-hans"})
        answer.raise_for_status()
        yield Walker(Chat(http, db, answer.json()))


async def interrupted(webchat: str, db: Database, event: Event, *, by_tap: bool) -> None:
    """Bring a person to every step, let the event happen to all, and have each go on to the number."""
    turns = asyncio.Semaphore(AT_ONCE)
    there, happened = asyncio.Barrier(len(STEPS) + 1), asyncio.Event()

    async def one(step: str) -> None:
        async with walker(webchat, db) as person:
            async with turns:
                await _stand_at(person, step)
            await there.wait()
            await happened.wait()
            async with turns:
                await _go_on(person, step, db, by_tap=by_tap)

    async with asyncio.TaskGroup() as group:
        for step in STEPS:
            group.create_task(one(step))
        await there.wait()
        await event()
        happened.set()


async def _stand_at(person: Walker, step: str) -> None:
    await person.walk_to(step)
    if step == "text":
        await person.says(PARAGRAPHS[0])


async def _go_on(person: Walker, step: str, db: Database, *, by_tap: bool) -> None:
    """The very next tap or text counts, and nothing of what was said before is lost."""
    leads_to = await (person.taps_next(step) if by_tap else person.says_next(step))
    assert (step, by_tap, await person.place()) == (step, by_tap, leads_to)
    await person.walk_to("sent")
    row = await person.kept(db)
    assert await person.chat.number_shown() == row.number
    assert (row.theme, row.name, row.contact) == ("megacity", "张三", "+8613800001111")
    assert sorted(row.text.split("\n")) == sorted(person.said)


@pytest.mark.parametrize(
    ("how", "by_tap"),
    [(signal.SIGTERM, True), (signal.SIGKILL, False)],
    ids=["terminated, then a tap", "killed, then words"],
)
async def test_a_restart_at_any_step_loses_nothing(
    running: Program, how: signal.Signals, *, by_tap: bool
) -> None:
    db = running.database()

    async def restart() -> None:
        code = await running.end(how)
        assert code == (0 if how == signal.SIGTERM else -signal.SIGKILL)
        await running.start()
        await running.ready()

    try:
        await interrupted(running.webchat, db, restart, by_tap=by_tap)
    finally:
        await db.close()


async def test_sigterm_ends_in_good_order_though_people_are_connected(running: Program) -> None:
    """Streams and polls that are open do not hold the end up; the last line says that all is saved."""
    db = running.database()
    async with walker(running.webchat, db) as person:
        chat = person.chat
        await person.walk_to("text")
        async with chat.http.stream("GET", f"/api/chats/{chat.id}/events") as stream:
            assert stream.status_code == httpx.codes.OK
            async with asyncio.timeout(30):
                assert await running.end(signal.SIGTERM) == 0
    assert "Everything is saved" in running.log
    assert "Traceback" not in running.log
    await db.close()
    await running.start()
    await running.ready()


@pytest.mark.parametrize("by_tap", [True, False], ids=["then a tap", "then words"])
async def test_a_lost_position_store_loses_nothing(
    tmp_path: Path, postgresql: str | None, *, by_tap: bool
) -> None:
    url = await new_database_url(postgresql, tmp_path) if postgresql else ""
    with redis_server() as address:
        async with living(tmp_path / "state", database_url=url, redis_url=address) as house:

            async def flush() -> None:
                async with Redis.from_url(address) as positions:
                    assert await positions.dbsize()
                    await positions.flushall()

            await interrupted(house.webchat, house.house.db, flush, by_tap=by_tap)
