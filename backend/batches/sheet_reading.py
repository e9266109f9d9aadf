"""Reading the sheet that an officer sends back: an Excel workbook, or CSV as office programs write it.

Workbooks are opened in a confined process (`opened.py`); CSV is only text.
"""

import asyncio
import csv
import io
import json
import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from backend.batches.fields import Field, folded, named
from backend.batches.opened import MOST_COLUMNS
from backend.batches.sheet import EXAMPLE, MOST_LINES
from backend.errors import Refusal
from backend.files.inspection import sandbox
from backend.files.inspection.rules import InspectionRules
from backend.i18n import LANGUAGES, label
from backend.ledger.intake import TEXT_MAXIMUM
from backend.ledger.sheets import decoded
from backend.people.values import cleaned

log = logging.getLogger(__name__)

CHILD = "backend.batches.opened"
MOST_BYTES = 8_000_000
LONGEST_CELL, LONGEST_ROW = 2_000, 130_000
"""Characters of a cell that is no text; and of a line of CSV, of which one of commas has no end."""
RULES = InspectionRules(MOST_BYTES, pages=MOST_LINES + 2, seconds=60, cpu_seconds=60)
ZIP, OLD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
DELIMITERS = ",;\t"
FORMULA = "\0formula"
NEEDED = (Field.THEME, Field.NAME, Field.TEXT)
KEY_MARK = "#"
Raw = tuple[int, list[str]]


@dataclass(frozen=True)
class Line:
    """A row by its number in the file; `key` is the template's hidden one, "" without.

    `too_long` is the field of which more is said than is read.
    """

    number: int
    key: str
    said: dict[Field, str]
    has_formula: bool
    too_long: Field | None = None


@dataclass(frozen=True)
class Sheet:
    """`campaign` is that of the template, "" for a sheet of one's own."""

    campaign: str
    lines: list[Line]


async def read(content: bytes) -> Sheet:
    """Return every line that says something; Refusal for a file of which nothing can be taken."""
    if len(content) > MOST_BYTES:
        raise Refusal("batch-sheet-too-large", megabytes=f"{MOST_BYTES // 1_000_000}")
    if content.startswith(OLD):
        raise Refusal("batch-sheet-old")
    book = await _workbook(content) if content.startswith(ZIP) else None
    return await asyncio.to_thread(_sheet, content, book)


def _sheet(content: bytes, book: bytes | None) -> Sheet:
    rows = (
        list(_table(content)) if book is None else [_raw(json.loads(row)) for row in book.splitlines() if row]
    )
    if not rows:
        raise Refusal("batch-sheet-empty")
    heads, key_place, campaign = _heads(rows[0][1])
    lines = [line for row in rows[1:] if (line := _line(row, heads, key_place)).said]
    lines = [line for line in lines if not _is_example(line)]
    if not lines:
        raise Refusal("batch-sheet-empty")
    if len(lines) > MOST_LINES:
        raise Refusal("batch-sheet-too-long", maximum=str(MOST_LINES))
    return Sheet(campaign, lines)


async def _workbook(content: bytes) -> bytes:
    try:
        answer = await sandbox.ask("xlsx", content, RULES, child=CHILD)
    except sandbox.NotInspectedError as error:
        log.warning("A sheet of %d bytes could not be read: %s", len(content), error)
        raise Refusal("batch-sheet-damaged") from error
    if answer.refusal == "ledger-too-many-rows":
        raise Refusal("batch-sheet-too-long", maximum=str(MOST_LINES))
    if answer.refusal in {"file-damaged", "file-not-what-it-says"}:
        raise Refusal("batch-sheet-damaged")
    if answer.refusal:
        raise Refusal(f"batch-sheet-{answer.refusal.removeprefix('file-').removeprefix('batch-sheet-')}")
    return answer.content


def _raw(row: Sequence[object]) -> Raw:
    number, *cells = row
    return int(str(number)), [FORMULA if isinstance(cell, dict) else str(cell) for cell in cells]


def _table(content: bytes) -> Iterator[Raw]:
    text = _decoded(content)
    first = text.partition("\n")[0]
    reader = csv.reader(_rows(text), delimiter=max(DELIMITERS, key=first.count))
    count = 0
    try:
        for whole in reader:
            row = whole[:MOST_COLUMNS]
            if any(cell.strip() for cell in row):
                count += 1
                yield reader.line_num, row
            if count > RULES.pages:
                raise Refusal("batch-sheet-too-long", maximum=str(MOST_LINES))
    except csv.Error as error:
        raise Refusal("batch-sheet-damaged") from error


def _rows(text: str) -> Iterator[str]:
    for row in io.StringIO(text, newline=""):
        if len(row) > LONGEST_ROW:
            raise Refusal("batch-sheet-row-too-long", maximum=str(LONGEST_ROW))
        yield row


def _decoded(content: bytes) -> str:
    text = decoded(content)
    if text is None:
        raise Refusal("batch-sheet-damaged")
    return text


def _heads(row: Sequence[str]) -> tuple[dict[int, Field], int | None, str]:
    """Return which field stands where, where the hidden keys are, and of which campaign they are."""
    found = {place: field for place, words in enumerate(row) if (field := named(words))}
    if missing := [field for field in NEEDED if field not in found.values()]:
        raise Refusal("batch-sheet-heads", field=missing[0].value)
    if len(set(found.values())) < len(found):
        raise Refusal("batch-sheet-heads-twice")
    marks = [(place, words) for place, words in enumerate(row) if words.startswith(KEY_MARK)]
    key_place, mark = marks[0] if marks else (None, "")
    return found, key_place, mark.removeprefix(KEY_MARK)


def _line(row: Raw, heads: dict[int, Field], key_place: int | None) -> Line:
    number, cells = row
    there = {field: cells[place] for place, field in heads.items() if place < len(cells)}
    said = {field: words for field, cell in there.items() if (words := _words(field, cell))}
    too_long = next((field for field, cell in there.items() if len(cell) > longest(field)), None)
    key = cells[key_place] if key_place is not None and key_place < len(cells) else ""
    return Line(number, cleaned(key[:LONGEST_CELL])[:48], said, FORMULA in there.values(), too_long)


def longest(field: Field) -> int:
    """Return how many characters of a cell are read."""
    return TEXT_MAXIMUM if field == Field.TEXT else LONGEST_CELL


def _words(field: Field, cell: str) -> str:
    if len(cell) > longest(field):
        return cell[: longest(field) + 1]  # comes back as too long, and is so once more
    return cell if cell == FORMULA else cleaned(cell)


def _is_example(line: Line) -> bool:
    """Say whether a line is the template's own, as it was."""
    own = {folded(label(language, "batch-form-example-text")) for language in LANGUAGES}
    return line.key in {"", EXAMPLE} and folded(line.said.get(Field.TEXT, "")) in own
