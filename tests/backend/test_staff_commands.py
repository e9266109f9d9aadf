"""Accounts at a terminal: the first administrator, and somebody who lost the phone."""

import asyncio
from pathlib import Path

import pytest
from passwords import CHEAP
from staff_house import PASSWORD, acts, sign_in, signed_in, with_factor
from typer.testing import CliRunner

from backend.config import Settings
from backend.db import Database, connect
from backend.i18n import LANGUAGES
from backend.staff import actions, queries
from jindianzi import demo
from jindianzi.cli import app
from jindianzi.house import opened


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("JINDIANZI_DATABASE_URL", "BOT_TOKEN", "LC_ALL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("JINDIANZI_STATE_DIR", str(tmp_path))
    monkeypatch.setenv("LANG", "en")
    monkeypatch.setattr(actions, "HASHER", CHEAP)
    return tmp_path


async def jindianzi(*words: str) -> tuple[int, str, str]:
    """Run a command; it has an event loop of its own, so it gets a thread."""
    ended = await asyncio.to_thread(CliRunner().invoke, app, words)
    assert ended.exception is None or isinstance(ended.exception, SystemExit)
    return ended.exit_code, ended.stdout, ended.stderr


def db_in(state: Path) -> Database:
    return connect(f"sqlite+aiosqlite:///{state / 'jindianzi.db'}", Settings().keys)


async def test_the_first_administrator_is_made_here_and_helped_here(state: Path) -> None:
    made = ("staff", "add", "boss", "administrator", "--password", PASSWORD)
    assert (await jindianzi(*made))[0] == 0
    assert (await jindianzi("staff", "add", "lead", "unit-lead", "--password", PASSWORD))[0] == 1
    db = db_in(state)
    async with db.read() as session:
        boss = await queries.with_login(session, "boss")
    assert boss is not None
    await with_factor(db, boss)
    waiting = await sign_in(db, "boss")
    code, said, _ = await jindianzi("staff", "reset", "boss")
    assert (code, "is off" in said) == (0, True)
    assert await signed_in(db, waiting) is None
    assert (await acts(db))[-1] == ("factor-reset", None, boss.id)
    code, _, said = await jindianzi("staff", "reset", "nobody")
    assert (code, "There is no account nobody" in said) == (1, True)
    await db.close()


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_demonstration_has_an_account_for_each_who_works_there(state: Path, language: str) -> None:
    async with opened(Settings()) as house:
        first, again = [await demo.accounts(house, language) for _ in range(2)]
        for account in first:
            await sign_in(house.db, account.login, account.password)
    assert first == again
    assert [account.role for account in first] == ["clerk", "handler", "unit-lead", "administrator"]
    assert [bool(account.unit) for account in first] == [False, True, True, False]
