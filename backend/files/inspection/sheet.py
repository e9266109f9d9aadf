"""The first sheet of an Excel workbook, as lines of JSON: one list of cells a row, the row's number first.

A text is a text, a day or moment {"d": …}, a formula {"f": true}: what it would say is not looked at.
"""

import io
import json
import warnings
from datetime import date, time
from zipfile import ZipFile

from openpyxl import load_workbook
from openpyxl.utils.escape import unescape

from backend.errors import Refusal
from backend.files.inspection import archive, ooxml
from backend.files.inspection.rules import InspectionRules

Cell = str | dict[str, str | bool]

MOST_COLUMNS = 64
LAST_ROW = 1_048_576
"""Excel has no more."""


def look(_kind: str, content: bytes, rules: InspectionRules) -> bytes:
    """Return the rows; Refusal for what is no plain sheet, or has more rows than `rules.pages`."""
    warnings.simplefilter("ignore")  # of what the library passes over; it would read its own source to tell
    try:
        with ZipFile(io.BytesIO(content)) as packed:
            _check(packed, rules)
        return _rows(content, rules)
    except (Refusal, MemoryError):
        raise
    except Exception as error:  # whatever the library stumbles over, it is the file's
        raise Refusal("file-damaged") from error


def _check(packed: ZipFile, rules: InspectionRules) -> None:
    """Look at every part before the library does: it would open what a sheet must not hold."""
    left = rules.expanded_bytes
    names = set()
    for part in archive.contents(packed, rules):
        names.add(part.filename)
        left -= sum(map(len, archive.pieces(packed, part, left, ooxml.WORKBOOK)))
    if ooxml.CONTENT_TYPES not in names:
        raise Refusal("file-not-what-it-says")


def _rows(content: bytes, rules: InspectionRules) -> bytes:
    book = load_workbook(io.BytesIO(content), read_only=True, keep_links=False)
    sheet = book.worksheets[0]
    sheet.reset_dimensions()  # some programs write wrong ones
    rows: list[bytes] = []
    for number, row in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS), 1):
        if number > LAST_ROW:
            raise Refusal("file-damaged")
        cells = [_said(cell.value, cell.data_type) for cell in row]
        if any(cells) and len(rows) >= rules.pages:
            raise Refusal("ledger-too-many-rows")
        if any(cells):
            rows.append(json.dumps([number, *_short(cells)], ensure_ascii=False).encode() + b"\n")
    return b"".join(rows)


def _said(value: object, kind: str) -> Cell:
    if kind == "f":
        return {"f": True}
    if isinstance(value, str):
        return unescape(value)
    if isinstance(value, date | time):
        return {"d": value.isoformat()}
    if isinstance(value, bool) or (isinstance(value, float) and value.is_integer()):
        return str(int(value))
    return "" if value is None else str(value)


def _short(cells: list[Cell]) -> list[Cell]:
    """Leave the empty cells at the end of a row out."""
    while not cells[-1]:
        cells.pop()
    return cells
