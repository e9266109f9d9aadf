"""Bytes are kept once under their SHA-256, and come back as they were."""

import asyncio
import hashlib
from collections.abc import Callable
from pathlib import Path

import obstore
import pytest
from backend_house import rows
from obstore.store import MemoryStore
from sqlalchemy import select

from backend.db import Database
from backend.files.actions import fetch, keep, open_store
from backend.files.model import StoredFile

CONTENT = "关于公交站的建议".encode()


async def test_the_same_bytes_are_kept_once(empty_db: Database) -> None:
    store = MemoryStore()
    first = await keep(empty_db, store, content=CONTENT, media_type="text/plain")
    again = await keep(empty_db, store, content=CONTENT, media_type="text/plain")
    other = await keep(empty_db, store, content=CONTENT + b"!", media_type="text/plain")
    assert first == again == hashlib.sha256(CONTENT).hexdigest() != other
    kept = await rows(empty_db, select(StoredFile).order_by(StoredFile.bytes))
    assert [(row.sha256, row.bytes) for row in kept] == [(first, 24), (other, 25)]


async def test_the_same_bytes_at_the_same_time_are_kept_once(
    empty_db: Database, another: Callable[..., Database]
) -> None:
    store, houses = MemoryStore(), (empty_db, another(empty_db))
    kept = await asyncio.gather(
        *(keep(db, store, content=CONTENT, media_type="text/plain") for _ in range(5) for db in houses)
    )
    assert len(set(kept)) == 1
    assert len(await rows(empty_db, select(StoredFile))) == 1
    assert await fetch(store, kept[0]) == CONTENT


async def test_bytes_come_back_from_a_folder_as_they_were(empty_db: Database, tmp_path: Path) -> None:
    folder = tmp_path / "文件 of all"
    sha256 = await keep(empty_db, open_store(folder.as_uri()), content=CONTENT, media_type="text/plain")
    assert await fetch(open_store(folder.as_uri()), sha256) == CONTENT


async def test_no_row_without_bytes(empty_db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    async def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(obstore, "put_async", full)
    with pytest.raises(OSError, match="No space"):
        await keep(empty_db, MemoryStore(), content=CONTENT, media_type="text/plain")
    assert await rows(empty_db, select(StoredFile)) == []


async def test_bytes_that_are_not_there_are_a_file_not_found(empty_db: Database, tmp_path: Path) -> None:
    sha256 = await keep(empty_db, MemoryStore(), content=CONTENT, media_type="text/plain")
    for store in (MemoryStore(), open_store(tmp_path.as_uri())):
        with pytest.raises(FileNotFoundError):
            await fetch(store, sha256)
