"""The commands, as somebody at a terminal uses them."""

import asyncio
from pathlib import Path

import pytest
from databases import load_campaigns
from similar_house import LIFT, LIFT_AGAIN, SHADE
from typer.testing import CliRunner

from backend.config import Settings
from backend.db import connect
from backend.migrations.run import upgrade
from bench.sample_suggestions import fill
from jindianzi.cli import app


@pytest.fixture
async def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A state folder with two public suggestions, as the environment names it."""
    for name in ("JINDIANZI_DATABASE_URL", "JINDIANZI_INDEX_DIR", "LC_ALL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("JINDIANZI_STATE_DIR", str(tmp_path))
    monkeypatch.setenv("LANG", "en")
    settings = Settings()
    db = connect(settings.database, settings.keys)
    await upgrade(db)
    await load_campaigns(db)
    await fill(db, [LIFT, SHADE])
    await db.close()
    return tmp_path


async def jindianzi(*words: str) -> tuple[int, str, str]:
    """Run a command; it has an event loop of its own, so it gets a thread."""
    ended = await asyncio.to_thread(CliRunner().invoke, app, words)
    assert ended.exception is None or isinstance(ended.exception, SystemExit)
    return ended.exit_code, ended.stdout, ended.stderr


async def test_the_index_is_made_anew_with_a_bar_and_can_be_tried(
    state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code, said, bar = await jindianzi("similar", "rebuild")
    assert (code, said) == (0, "The index holds 2 public suggestions.\n")
    assert "Reading public suggestions" in bar
    assert "2/2" in bar
    assert (state / "index" / "similar" / "meta.json").exists()

    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    code, said, _ = await jindianzi("similar", "find", LIFT_AGAIN)
    assert code == 0
    number, likeness, became, text = said.rstrip("\n").split("\t")
    assert (number, became, text) == ("SAMPLE-000001", "已登记", LIFT)
    assert 0 < float(likeness) < 1


async def test_what_cannot_be_found_or_written_is_said(state: Path) -> None:
    code, said, _ = await jindianzi("similar", "find", "天文馆")
    assert (code, said) == (0, "No public suggestion is close to that.\n")
    index = state / "blocked"
    index.write_text("in the way")
    (state / "index").rename(state / "away")
    index.rename(state / "index")
    code, _, wrong = await jindianzi("similar", "rebuild")
    assert code == 1
    assert "The index cannot be written: " in wrong
    assert "Traceback" not in wrong
