"""Migrations go up, down and up again, and end at the tables of the code."""

from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from cryptography.fernet import Fernet, MultiFernet
from databases import new_database_url
from sqlalchemy import MetaData, inspect
from sqlalchemy.engine import Connection
from sqlalchemy.ext.asyncio import AsyncEngine

import webchat.db
from backend.db import Database, connect
from backend.migrations.run import MODELS, alembic, tables
from backend.secret import Keys
from webchat.model import Base

HERE = Path(__file__).resolve().parents[2]


def stairs(connection: Connection, config: Config, metadata: MetaData, versions: str) -> None:
    """Go up step by step, down and up again; then there is nothing to add to the tables."""
    for revision in reversed(list(ScriptDirectory.from_config(config).walk_revisions())):
        command.upgrade(config, revision.revision)
        command.downgrade(config, "-1")
        command.upgrade(config, revision.revision)
    command.downgrade(config, "base")
    assert set(inspect(connection).get_table_names()) <= {versions}
    command.upgrade(config, "head")
    assert differences(connection, metadata, versions) == []
    there = set(inspect(connection).get_table_names()) - {versions}
    assert there == set(metadata.tables)


def differences(connection: Connection, metadata: MetaData, versions: str) -> list[object]:
    context = MigrationContext.configure(connection, opts={"compare_type": True, "version_table": versions})
    return list(compare_metadata(context, metadata))


@pytest.fixture
async def bare(tmp_path: Path, postgresql: str | None, keys: Keys) -> Database:
    """A database without a table."""
    return connect(await new_database_url(postgresql, tmp_path), keys)


async def climb(engine: AsyncEngine, config_of: object, metadata: MetaData, versions: str) -> None:
    async with engine.begin() as connection:
        await connection.run_sync(lambda c: stairs(c, config_of(c), metadata, versions))  # type: ignore[operator]
    await engine.dispose()


async def test_the_house_goes_up_down_and_up(bare: Database) -> None:
    await climb(bare.engine, alembic, tables(), "alembic_version")


async def test_the_web_chat_goes_up_down_and_up(tmp_path: Path, postgresql: str | None) -> None:
    url = await new_database_url(postgresql, tmp_path)
    engine = webchat.db.Database(url, MultiFernet([Fernet(Fernet.generate_key())])).engine
    await climb(engine, webchat.db.alembic_config, Base.metadata, "webchat_schema")


def test_migrations_know_every_slice_with_tables() -> None:
    slices = {path.parent.name for path in (HERE / "backend").glob("*/model.py")}
    assert slices == set(MODELS)
