"""Databases opened for tests, and copied whole."""

import shutil
from pathlib import Path
from typing import Any

from databases import new_database_url
from sqlalchemy import event, make_url, text
from sqlalchemy.ext.asyncio import create_async_engine

from backend.db import Database, connect
from backend.secret import Keys


def opened(url: str, keys: Keys) -> Database:
    db = connect(url, keys)
    if db.embedded:

        @event.listens_for(db.engine.sync_engine, "connect")
        def on_connect(connection: Any, _record: object) -> None:
            connection.execute("PRAGMA synchronous=OFF")  # no test here outlives a power cut

    return db


async def copied(postgresql: str | None, template: str, folder: Path) -> str:
    """Copy a whole database; nobody may be connected to the one that is copied."""
    if postgresql is None:
        url = await new_database_url(None, folder)
        shutil.copy(make_url(template).database or "", make_url(url).database or "")
        return url
    made = make_url(template).set(database=f"copy_{folder.name.lower()}")
    engine = create_async_engine(postgresql, isolation_level="AUTOCOMMIT")
    async with engine.connect() as connection:
        await connection.execute(text(f'DROP DATABASE IF EXISTS "{made.database}"'))
        await connection.execute(
            text(f'CREATE DATABASE "{made.database}" TEMPLATE "{make_url(template).database}"')
        )
    await engine.dispose()
    return made.render_as_string(hide_password=False)
