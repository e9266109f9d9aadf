"""Real databases for every test: SQLite by default, PostgreSQL and Redis with `make test-postgres`."""

import os
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from databases import load_campaigns, new_database_url

from backend.db import Database, connect
from backend.migrations.run import upgrade
from backend.secret import Keys

ON_POSTGRESQL = os.environ.get("JINDIANZI_TEST_DATABASE") == "postgresql"
ON_REDIS = os.environ.get("JINDIANZI_TEST_POSITION") == "redis"


@pytest.fixture(scope="session")
def keys() -> Keys:
    return Keys.of("a secret for tests only, long enough")


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str | None]:
    """The address of an embedded PostgreSQL, or None where the tests run on SQLite."""
    if not ON_POSTGRESQL:
        yield None
        return
    from embedded import postgresql_server  # noqa: PLC0415 - the server is unpacked only when wanted

    with postgresql_server() as address:
        yield address


@pytest.fixture(scope="session")
def redis() -> Iterator[str]:
    """The address of an embedded Redis, or "" where positions are kept in memory."""
    if not ON_REDIS:
        yield ""
        return
    from embedded import redis_server  # noqa: PLC0415

    with redis_server() as address:
        yield address


@pytest.fixture
async def empty_db(tmp_path: Path, keys: Keys, postgresql: str | None) -> AsyncIterator[Database]:
    """A database with its tables and nothing in them."""
    db = connect(await new_database_url(postgresql, tmp_path), keys)
    await upgrade(db)
    yield db
    await db.close()


@pytest.fixture
async def db(empty_db: Database) -> Database:
    """A database with the campaigns of this repository in force."""
    await load_campaigns(empty_db)
    return empty_db
