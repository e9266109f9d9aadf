import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from console_database import opened
from console_house import CLERK, HANDLER, LOOSE, OTHER, PASSWORD, WATCHER, House
from full_house import FullHouse, fill
from passwords import CHEAP
from sqlalchemy import select, update

from backend.campaigns.actions import put_in_force
from backend.campaigns.load import read
from backend.config import ROOT
from backend.db import Database
from backend.handling.actions import add_units
from backend.handling.model import Unit
from backend.migrations.run import upgrade
from backend.sources.actions import put_campaign
from backend.staff import actions
from backend.staff.model import Role, Staff


@pytest.fixture(scope="session")
async def furnished(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Path]:
    """A database with campaign, units and accounts, to be copied."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(actions, "HASHER", CHEAP)
        patch.setattr(actions, "NOBODY", CHEAP.hash("nobody"))
        yield await _furnish(tmp_path_factory.mktemp("furnished") / "jindianzi.db")


async def _furnish(path: Path) -> Path:
    db = opened(path)
    await upgrade(db)
    campaign = read(ROOT / "campaigns" / "city-2024.yaml")
    await put_in_force(db, campaign=campaign)
    await add_units(db, campaign=campaign)
    await put_campaign(db, campaign=campaign.id)
    async with db.read() as session:
        units = {unit.key: unit.id for unit in await session.scalars(select(Unit))}
    await actions.appoint(db, login=CLERK, password=PASSWORD, role=Role.CLERK)
    await actions.appoint(db, login=HANDLER, password=PASSWORD, role=Role.HANDLER, unit_id=units["transport"])
    await actions.appoint(db, login=OTHER, password=PASSWORD, role=Role.HANDLER, unit_id=units["health"])
    await actions.appoint(db, login=LOOSE, password=PASSWORD, role=Role.HANDLER, unit_id=units["health"])
    await actions.appoint(db, login=WATCHER, password=PASSWORD, role=Role.SUPERVISOR)
    async with db.begin() as session:  # an account that lost its unit behind our back
        await session.execute(update(Staff).where(Staff.login == LOOSE).values(unit_id=None))
    await db.close()
    return path


@pytest.fixture(scope="session")
async def full(furnished: Path, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[FullHouse]:
    """A house with something of every kind in it, to be looked at and not changed."""
    path = tmp_path_factory.mktemp("full") / "jindianzi.db"
    shutil.copy(furnished, path)
    db = opened(path)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(actions, "HASHER", CHEAP)
        patch.setattr(actions, "NOBODY", CHEAP.hash("nobody"))
        yield await fill(House(db))
    await db.close()


@pytest.fixture
async def db(furnished: Path, tmp_path: Path) -> AsyncIterator[Database]:
    path = tmp_path / "jindianzi.db"
    shutil.copy(furnished, path)
    db = opened(path)
    yield db
    await db.close()


@pytest.fixture
async def house(db: Database) -> House:
    return House(db)
