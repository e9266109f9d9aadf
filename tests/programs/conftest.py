from collections.abc import AsyncIterator
from typing import Any

import pytest
from databases import load_campaigns, new_database_url
from passwords import CHEAP
from programs_house import AUDITOR, CLERK, HANDLER, OTHER, Hands, House
from sqlalchemy import event, make_url, select

import backend.handling.messages
import backend.questions.messages
import backend.ratings.messages
import backend.suggestions.messages  # noqa: F401 - these declare what pushes say
from backend import clock
from backend.db import Database, connect
from backend.handling.model import Unit
from backend.migrations.run import upgrade
from backend.secret import Keys
from backend.staff import actions
from backend.staff.model import Role

PASSWORD = "golden-idea-2024"


def opened(url: str, keys: Keys) -> Database:
    db = connect(url, keys)
    if db.embedded:

        @event.listens_for(db.engine.sync_engine, "connect")
        def on_connect(connection: Any, _record: object) -> None:
            connection.execute("PRAGMA synchronous=OFF")  # no test here outlives a power cut

    return db


async def furnish(db: Database) -> None:
    """Put campaigns, units and accounts into a database."""
    await upgrade(db)
    await load_campaigns(db)
    async with db.read() as session:
        units = {unit.key: unit.id for unit in await session.scalars(select(Unit))}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(actions, "HASHER", CHEAP)
        for login, role, unit in (
            (CLERK, Role.CLERK, None),
            (HANDLER, Role.HANDLER, "transport"),
            (OTHER, Role.HANDLER, "health"),
            (AUDITOR, Role.AUDITOR, None),
            ("administrator", Role.ADMINISTRATOR, None),
        ):
            unit_id = units[unit] if unit else None
            await actions.appoint(db, login=login, password=PASSWORD, role=role, unit_id=unit_id)


@pytest.fixture(scope="session")
async def template(keys: Keys, tmp_path_factory: pytest.TempPathFactory) -> str:
    url = await new_database_url(None, tmp_path_factory.mktemp("programs"))
    db = opened(url, keys)
    await furnish(db)
    await db.close()
    return url


@pytest.fixture
async def db(postgresql: str | None, template: str, keys: Keys, tmp_path: Any) -> AsyncIterator[Database]:
    url = await new_database_url(postgresql, tmp_path)
    if postgresql is None:
        copy_database(template, url)
    db = opened(url, keys)
    if postgresql:
        await furnish(db)
    yield db
    await db.close()


def copy_database(template: str, url: str) -> None:
    there, here = (make_url(each).database or "" for each in (template, url))
    with open(there, "rb") as source, open(here, "wb") as target:  # noqa: PTH123
        target.write(source.read())


@pytest.fixture
async def another(template: str, keys: Keys, tmp_path: Any) -> AsyncIterator[Database]:
    """The database of another house."""
    (tmp_path / "elsewhere").mkdir()
    url = await new_database_url(None, tmp_path / "elsewhere")
    copy_database(template, url)
    db = opened(url, keys)
    yield db
    await db.close()


@pytest.fixture
def hands(monkeypatch: pytest.MonkeyPatch) -> Hands:
    """Stop the clock at a summer's day of 2024, when letters are taken."""
    stopped = Hands()
    monkeypatch.setattr(clock, "now", lambda: stopped.at)
    return stopped


@pytest.fixture
async def house(db: Database, hands: Hands) -> House:
    return House(db, hands)
