"""Reading a sheet that somebody sent: what it says by columns, or why it cannot be read.

Excel workbooks are read in the confined process of `files.inspection`; CSV is only text.
"""

import csv
import io
import json
import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from backend.errors import Refusal
from backend.files.inspection import sandbox
from backend.files.inspection.rules import InspectionRules
from backend.ledger.columns import NEEDED, Column, head, named
from backend.ledger.export import FORMULA
from backend.people.values import cleaned

log = logging.getLogger(__name__)

ZIP, OLD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
ENCODINGS = ("utf-8-sig", "gb18030")
"""What office programs write here; UTF-16 is known by its mark."""
DELIMITERS = ",;\t"
FORMULA_CELL = "\0formula"
Raw = tuple[int, list[str]]


class Limits(NamedTuple):
    """`rows` without the head; `expanded`: bytes to which an archive may unpack, a third of the memory."""

    bytes: int
    rows: int
    seconds: int
    expanded: int = 200_000_000


ON_PAGE = Limits(8_000_000, 1_000, 60)
AT_TERMINAL = Limits(64_000_000, 100_000, 600, 1_000_000_000)


@dataclass(frozen=True)
class Line:
    """A row by its number in the file; an empty cell is left out."""

    number: int
    said: dict[Column, str]

    @property
    def has_formula(self) -> bool:
        return FORMULA_CELL in self.said.values()


async def read(name: str, content: bytes, limits: Limits, language: str) -> list[Line]:
    """Return every row, or refuse the whole sheet: nothing of it has been taken in then."""
    raw = await rows(name, content, limits)
    heads = _heads(raw[0][1], language)
    return [line for line in (_line(row, heads) for row in raw[1:]) if line.said]


async def rows(name: str, content: bytes, limits: Limits) -> list[Raw]:
    """Return what stands in a sheet, the head first, each row with its number; refuse an empty one."""
    if len(content) > limits.bytes:
        raise Refusal("ledger-file-too-large", megabytes=f"{limits.bytes // 1_000_000}")
    if content.startswith(OLD):
        raise Refusal("ledger-file-old")
    found = (
        await _workbook(name, content, limits) if content.startswith(ZIP) else list(_table(content, limits))
    )
    if not found:
        raise Refusal("ledger-file-empty")
    return found


async def _workbook(name: str, content: bytes, limits: Limits) -> list[Raw]:
    rules = InspectionRules(
        limits.bytes,
        pages=limits.rows + 1,
        seconds=limits.seconds,
        cpu_seconds=limits.seconds,
        expanded_bytes=limits.expanded,
        memory_bytes=3 * limits.expanded,
        output_bytes=limits.expanded // 2,
    )
    try:
        answer = await sandbox.ask("xlsx", content, rules)
    except sandbox.NotInspectedError as error:
        log.warning("A sheet of %d bytes could not be read: %s", len(content), error)
        raise Refusal("ledger-file-damaged") from error
    if answer.refusal:
        _refuse(answer.refusal, name, limits)
    return [_raw(json.loads(line)) for line in answer.content.splitlines() if line]


def _refuse(key: str, name: str, limits: Limits) -> None:
    if key == "ledger-too-many-rows":
        raise Refusal("ledger-too-many-rows", maximum=str(limits.rows))
    if key in {"file-damaged", "file-not-what-it-says"}:
        raise Refusal("ledger-file-damaged")
    raise Refusal(f"ledger-{key}", name=name)


def _raw(row: Sequence[object]) -> Raw:
    number, *cells = row
    return int(str(number)), [_text(cell) for cell in cells]


def _text(cell: object) -> str:
    if isinstance(cell, dict):
        return str(cell.get("d") or FORMULA_CELL)
    return str(cell)


def _table(content: bytes, limits: Limits) -> Iterator[Raw]:
    text = _decoded(content)
    first = text.partition("\n")[0]
    delimiter = max(DELIMITERS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    count = 0
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                count += 1
                yield reader.line_num, [_without_mark(cell) for cell in row]
            if count > limits.rows + 1:
                raise Refusal("ledger-too-many-rows", maximum=str(limits.rows))
    except csv.Error as error:
        raise Refusal("ledger-file-damaged") from error


def _decoded(content: bytes) -> str:
    text = decoded(content)
    if text is None:
        raise Refusal("ledger-file-encoding")
    return text


def decoded(content: bytes) -> str | None:
    """Return what a text file says, in whichever encoding office programs wrote it; None for no text."""
    marked = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if marked else ENCODINGS:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    return None


def _without_mark(cell: str) -> str:
    """Take the apostrophe away that keeps a text from being a formula."""
    return cell[1:] if cell[:1] == "'" and cell[1:].startswith(FORMULA) else cell


def _heads(row: Sequence[str], language: str) -> dict[int, Column]:
    """Return which column stands where; those nobody knows are passed over."""
    found = {place: column for place, said in enumerate(row) if (column := named(said))}
    missing = [head(column, language) for column in NEEDED if column not in found.values()]
    if missing:
        raise Refusal("ledger-heads-missing", heads=", ".join(missing))
    if len(set(found.values())) < len(found):
        raise Refusal("ledger-heads-twice")
    return found


def _line(row: Raw, heads: dict[int, Column]) -> Line:
    number, cells = row
    said = {
        column: cells[place] if cells[place] == FORMULA_CELL else cleaned(cells[place])
        for place, column in heads.items()
        if place < len(cells) and (cells[place] == FORMULA_CELL or cleaned(cells[place]))
    }
    return Line(number, said)
