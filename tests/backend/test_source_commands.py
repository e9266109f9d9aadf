"""Ways in at a terminal: made, listed, and told what is not known."""

import asyncio
from pathlib import Path

import pytest
from fake_bot_api import TOKEN, FakeBotApi, refusal, result
from typer.testing import CliRunner

from backend.db import Database, connect
from backend.sources import actions as sources
from jindianzi.cli import app

PLACE = ("--campaign", "city-2024", "--kind", "place", "--name", "示例社区公告栏")
ADDRESS = "https://chat.example/?start="


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("JINDIANZI_DATABASE_URL", "BOT_TOKEN", "LC_ALL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("JINDIANZI_STATE_DIR", str(tmp_path))
    monkeypatch.setenv("JINDIANZI_WEBCHAT_PUBLIC_URL", "https://chat.example")
    monkeypatch.setenv("LANG", "en")
    return tmp_path


async def jindianzi(*words: str) -> tuple[int, str, str]:
    """Run a command; it has an event loop of its own, so it gets a thread."""
    ended = await asyncio.to_thread(CliRunner().invoke, app, words)
    assert ended.exception is None or isinstance(ended.exception, SystemExit)
    return ended.exit_code, ended.stdout, ended.stderr


async def test_a_way_in_is_made_once_and_listed(state: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code, said, _ = await jindianzi("source", "add", *PLACE, "--unit", "transport")
    assert code == 0
    assert (await jindianzi("source", "add", *PLACE, "--unit", "transport"))[1] == said
    first, second = said.splitlines()
    way = first.rsplit(" ", 1)[1]
    assert first == f"The way in is ready, its code is {way}"
    assert second == f"Web chat: {ADDRESS}{way}"

    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    code, said, _ = await jindianzi("source", "list")
    listed = [line.split("\t") for line in said.splitlines()]
    assert ["city-2024", "city-2024", "活动", "", f"{ADDRESS}city-2024"] in listed
    assert listed[-1] == [way, "city-2024", "场所", "示例社区公告栏", f"{ADDRESS}{way}"]


async def test_what_is_retired_is_listed_without_a_link(state: Path, keys: object) -> None:
    _, said, _ = await jindianzi("source", "add", *PLACE)
    way = said.splitlines()[0].rsplit(" ", 1)[1]
    db: Database = connect(f"sqlite+aiosqlite:///{state / 'jindianzi.db'}", keys)
    await sources.retire(db, code=way)
    await db.close()
    _, said, _ = await jindianzi("source", "list")
    assert said.splitlines()[-1].split("\t") == [way, "city-2024", "Place", "示例社区公告栏", "retired"]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--campaign", "nowhere"), "There is no such campaign."),
        (("--kind", "shared"), "Please choose what kind of way in it is."),
        (("--name", " "), "Please give the way in a name."),
        (("--unit", "nobody"), "There is no unit with the key nobody."),
    ],
)
async def test_what_cannot_be_made_is_said(state: Path, words: tuple[str, ...], sentence: str) -> None:
    code, _, said = await jindianzi("source", "add", *PLACE, *words)
    assert code == 1
    assert said.startswith(sentence)


async def test_telegrams_link_is_there_when_it_tells_its_name(
    state: Path, api: FakeBotApi, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOT_TOKEN", TOKEN)
    monkeypatch.setenv("JINDIANZI_TELEGRAM_API_URL", api.url)
    api.tell("getMe", result({"username": "sample_jindianzi_bot"}), refusal(401, "Unauthorized"))
    code, said, _ = await jindianzi("source", "add", *PLACE)
    assert code == 0
    assert "Telegram: https://t.me/sample_jindianzi_bot?start=" in said
    code, said, _ = await jindianzi("source", "add", *PLACE)
    assert code == 0
    assert "Telegram did not tell the name of the bot (the chat server answered 401)" in said
    assert TOKEN not in said
    assert "Web chat: " in said
