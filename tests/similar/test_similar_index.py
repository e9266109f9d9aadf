"""The index on disk: kept up to date step by step, made anew when it cannot be, never in the way."""

import asyncio
import logging
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from similar_house import COLD, LIFT, SHADE, Shelf
from sqlalchemy import select

from backend.suggestions import index as files
from backend.suggestions import similar
from backend.suggestions.index import BusyError
from backend.suggestions.model import Suggestion
from backend.suggestions.similar import Index

PATIENCE = 2000


def torn_meta(place: Path) -> None:
    (place / "meta.json").write_text("{")


def no_folder(place: Path) -> None:
    shutil.rmtree(place)


def no_meta(place: Path) -> None:
    (place / "meta.json").unlink()


def no_segments(place: Path) -> None:
    for path in place.iterdir():
        if path.suffix:
            path.unlink()


def torn_segments(place: Path) -> None:
    for path in place.glob("*.term"):
        path.write_bytes(b"torn")
    (place / "meta.json").write_bytes((place / "meta.json").read_bytes())


def a_file(place: Path) -> None:
    shutil.rmtree(place)
    place.write_text("no folder")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("harm", [torn_meta, no_folder, no_meta, no_segments, torn_segments, a_file])
async def test_a_broken_index_finds_nothing_and_is_made_anew(
    shelf: Shelf, harm: Callable[[Path], None], caplog: pytest.LogCaptureFixture
) -> None:
    (number,) = await shelf.public(LIFT)
    await similar.refresh(shelf.index)
    assert await shelf.finds(LIFT) == [number]
    harm(shelf.index.folder / similar.PLACE)
    shelf.index.reader = files.Reader(shelf.index.folder / similar.PLACE)
    with caplog.at_level(logging.WARNING):
        assert await shelf.finds(LIFT) == []
    assert "Similar suggestions cannot be looked up" in caplog.text
    await similar.refresh(shelf.index)
    assert await shelf.finds(LIFT) == [number]


async def test_without_an_index_a_search_finds_nothing(shelf: Shelf) -> None:
    await shelf.public(LIFT)
    assert await shelf.finds(LIFT) == []


async def test_making_it_anew_equals_step_by_step(shelf: Shelf, tmp_path: Path) -> None:
    texts = [LIFT, SHADE, COLD, LIFT + SHADE, SHADE + COLD]
    await similar.refresh(shelf.index)
    numbers = []
    for text in texts:
        numbers += await shelf.public(text)
        await similar.refresh(shelf.index)
    await shelf.unpublish(numbers[1])
    await shelf.unpublish(numbers[3])
    await shelf.publish(numbers[3])
    await similar.refresh(shelf.index)
    assert await similar.rebuild(shelf.db, tmp_path / "anew") == 4
    anew = Shelf(shelf.db, Index(shelf.db, tmp_path / "anew"))
    for text in texts:
        found = await anew.finds(text)
        assert found == await shelf.finds(text)
        assert found
        assert numbers[1] not in found
    assert anew.index.reader.mark() == shelf.index.reader.mark() == 8


async def test_each_process_may_have_its_own(shelf: Shelf, tmp_path: Path) -> None:
    other = Shelf(shelf.db, Index(shelf.db, tmp_path / "other"))
    for each in (shelf, other):
        await similar.refresh(each.index)
    (number,) = await shelf.public(LIFT)
    assert await shelf.finds(LIFT) == await other.finds(LIFT) == [number]


async def test_processes_may_share_one(shelf: Shelf, folder: Path) -> None:
    other = Shelf(shelf.db, Index(shelf.db, folder))
    await asyncio.gather(*(similar.refresh(each.index) for each in (shelf, other)), return_exceptions=True)
    for text in (LIFT, SHADE, COLD):
        (number,) = await shelf.public(text)
        found = await asyncio.gather(shelf.finds(text), other.finds(text))
        assert [number] in found
        assert await other.finds(text) == await shelf.finds(text) == [number]


async def test_while_another_process_writes_the_old_one_serves(shelf: Shelf) -> None:
    (number,) = await shelf.public(LIFT)
    await similar.refresh(shelf.index)
    await shelf.public(SHADE)
    with files.writing(shelf.index.folder / similar.PLACE):
        assert await shelf.finds(LIFT) == [number]
        assert await shelf.finds(SHADE) == []
        with pytest.raises(BusyError):
            await similar.rebuild(shelf.db, shelf.index.folder)
    assert await shelf.finds(SHADE) != []


async def test_made_anew_under_a_reader_it_is_read_on(shelf: Shelf, folder: Path) -> None:
    first, second = await shelf.public(LIFT, SHADE)
    await similar.refresh(shelf.index)
    assert await shelf.finds(LIFT) == [first]
    for _ in range(2):
        await similar.rebuild(shelf.db, folder)
        assert await shelf.finds(SHADE) == [second]
    assert names(folder) == ["similar", "similar.lock"]


async def test_a_rebuild_that_was_broken_off_leaves_the_old_one(shelf: Shelf, folder: Path) -> None:
    (number,) = await shelf.public(LIFT)
    await similar.refresh(shelf.index)

    def breaks(*_: object) -> None:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        await similar.rebuild(shelf.db, folder, breaks)
    assert await shelf.finds(LIFT) == [number]
    assert await similar.rebuild(shelf.db, folder) == 1


async def test_an_index_of_another_database_is_made_anew(shelf: Shelf, folder: Path) -> None:
    await shelf.public(SHADE)
    await similar.refresh(shelf.index)
    files.write(folder / similar.PLACE, [files.Entry(9, LIFT, 9)], mark=9)
    await similar.refresh(shelf.index)
    assert shelf.index.reader.mark() == 1
    assert 9 not in shelf.index.reader.look_up(LIFT, most=9).found


async def test_progress_is_told_from_nothing_to_everything(
    shelf: Shelf, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await shelf.public(LIFT, SHADE, COLD)
    monkeypatch.setattr(similar, "BATCH", 2)
    told: list[tuple[int, int]] = []
    await similar.rebuild(shelf.db, folder, lambda done, total: told.append((done, total)))
    assert told == [(0, 3), (2, 3), (3, 3)]


async def test_more_changes_than_a_page_are_all_taken_in(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    await similar.refresh(shelf.index)
    monkeypatch.setattr(similar, "BATCH", 2)
    numbers = await shelf.public(LIFT, SHADE, COLD)
    await similar.refresh(shelf.index)
    assert [await shelf.finds(text) for text in (LIFT, SHADE, COLD)] == [[number] for number in numbers]


async def test_nobody_waits_for_many_changes_and_keep_takes_them_in(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    await similar.refresh(shelf.index)
    monkeypatch.setattr(similar, "AT_ONCE", 1)
    monkeypatch.setattr(similar, "KEEP_EVERY", 0.01)
    numbers = await shelf.public(LIFT, SHADE)
    assert await shelf.finds(LIFT) == []
    keeping = asyncio.create_task(similar.keep(shelf.index))
    for _ in range(PATIENCE):
        if found := await shelf.finds(LIFT):
            break
        await asyncio.sleep(0.01)
    keeping.cancel()
    await asyncio.wait({keeping})
    assert found == numbers[:1]


async def test_keep_goes_on_when_the_disk_says_no(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(similar, "KEEP_EVERY", 0.01)
    shelf.index.folder.parent.mkdir(exist_ok=True)
    shelf.index.folder.write_text("in the way")
    keeping = asyncio.create_task(similar.keep(shelf.index))
    for _ in range(PATIENCE):
        if caplog.text.count("is not up to date") > 1:
            break
        await asyncio.sleep(0.01)
    assert not keeping.done()
    keeping.cancel()
    await asyncio.wait({keeping})


async def test_changes_are_numbered_without_gaps_however_many_clerks(shelf: Shelf) -> None:
    numbers = [await shelf.sent_in(f"{LIFT}{number}") for number in range(8)]
    await asyncio.gather(*(shelf.publish(number) for number in numbers * 2))
    changes = await shelf.rows(select(Suggestion.public_change))
    assert sorted(changes) == list(range(1, 9))
