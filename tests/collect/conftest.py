"""A house with an officer in office, whose phone is signed in; the clock stands at a summer's day of 2024."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from collect_house import Phone, Post, in_post
from databases import load_campaigns, new_database_url

from backend import clock
from backend.db import Database, connect
from backend.migrations.run import upgrade
from backend.secret import Keys
from tests.backend.backend_house import Hands
from tests.backend.copying import copied, opened


@pytest.fixture(scope="session")
async def template(postgresql: str | None, keys: Keys, tmp_path_factory: pytest.TempPathFactory) -> str:
    url = await new_database_url(postgresql, tmp_path_factory.mktemp("furnished"))
    db = connect(url, keys)
    await upgrade(db)
    await load_campaigns(db)
    await db.close()
    return url


@pytest.fixture
async def db(postgresql: str | None, keys: Keys, template: str, tmp_path: Path) -> AsyncIterator[Database]:
    db = opened(await copied(postgresql, template, tmp_path), keys)
    yield db
    await db.close()


@pytest.fixture
def hands(monkeypatch: pytest.MonkeyPatch) -> Hands:
    stopped = Hands(datetime(2024, 8, 1, 4, 0, tzinfo=UTC))
    monkeypatch.setattr(clock, "now", lambda: stopped.at)
    return stopped


@pytest.fixture
async def post(db: Database, hands: Hands) -> AsyncIterator[Post]:
    async with in_post(db, hands) as made:
        yield made


@pytest.fixture
async def phone(post: Post) -> Phone:
    return await post.phone()
