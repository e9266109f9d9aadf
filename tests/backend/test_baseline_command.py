"""Last year's figures at a terminal: loaded once, and what is wrong is said with its line."""

from pathlib import Path

import pytest
from test_source_commands import jindianzi

SHEET = "quota,share,of,day,count\nunit-minimum,unit,transport,2023-08-01,{count}\n"


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("JINDIANZI_DATABASE_URL", "BOT_TOKEN", "LC_ALL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("JINDIANZI_STATE_DIR", str(tmp_path))
    monkeypatch.setenv("LANG", "en")
    return tmp_path


async def test_figures_are_loaded_once(tmp_path: Path) -> None:
    sheet = tmp_path / "last.csv"
    sheet.write_text(SHEET.format(count=7), "utf-8")
    code, said, _ = await jindianzi("baseline", "load", str(sheet))
    assert (code, said.strip()) == (0, "Last year's figures are loaded: 1 new, 0 changed, 0 as they were.")
    _, said, _ = await jindianzi("baseline", "load", str(sheet), "--campaign", "city-2024")
    assert "0 new, 0 changed, 1 as they were" in said


async def test_what_cannot_be_loaded_is_said(tmp_path: Path) -> None:
    code, _, said = await jindianzi("baseline", "load", str(tmp_path / "none.csv"))
    assert (code, "cannot be opened" in said) == (1, True)
    sheet = tmp_path / "last.csv"
    sheet.write_text(SHEET.format(count="many"), "utf-8")
    code, _, said = await jindianzi("baseline", "load", str(sheet))
    assert code == 1
    assert said.startswith("Line 2: “many” is no count.")
