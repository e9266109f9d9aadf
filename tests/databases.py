"""Making a database for a test."""

import secrets
from pathlib import Path

from sqlalchemy import make_url, text
from sqlalchemy.ext.asyncio import create_async_engine

from backend.campaigns import actions as campaigns
from backend.campaigns.load import read_all
from backend.db import Database
from backend.handling import actions as handling

ROOT = Path(__file__).resolve().parent.parent


async def new_database_url(postgresql: str | None, folder: Path) -> str:
    if postgresql is None:
        return f"sqlite+aiosqlite:///{folder / 'jindianzi.db'}"
    name = f"test_{secrets.token_hex(6)}"
    engine = create_async_engine(postgresql, isolation_level="AUTOCOMMIT")
    async with engine.connect() as connection:
        await connection.execute(text(f"CREATE DATABASE {name}"))
    await engine.dispose()
    return make_url(postgresql).set(database=name).render_as_string(hide_password=False)


async def load_campaigns(db: Database) -> None:
    for campaign in read_all(ROOT / "campaigns").values():
        await campaigns.put_in_force(db, campaign=campaign)
        await handling.add_units(db, campaign=campaign)
