from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import httpx
import pytest
import pytest_asyncio
from webchat_driver import BotSide, PersonSide, new_bot, new_person, running


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder: Path = tmp_path_factory.mktemp("webchat")
    with running(folder) as found:
        yield found


@pytest_asyncio.fixture(scope="session")
async def http(address: str) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=address, timeout=30, trust_env=False) as client:
        yield client


@pytest_asyncio.fixture
async def bot(http: httpx.AsyncClient) -> BotSide:
    return await new_bot(http)


@pytest_asyncio.fixture
async def person(http: httpx.AsyncClient, bot: BotSide) -> PersonSide:
    return await new_person(http, bot)
