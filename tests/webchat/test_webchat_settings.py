"""Settings, limits, migrations, and that the page about them is complete."""

import asyncio
import json
from pathlib import Path

import httpx
import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from cryptography.fernet import Fernet
from pydantic import ValidationError
from sqlalchemy import Connection
from webchat_driver import KEY, TOKEN, BotSide, new_person, running, settings_in

from webchat import security, words
from webchat.app import build
from webchat.botapi.registry import METHODS
from webchat.cipher import cipher_of
from webchat.config import Settings
from webchat.db import Database, alembic_config
from webchat.limits import Buckets
from webchat.model import Base

PAGE = (Path(__file__).parents[2] / "docs" / "webchat.md").read_text("utf-8")


def test_production_refuses_test_mode(tmp_path: Path):
    with pytest.raises(ValidationError, match="production refuses it"):
        settings_in(tmp_path, production=True)


def test_production_needs_a_key(tmp_path: Path):
    settings = settings_in(tmp_path, production=True, test_mode=False, key=None, key_file=tmp_path / "key")
    with pytest.raises(ValueError, match="production needs key"):
        build(settings)


def test_a_key_is_made_once(tmp_path: Path):
    settings = settings_in(tmp_path, key=None, key_file=tmp_path / "key")
    assert settings.fernet_keys() == settings.fernet_keys()
    assert (tmp_path / "key").stat().st_mode & 0o77 == 0


def test_tokens_from_text_and_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "tokens").write_text("3:c\n4:d\n")
    monkeypatch.setenv("JINDIANZI_WEBCHAT_TOKENS", "1:a, 2:b")
    monkeypatch.setenv("JINDIANZI_WEBCHAT_TOKENS_FILE", str(tmp_path / "tokens"))
    assert Settings().bot_tokens() == ("1:a", "2:b", "3:c", "4:d")
    with pytest.raises(ValidationError, match="looks like"):
        settings_in(tmp_path, tokens=("nonsense",))


async def test_names_of_bots_and_two_servers_in_one_process(tmp_path: Path):
    names = {100: {"username": "first_bot", "name": "First"}}
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    with (
        running(tmp_path / "a", bot_names=names) as one,
        running(tmp_path / "b", key=Fernet.generate_key().decode()) as two,
    ):
        async with httpx.AsyncClient(base_url=one) as here, httpx.AsyncClient(base_url=two) as there:
            assert (await BotSide(here, TOKEN).ok("getMe"))["username"] == "first_bot"
            person = await new_person(here)
            assert (await BotSide(there, TOKEN).ok("getMe"))["username"] == "jindianzi_bot"
            assert await BotSide(there, TOKEN).refused("sendMessage", chat_id=person.chat, text="a")
            await person.says("a")
            assert await BotSide(there, TOKEN).updates() == []


async def test_an_older_key_still_opens_what_it_closed(tmp_path: Path):
    with running(tmp_path) as address:
        async with httpx.AsyncClient(base_url=address) as http:
            person = await new_person(http)
            await person.says("a")
    with running(tmp_path, key=f"{Fernet.generate_key().decode()},{KEY}") as address:
        async with httpx.AsyncClient(base_url=address) as http:
            person.http = http
            assert (await person.sees())["messages"][0]["text"] == "a"


async def test_floods_and_pace(tmp_path: Path):
    with running(tmp_path, chats_per_minute=2, messages_per_minute=3, pace=True) as address:
        async with httpx.AsyncClient(base_url=address) as http:
            person = await new_person(http)
            await new_person(http)
            refused = await http.post("/api/chats", json={})
            assert refused.status_code == 429
            assert int(refused.headers["retry-after"]) > 0
            for _ in range(3):
                await person.says("a")
            response = await person.ask("POST", "/messages", json={"text": "a"})
            assert response.json()["error"]["code"] == "too-many-requests"
            bot = BotSide(http, TOKEN)
            calls = [bot.call("sendMessage", chat_id=person.chat, text=str(number)) for number in range(60)]
            answers = [answer.json() for answer in await asyncio.gather(*calls)]
            limited = [answer for answer in answers if not answer["ok"]]
            assert limited[0]["description"].startswith("Too Many Requests: retry after ")
            assert limited[0]["parameters"]["retry_after"] > 0


def test_a_bucket_of_no_rate_never_refuses():
    free, small = Buckets(0, 0), Buckets(0.001, 1)
    assert [free.take("a") for _ in range(100)] == [0] * 100
    assert small.take("a") == 0
    assert small.take("a") > 0
    assert small.take("b") == 0


async def test_a_chats_storage_is_limited(tmp_path: Path):
    with running(tmp_path, chat_megabytes=1) as address:
        async with httpx.AsyncClient(base_url=address) as http:
            person = await new_person(http)
            refused = await person.sends(("a.bin", b"\x00" * (1024 * 1024 + 1)))
            assert (refused.status_code, refused.json()["error"]["code"]) == (413, "storage-full")


def stairs(connection: Connection) -> list[object]:
    config = alembic_config(connection)
    for step in (command.upgrade, command.downgrade, command.upgrade):
        step(config, "base" if step is command.downgrade else "head")
    context = MigrationContext.configure(connection, opts={"version_table": "webchat_schema"})
    return list(compare_metadata(context, Base.metadata))


def keys_after_upgrade(connection: Connection) -> list[tuple[int, str]]:
    """A chat opened before there were devices."""
    config = alembic_config(connection)
    command.upgrade(config, "0001")
    for statement in (
        "INSERT INTO webchat_bots VALUES (7, 'a', 'a', 'x', 0, NULL, NULL, NULL, '{}')",
        "INSERT INTO webchat_chats VALUES (5, 7, 'private', 'a', NULL, 'hash', FALSE, 0, 0, NULL, 9)",
    ):
        connection.exec_driver_sql(statement)
    for step, goal in ((command.upgrade, "head"), (command.downgrade, "0001"), (command.upgrade, "head")):
        step(config, goal)
    found = connection.exec_driver_sql("SELECT chat_id, key_hash FROM webchat_devices")
    return [(row[0], row[1]) for row in found]


async def test_keys_of_older_chats_still_open_them(tmp_path: Path):
    db = Database(f"sqlite+aiosqlite:///{tmp_path / 'x.sqlite'}", cipher_of([KEY.encode()]))
    async with db._writer.begin() as connection:
        assert await connection.run_sync(keys_after_upgrade) == [(5, "hash")]
    await db.close()


async def test_migrations_go_up_down_up_and_equal_the_model(tmp_path: Path):
    db = Database(f"sqlite+aiosqlite:///{tmp_path / 'x.sqlite'}", cipher_of([KEY.encode()]))
    async with db._writer.begin() as connection:
        assert await connection.run_sync(stairs) == []
    await db.close()


def test_every_sentence_exists_in_every_language():
    found = [json.loads(path.read_text("utf-8")) for path in sorted(words.FOLDER.glob("*.json"))]
    assert len(found) == 2
    assert found[0].keys() == found[1].keys()
    assert all(text.strip() for texts in found for text in texts.values())


@pytest.mark.parametrize("name", sorted(Settings.model_fields))
def test_every_setting_is_documented(name: str):
    assert f"`JINDIANZI_WEBCHAT_{name.upper()}`" in PAGE


@pytest.mark.parametrize("name", sorted(METHODS))
def test_every_method_is_documented(name: str):
    assert f"`{name}`" in PAGE.lower()


def test_keys_are_long_and_only_their_hash_is_stable():
    assert len(security.new_key()) >= 43
    assert security.hash_of("a") == security.hash_of("a")
