"""One living house for all conversations of a test worker; each test is a new person."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from chat import Chat
from databases import new_database_url
from living import Living, living
from test_behalf import appointed


@pytest.fixture(scope="session")
async def house(
    tmp_path_factory: pytest.TempPathFactory, postgresql: str | None, redis: str
) -> AsyncIterator[Living]:
    folder: Path = tmp_path_factory.mktemp("house")
    url = await new_database_url(postgresql, folder) if postgresql else ""
    monkeypatch = pytest.MonkeyPatch()
    monkeypatch.setenv("JINDIANZI_WEBCHAT_TEST_MODE", "1")
    async with living(folder, database_url=url, redis_url=redis) as running:
        yield running
    monkeypatch.undo()


@pytest.fixture
async def citizen(house: Living) -> AsyncIterator[Chat]:
    chat = await Chat.open(house)
    yield chat
    await chat.close()


@pytest.fixture
async def officer(house: Living) -> AsyncIterator[Chat]:
    chat = await appointed(house)
    yield chat
    await chat.close()
