"""The first sheet of a workbook, read in a process of its own: rows as lines of JSON, numbers first.

A cell is a text, or {"f": true} for a formula, whose result is not looked at.
"""

import codecs
import io
import json
import re
import sys
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

from openpyxl import load_workbook
from openpyxl.cell.read_only import ReadOnlyCell

from backend.errors import Refusal
from backend.files.inspection import confine
from backend.files.inspection.rules import InspectionRules

ENCRYPTED = 0x1
PIECE = 65_536
MOST_COLUMNS = 64
GAPS = 5
"""A sheet may be so many times as long as what is written in it: rows in between are looked through too."""
MACROS = ("vbaproject", "macrosheets/", "dialogsheets/")
ACTIVE = ("externallinks/", "embeddings/", "activex/", "ctrlprops/", "querytables/", "connections.xml")
MERGED = re.compile(rb"<(\w+:)?mergeCell[\s/>]")
OVERLAP = 40
WORKBOOK = "xl/workbook.xml"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
SMALLEST = {
    "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Override PartName="/{WORKBOOK}"'
    f' ContentType="{KIND}.sheet.main+xml"/></Types>',
    WORKBOOK: f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
    '<sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1"'
    f' Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}"><sheetData><row r="1"><c r="A1"><v>1.5</v></c>'
    '<c r="B1" t="inlineStr"><is><t>a</t></is></c></row></sheetData></worksheet>',
}
"""A workbook to begin with: what reading it loads can be loaded no more once a stranger's is looked at."""


def main(rules: InspectionRules) -> None:
    confine.limit(rules)
    _warm_up()
    confine.close_the_doors(threads=False)
    refusal, kept = _looked(rules)
    sys.stdout.buffer.write(json.dumps({"refusal": refusal}).encode() + b"\n" + kept)
    sys.stdout.buffer.flush()


def _warm_up() -> None:
    """Load all that reading needs, while files can still be opened."""
    made = io.BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for name, part in SMALLEST.items():
            archive.writestr(name, part)
    list(load_workbook(made, read_only=True, keep_links=False).worksheets[0].iter_rows())
    for encoding in ("cp437", "utf-16", "gb18030"):
        codecs.lookup(encoding)


def _looked(rules: InspectionRules) -> tuple[str | None, bytes]:
    try:
        return None, look(sys.stdin.buffer.read(), rules)
    except Refusal as refusal:
        return refusal.key, b""
    except (MemoryError, RecursionError):
        return "file-bomb", b""
    except Exception:  # noqa: BLE001 - whatever a library says of bytes of strangers, they are not a sheet
        return "file-damaged", b""


def look(content: bytes, rules: InspectionRules) -> bytes:
    """Return the rows; Refusal for what is no plain sheet, or has more rows than `rules.pages`."""
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            _check(archive, rules)
    except BadZipFile as error:
        raise Refusal("file-damaged") from error
    book = load_workbook(io.BytesIO(content), read_only=True, keep_links=False)
    return b"".join(json.dumps(row, ensure_ascii=False).encode() + b"\n" for row in _rows(book, rules))


def _check(archive: ZipFile, rules: InspectionRules) -> None:
    parts = archive.infolist()
    if len(parts) > rules.parts:
        raise Refusal("file-bomb")
    if any(part.flag_bits & ENCRYPTED for part in parts):
        raise Refusal("file-encrypted")
    names = [part.filename.lower().replace("\\", "/") for part in parts]
    if any(mark in name for name in names for mark in MACROS):
        raise Refusal("file-macros")
    if any(mark in name for name in names for mark in ACTIVE):
        raise Refusal("file-active")
    if WORKBOOK not in names:
        raise Refusal("file-not-what-it-says")
    left = rules.expanded_bytes
    for part in parts:
        left = _unpacked(archive, part.filename, left)


def _unpacked(archive: ZipFile, name: str, left: int) -> int:
    """Unpack a part and forget it: how large it is, is believed only then; entities and merging are seen."""
    before = b""
    with archive.open(name) as part:
        while piece := part.read(PIECE):
            left -= len(piece)
            if left < 0:
                raise Refusal("file-bomb")
            seen = before + piece
            if b"<!DOCTYPE" in seen or b"<!ENTITY" in seen:
                raise Refusal("file-active")
            if name.startswith("xl/worksheets/") and MERGED.search(seen):
                raise Refusal("batch-sheet-merged")
            before = piece[-OVERLAP:]
    return left


def _rows(book: Any, rules: InspectionRules) -> Iterator[list[object]]:
    sheet = book.worksheets[0]
    sheet.reset_dimensions()  # what a file says of its size is not believed
    found = 0
    for number, row in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS), 1):
        cells = [_cell(cell) for cell in row]
        while cells and cells[-1] == "":
            cells.pop()
        found += bool(cells)
        if found > rules.pages or number > GAPS * rules.pages:
            raise Refusal("ledger-too-many-rows")
        if cells:
            yield [number, *cells]


def _cell(cell: Any) -> object:
    value = cell.value if isinstance(cell, ReadOnlyCell) else None
    if value is None:
        return ""
    if cell.data_type == "f" or not isinstance(value, (str, int, float, bool, date)):
        return {"f": True}
    if isinstance(value, datetime):
        return (value.date() if not (value.hour or value.minute) else value).isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


if __name__ == "__main__":
    main(InspectionRules(**json.loads(sys.argv[2])))
