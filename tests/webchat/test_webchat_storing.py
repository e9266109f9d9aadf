"""Bytes on the disk: private, counted, and gone when no message speaks of them."""

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
from webchat_driver import PersonSide, new_person, settings_in

from webchat import config, sweep
from webchat.app import build
from webchat.hub import Hub
from webchat.person import files
from webchat.updates.webhooks import Couriers


@asynccontextmanager
async def house(folder: Path, **changes: Any) -> AsyncIterator[tuple[Hub, PersonSide]]:
    """A server inside this very loop, so that its parts can be reached."""
    app = build(settings_in(folder, **changes))
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=transport, base_url="http://webchat") as http,
    ):
        yield app.state.hub, await new_person(http)


def blobs_in(folder: Path) -> list[Path]:
    return [path for path in (folder / "files").rglob("*") if path.is_file()]


async def test_only_the_owner_may_read_what_is_stored(tmp_path: Path):
    async with house(tmp_path) as (_, person):
        assert (await person.sends(("a.txt", b"secret"))).status_code == 201
    found = [tmp_path / "files", *(tmp_path / "files").rglob("*")]
    assert [oct(path.stat().st_mode & 0o777) for path in found] == ["0o700", "0o700", "0o600"]


async def test_the_quota_is_looked_at_again_when_the_rows_are_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    stored = asyncio.Event()  # both uploads have passed the first look
    put = files._row

    async def row(*given: Any) -> Any:
        found = await put(*given)
        if len(blobs_in(tmp_path)) == 2:
            stored.set()
        await stored.wait()
        return found

    monkeypatch.setattr(files, "_row", row)
    async with house(tmp_path, chat_megabytes=1) as (_, person):
        data = b"x" * 700_000
        both = await asyncio.gather(person.sends(("a", data)), person.sends(("b", data)))
        assert sorted(answer.status_code for answer in both) == [201, 413]
        assert len(blobs_in(tmp_path)) == 1


async def test_bytes_go_when_their_message_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    async def broken(*_: Any) -> None:
        raise RuntimeError("broken on purpose")

    monkeypatch.setattr(files, "post", broken)
    async with house(tmp_path) as (_, person):
        assert (await person.sends(("a", b"1"), ("b", b"2"))).status_code == 500
        assert blobs_in(tmp_path) == []


async def test_an_album_is_refused_whole(tmp_path: Path):
    async with house(tmp_path) as (_, person):
        assert (await person.sends(("a", b"1"), ("b", b""))).status_code == 400
        assert blobs_in(tmp_path) == []


async def test_no_more_than_two_uploads_are_in_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    now = most = 0
    put = files._row

    async def row(*given: Any) -> Any:
        nonlocal now, most
        now += 1
        most = max(most, now)
        await asyncio.sleep(0)
        found = await put(*given)
        now -= 1
        return found

    monkeypatch.setattr(files, "_row", row)
    async with house(tmp_path) as (_, person):
        sent = await asyncio.gather(*[person.sends((f"{place}", b"x"), ("y", b"y")) for place in range(5)])
    assert [answer.status_code for answer in sent] == [201] * 5
    assert most == 2


async def test_the_sweep_takes_old_bytes_without_a_row(tmp_path: Path):
    async with house(tmp_path) as (hub, person):
        sent = (await person.sends(("a", b"kept"))).json()["messages"][0]["file"]["id"]
        for name in ("stray", "young", "half.part"):
            path = tmp_path / "files" / name[:2] / name
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(b"")
        for path in blobs_in(tmp_path):
            if path.name != "young":
                os.utime(path, (0, 0))
        await sweep.once(hub)
        assert {path.name for path in blobs_in(tmp_path)} == {sent, "young"}


async def test_the_sweep_and_the_couriers_go_on_after_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    tries = {"sweep": 0, "couriers": 0}
    again = {name: asyncio.Event() for name in tries}

    def failing(name: str) -> Any:
        async def fail(*_: Any) -> None:
            tries[name] += 1
            if tries[name] > 1:
                again[name].set()
            raise RuntimeError("broken on purpose")

        return fail

    monkeypatch.setattr(sweep, "once", failing("sweep"))
    monkeypatch.setattr(sweep, "PAUSE", 0)
    monkeypatch.setattr("webchat.updates.webhooks.IDLE", 0)
    monkeypatch.setattr(Couriers, "_start", failing("couriers"))
    hub = Hub(settings_in(tmp_path))
    tasks = [asyncio.create_task(sweep.run(hub)), asyncio.create_task(Couriers(hub).run())]
    await asyncio.wait_for(asyncio.gather(*[event.wait() for event in again.values()]), 20)
    for task in tasks:
        task.cancel()
    ended = await asyncio.gather(*tasks, return_exceptions=True)
    assert [type(one) for one in ended] == [asyncio.CancelledError] * 2
    await hub.close()


def test_a_key_is_whole_or_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def broken(_descriptor: int) -> None:
        raise OSError("no space left")

    path = tmp_path / "key"
    with monkeypatch.context() as patch:
        patch.setattr("webchat.config.os.fsync", broken)
        with pytest.raises(OSError, match="no space"):
            config.new_key(path)
    assert not path.exists()
    assert config.new_key(path) == path.read_text()
    assert oct(path.stat().st_mode & 0o777) == "0o600"
    assert list(tmp_path.iterdir()) == [path]
