"""Tokens and the ledger at a terminal."""

import asyncio
from pathlib import Path

import pytest
from ledger_house import as_csv, csv_rows, line, rows_of
from typer.testing import CliRunner

from backend.config import Settings
from backend.dates import today
from backend.programs import queries
from backend.staff import actions as staff
from backend.staff.model import Role
from backend.suggestions.model import Suggestion
from jindianzi.cli import app
from jindianzi.house import opened

SHEET = as_csv(line(), line(number="2024-18", unit="交通部门"), line(number="2024-19", name=None))


@pytest.fixture
async def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hands: object) -> Path:
    """A house of its own with one clerk, at a terminal that speaks English."""
    for name in ("JINDIANZI_DATABASE_URL", "BOT_TOKEN", "LC_ALL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("JINDIANZI_STATE_DIR", str(tmp_path))
    monkeypatch.setenv("LANG", "en")
    async with opened(Settings()) as house:
        await staff.appoint(house.db, login="clerk", password="golden-idea-2024", role=Role.CLERK)
    (tmp_path / "in.csv").write_bytes(SHEET)
    return tmp_path


async def jindianzi(*words: str) -> tuple[int, str, str]:
    """Run a command; it has an event loop of its own, so it gets a thread."""
    ended = await asyncio.to_thread(CliRunner().invoke, app, words)
    assert ended.exception is None or isinstance(ended.exception, SystemExit)
    return ended.exit_code, ended.stdout, ended.stderr


def parts_left(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.name.endswith(".part")]


async def test_a_token_is_made_listed_and_revoked(state: Path) -> None:
    last = str(today().replace(year=2025, month=1, day=1))
    said = ("program", "add", "--name", "示例", "--scope", "read", "--scope", "import", "--login", "clerk")
    code, shown, _ = await jindianzi(*said, "--until", last)
    secret = shown.splitlines()[-1]
    assert code == 0
    async with opened(Settings()) as house, house.db.read() as session:
        token = await queries.with_token(session, secret)
    assert token
    assert token.scopes == ["import", "read"]
    listed = (await jindianzi("program", "list"))[1]
    assert listed.split("\t") == [str(token.id), "示例", "clerk", "import,read", last, "good\n"]
    assert secret not in listed
    assert (await jindianzi("program", "revoke", str(token.id)))[0] == 0
    assert (await jindianzi("program", "list"))[1].endswith("ended\n")
    assert (await jindianzi("program", "revoke", "99"))[0] == 1
    refused = await jindianzi(*said, "--until", "2020-01-01")
    assert (refused[0], "last day" in refused[2]) == (1, True)


async def test_a_ledger_goes_in_once_and_out_again(state: Path) -> None:
    said = ("ledger", "import", str(state / "in.csv"), "--system", "xinfang", "--login", "clerk")
    code, shown, problems = await jindianzi(*said)
    assert (code, shown) == (2, "New: 2. There already: 0. Not taken: 1.\n")
    assert "line 4: Please send your name" in problems
    code, shown, _ = await jindianzi(*said, "--report", str(state / "refused.csv"))
    assert (code, shown.splitlines()[0]) == (2, "New: 0. There already: 2. Not taken: 1.")
    assert len(csv_rows((state / "refused.csv").read_bytes())) == 2

    for name, read in (("out.csv", csv_rows), ("out.xlsx", rows_of)):
        code, shown, _ = await jindianzi("ledger", "export", str(state / name))
        assert (code, shown) == (0, f"2 suggestions are in {state / name}\n")
        rows = read((state / name).read_bytes())
        assert len(rows) == 3
        assert "张三" not in str(rows)
    code, shown, _ = await jindianzi(
        "ledger", "export", str(state / "out.csv"), "--unit", "transport", "--personal"
    )
    (row,) = csv_rows((state / "out.csv").read_bytes())[1:]
    assert "张三" in row
    assert parts_left(state) == []


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("export", "{state}/out.pdf"), "must end in .xlsx or .csv"),
        (("export", "{state}/nowhere/out.csv"), "cannot be written"),
        (("import", "{state}/no.csv", "--system", "x", "--login", "clerk"), "cannot be read"),
        (("import", "{state}/in.csv", "--system", "x", "--login", "nobody"), "no clerk with the login"),
        (("import", "{state}/in.csv", "--system", "a b", "--login", "clerk"), "name of the other system"),
        (("import", "{state}/secret.key", "--system", "x", "--login", "clerk"), "These columns are missing"),
    ],
)
async def test_what_cannot_be_done_is_told(state: Path, words: tuple[str, ...], told: str) -> None:
    code, _, problems = await jindianzi("ledger", *(word.format(state=state) for word in words))
    assert code == 1
    assert told in problems
    async with opened(Settings()) as house, house.db.read() as session:
        assert await session.get(Suggestion, 1) is None
