"""Public suggestions by their wording: a folder of tantivy's, made anew from the database at any time."""

import fcntl
import os
import re
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from math import log1p
from pathlib import Path
from unicodedata import normalize

import tantivy

GRAM_SIZES = (2, 3)
RAREST = 64
"""Grams of a text that are looked up: the rarest say most, and a long text costs no more than a short one."""
FEW_TEXTS = 1000
"""In a smaller index every gram looks rare; its figures are read as if it held so many texts."""
WRITER_BYTES = 20_000_000
MARK = 0
"""The document of no suggestion: it holds the number of the last change that was taken in."""

RUNS = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+|[^\W_\u2e80-\u9fff\uf900-\ufaff]+")
IDEOGRAPHS = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


class DamagedError(RuntimeError):
    """The index is not there or cannot be used: it must be made anew."""


class BusyError(RuntimeError):
    """Another process is writing the index."""


@dataclass(frozen=True)
class Entry:
    """A suggestion as the index takes it in; `text` is None for one that is to be forgotten."""

    suggestion_id: int
    text: str | None
    change: int


@dataclass(frozen=True)
class Weights:
    """What the grams of a text weigh, and the suggestions in which the rarest of them were found."""

    grams: dict[str, float]
    found: list[int]


def grams(text: str) -> list[str]:
    """Return the distinct pairs and triples of ideographs, and the whole words of other scripts."""
    found: dict[str, None] = {}
    for run in RUNS.findall(normalize("NFKC", text).casefold()):
        if not IDEOGRAPHS.match(run):
            found[run] = None
            continue
        for size in GRAM_SIZES:
            found.update(dict.fromkeys(run[at : at + size] for at in range(len(run) - size + 1)))
    return list(found)


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("suggestion", stored=True, indexed=True, fast=True)
    builder.add_unsigned_field("change", stored=True)
    builder.add_text_field("grams", tokenizer_name="whitespace", index_option="basic")
    return builder.build()


SCHEMA = _schema()


@contextmanager
def _readable() -> Iterator[None]:
    """Turn everything the library says of a broken folder, its panics too, into one error."""
    try:
        yield
    except (ValueError, OSError) as error:
        raise DamagedError(str(error)) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise DamagedError(str(error)) from error


def _open(folder: Path) -> tantivy.Index:
    index = tantivy.Index(SCHEMA, path=str(folder))
    index.config_reader("manual")
    analyzer = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
    index.register_tokenizer("whitespace", analyzer)
    return index


def _term(name: str, value: int | str) -> tantivy.Query:
    return tantivy.Query.term_query(SCHEMA, name, value, "basic")


def _document(**values: int | str) -> tantivy.Document:
    return tantivy.Document.from_dict(dict(values), SCHEMA)


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Be the only one, of all processes, who writes here; BusyError when somebody else is."""
    with _readable():
        folder.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        descriptor = os.open(folder.with_suffix(".lock"), os.O_CREAT | os.O_RDWR, 0o600)
    try:
        _lock(descriptor, folder)
        yield
    finally:
        os.close(descriptor)


def _lock(descriptor: int, folder: Path) -> None:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise BusyError(str(folder)) from error


def write(folder: Path, entries: Iterable[Entry], *, mark: int) -> None:
    """Take in changes and how far they reach, all or nothing; only while `writing`."""
    with _readable(), _open(folder).writer(WRITER_BYTES, 1) as writer:
        for entry in entries:
            writer.delete_documents_by_query(_term("suggestion", entry.suggestion_id))
            if entry.text is not None:
                words = " ".join(grams(entry.text))
                writer.add_document(_document(suggestion=entry.suggestion_id, grams=words))
        writer.delete_documents_by_query(_term("suggestion", MARK))
        writer.add_document(_document(suggestion=MARK, change=mark))


@contextmanager
def made_anew(folder: Path) -> Iterator[Path]:
    """Give an empty folder to fill, and put it in the place of the old one; only while `writing`."""
    fresh, old = folder.with_suffix(".new"), folder.with_suffix(".old")
    with _readable():
        for left in (fresh, old):
            shutil.rmtree(left, ignore_errors=True)
        fresh.mkdir(mode=0o700)
    yield fresh
    with _readable():
        if folder.exists():
            folder.rename(old)
        fresh.rename(folder)
        shutil.rmtree(old, ignore_errors=True)


@dataclass
class Reader:
    """Looks into the folder, and opens it again when it has changed under us."""

    folder: Path
    _seen: tuple[int, int] | None = None
    _searcher: tantivy.Searcher | None = field(default=None, repr=False)

    def searcher(self) -> tantivy.Searcher:
        """DamagedError when there is nothing that could be searched."""
        with _readable():
            there = (self.folder / "meta.json").stat()
            seen = (there.st_ino, there.st_mtime_ns)
            if self._searcher is None or self._seen != seen:
                self._searcher, self._seen = _open(self.folder).searcher(), seen
            return self._searcher

    def mark(self) -> int:
        """Return the number of the last change that was taken in."""
        searcher = self.searcher()
        with _readable():
            hits = searcher.search(_term("suggestion", MARK), 1, count=False).hits
            if not hits:
                raise DamagedError("no mark")
            return int(searcher.doc(hits[0][1])["change"][0])

    def look_up(self, text: str, *, most: int) -> Weights:
        """Weigh the grams of a text, and find the suggestions that share the rarest of them."""
        searcher = self.searcher()
        with _readable():
            texts = max(searcher.num_docs, FEW_TEXTS)
            counts = {gram: searcher.doc_freq("grams", gram) for gram in grams(text)}
            known = sorted((gram for gram, count in counts.items() if count), key=counts.__getitem__)
            query = tantivy.Query.boolean_query(
                [(tantivy.Occur.Should, _term("grams", gram)) for gram in known[:RAREST]]
            )
            hits = searcher.search(query, most, count=False).hits if known else []
            ids = searcher.fast_field_values("suggestion", [address for _, address in hits])
        weights = {gram: log1p(texts / (1 + count)) for gram, count in counts.items()}
        return Weights(weights, [int(found) for found in ids if found is not None])
