"""Bring a database to the tables of this version."""

import importlib
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import MetaData
from sqlalchemy.engine import Connection

from backend.db import Database, Table

HERE = Path(__file__).resolve().parent
MODELS = (
    "people",
    "campaigns",
    "files",
    "drafts",
    "deadlines",
    "notices",
    "own_page",
    "sources",
    "handling",
    "pace",
    "staff",
    "suggestions",
    "units",
    "inbox",
    "push",
    "questions",
    "ratings",
    "promises",
    "awards",
    "contacts",
    "notes",
    "replies",
    "mydata",
    "programs",
    "ledger",
    "officers",
    "occasions",
    "calls",
    "proxy",
    "quotas",
    "visits",
    "collecting",
)


def tables() -> MetaData:
    """Return every table of the house."""
    for slice_ in MODELS:
        importlib.import_module(f"backend.{slice_}.model")
    return Table.metadata


def alembic(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(HERE))
    config.attributes["connection"] = connection
    return config


async def upgrade(db: Database) -> None:
    """Migrate to the newest revision; does nothing where it is already there."""

    def run(connection: Connection) -> None:
        command.upgrade(alembic(connection), "head")

    async with db.engine.begin() as connection:
        await connection.run_sync(run)
