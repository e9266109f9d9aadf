"""Viruses are refused; what could not be checked is kept back until it could."""

import pytest
from clamd import VIRUS, running
from obstore.store import MemoryStore

from backend.config import Settings
from backend.db import Database
from backend.files.actions import _place, keep, recheck
from backend.files.model import StoredFile
from backend.files.scan import Verdict, scan

SAMPLE = "建议".encode()
NOBODY = "tcp://127.0.0.1:1"


async def quarantine(db: Database, sha256: str) -> tuple[str | None, bool]:
    async with db.read() as session:
        row = await session.get_one(StoredFile, sha256)
        return row.quarantine, row.quarantined_at is not None


async def test_clean_and_infected_are_told_apart() -> None:
    async with running() as clamd:
        assert await scan(clamd.address, SAMPLE) == Verdict.CLEAN
        assert await scan(clamd.address, SAMPLE * 50_000 + VIRUS) == Verdict.INFECTED
        assert clamd.seen == [SAMPLE, SAMPLE * 50_000 + VIRUS]


async def test_without_a_clamd_everything_passes() -> None:
    assert await scan("", VIRUS) == Verdict.CLEAN


@pytest.mark.parametrize(
    "says",
    [
        "INSTREAM size limit exceeded. ERROR",
        "stream: something ERROR",
        "nonsense",
        "\xff",
        "UNKNOWN COMMAND",
        " ",
    ],
)
async def test_an_answer_that_is_none_is_no_verdict(says: str) -> None:
    async with running(says=says) as clamd:
        assert await scan(clamd.address, SAMPLE) == Verdict.UNKNOWN


async def test_silence_is_no_verdict() -> None:
    async with running(silent=True) as clamd:
        assert await scan(clamd.address, SAMPLE, patience=0.2) == Verdict.UNKNOWN
    assert await scan(NOBODY, SAMPLE) == Verdict.UNKNOWN


async def test_a_later_check_lets_it_out(empty_db: Database) -> None:
    store = MemoryStore()
    sha256 = await keep(empty_db, store, content=SAMPLE, media_type="text/plain", checked=False)
    for clamd in ("", NOBODY):
        await recheck(empty_db, store, clamd=clamd)
        assert await quarantine(empty_db, sha256) == ("unchecked", True)
    async with running() as clamd:
        await recheck(empty_db, store, clamd=clamd.address)
    assert await quarantine(empty_db, sha256) == (None, False)


async def test_one_found_infected_later_stays_and_is_not_asked_about_again(empty_db: Database) -> None:
    store = MemoryStore()
    sha256 = await keep(empty_db, store, content=VIRUS, media_type="text/plain", checked=False)
    async with running() as clamd:
        for _ in range(2):
            await recheck(empty_db, store, clamd=clamd.address)
            assert await quarantine(empty_db, sha256) == ("infected", True)
        assert clamd.seen == [VIRUS]


async def test_sending_it_again_does_not_let_it_out(empty_db: Database) -> None:
    store = MemoryStore()
    sha256 = await keep(empty_db, store, content=SAMPLE, media_type="text/plain", checked=False)
    assert await keep(empty_db, store, content=SAMPLE, media_type="text/plain") == sha256
    assert await quarantine(empty_db, sha256) == ("unchecked", True)


async def test_bytes_that_are_gone_stop_nobody_else(empty_db: Database) -> None:
    store = MemoryStore()
    gone = await keep(empty_db, store, content=b"gone", media_type="text/plain", checked=False)
    there = await keep(empty_db, store, content=SAMPLE, media_type="text/plain", checked=False)
    await store.delete_async(_place(gone))
    async with running() as clamd:
        await recheck(empty_db, store, clamd=clamd.address)
    assert await quarantine(empty_db, gone) == ("unchecked", True)
    assert await quarantine(empty_db, there) == (None, False)


@pytest.mark.parametrize(
    "address", ["localhost:3310", "http://localhost:3310", "tcp://localhost", "/run/clamd.sock"]
)
def test_an_address_that_is_none_is_refused_at_the_start(address: str) -> None:
    with pytest.raises(ValueError, match="clamd_url"):
        Settings(clamd_url=address)
