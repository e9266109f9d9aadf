"""A house whose chats hear no personal data; each test is a new person."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from chat import Chat
from databases import new_database_url
from living import Living, living
from own_page_house import Desk, furnish, write_campaign

from backend.db import Database


@pytest.fixture(scope="session")
async def house(
    tmp_path_factory: pytest.TempPathFactory, postgresql: str | None, redis: str
) -> AsyncIterator[Living]:
    folder = tmp_path_factory.mktemp("own-page")
    url = await new_database_url(postgresql, folder) if postgresql else ""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JINDIANZI_WEBCHAT_TEST_MODE", "1")
        campaigns = write_campaign(folder / "campaigns")
        async with living(folder, database_url=url, redis_url=redis, campaigns_dir=campaigns) as running:
            yield running


@pytest.fixture
async def citizen(house: Living) -> AsyncIterator[Chat]:
    chat = await Chat.open(house)
    yield chat
    await chat.close()


@pytest.fixture
async def desk(empty_db: Database, tmp_path: Path) -> Desk:
    await furnish(empty_db, tmp_path / "campaigns")
    return Desk(empty_db)
