"""Databases copied from a furnished one, a clock to put forward, and a second process on the same data."""

from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from backend_house import CAMPAIGN, Hands, person, stored_file
from copying import copied, opened
from databases import load_campaigns, new_database_url
from fake_bot_api import FakeBotApi
from telling import Telling

import backend.awards.messages
import backend.calls.messages
import backend.handling.messages
import backend.officers.messages
import backend.promises.messages
import backend.questions.messages
import backend.quotas.messages
import backend.ratings.messages
import backend.staff.messages
import backend.suggestions.messages  # noqa: F401 - these declare what pushes say
from backend import clock
from backend.db import Database, connect
from backend.drafts import actions as drafts
from backend.migrations.run import upgrade
from backend.secret import Keys


@pytest.fixture(scope="session")
async def empty_template(postgresql: str | None, keys: Keys, tmp_path_factory: pytest.TempPathFactory) -> str:
    url = await new_database_url(postgresql, tmp_path_factory.mktemp("empty"))
    db = connect(url, keys)
    await upgrade(db)
    await db.close()
    return url


@pytest.fixture(scope="session")
async def furnished_template(
    postgresql: str | None, keys: Keys, empty_template: str, tmp_path_factory: pytest.TempPathFactory
) -> str:
    url = await copied(postgresql, empty_template, tmp_path_factory.mktemp("furnished"))
    db = connect(url, keys)
    await load_campaigns(db)
    await db.close()
    return url


@pytest.fixture
async def empty_db(
    postgresql: str | None, keys: Keys, empty_template: str, tmp_path: Path
) -> AsyncIterator[Database]:
    db = opened(await copied(postgresql, empty_template, tmp_path), keys)
    yield db
    await db.close()


@pytest.fixture
async def db(
    postgresql: str | None, keys: Keys, furnished_template: str, tmp_path: Path
) -> AsyncIterator[Database]:
    db = opened(await copied(postgresql, furnished_template, tmp_path), keys)
    yield db
    await db.close()


@pytest.fixture
async def another() -> AsyncIterator[Callable[..., Database]]:
    """Open the same database once more, as another process would, with its own keys if given."""
    made: list[Database] = []

    def open_again(db: Database, keys: Keys | None = None) -> Database:
        url = db.engine.url.render_as_string(hide_password=False)
        made.append(opened(url, keys or db.keys))
        return made[-1]

    yield open_again
    for db in made:
        await db.close()


@pytest.fixture
def hands(monkeypatch: pytest.MonkeyPatch) -> Hands:
    """Stop the clock at a summer's day of 2024."""
    stopped = Hands(datetime(2024, 8, 1, 4, 0, tzinfo=UTC))
    monkeypatch.setattr(clock, "now", lambda: stopped.at)
    return stopped


@pytest.fixture
async def telling(db: Database, hands: Hands) -> Telling:
    """Begin a draft; a file is there to be sent."""
    await stored_file(db)
    author = await person(db)
    return Telling(db, await drafts.start(db, person_id=author.id, campaign=CAMPAIGN, update=10, message=10))


@pytest.fixture(scope="session")
async def chat_server() -> AsyncIterator[FakeBotApi]:
    async with FakeBotApi.started() as server:
        yield server


@pytest.fixture
async def api(chat_server: FakeBotApi) -> AsyncIterator[FakeBotApi]:
    """A chat server that has forgotten the test before."""
    chat_server.forget()
    yield chat_server
    chat_server.release()
