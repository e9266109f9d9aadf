"""The first sheet of an Excel workbook, as lines of JSON: one list of cells a row, the row's number first.

A text is a text, a day or moment {"d": …}, a formula {"f": true}: what it would say is not looked at.
"""

import codecs
import io
import json
import posixpath
import zlib
from collections.abc import Callable, Iterator
from typing import IO, Any
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile

from backend.errors import Refusal
from backend.files.inspection.rules import InspectionRules
from backend.files.inspection.sheet_cells import Cells, Formats, Strings

ENCRYPTED = 0x1
PIECE = 65_536
WORKBOOK = "xl/workbook.xml"
ACTIVE = ("externallinks/", "embeddings/", "activex/", "ctrlprops/", "querytables/", "connections.xml")
MACROS = ("vbaproject.bin", "macrosheets/", "dialogsheets/")

BROKEN = (BadZipFile, zlib.error, EOFError, OSError, KeyError, ValueError, IndexError, RuntimeError)

codecs.lookup("cp437")  # of names in archives; nothing can be loaded once one is looked at

Start = Callable[[str, dict[str, str]], object]


def look(_kind: str, content: bytes, rules: InspectionRules) -> bytes:
    """Return the rows; Refusal for what is no plain sheet, or has more rows than `rules.pages`."""
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            _check(archive, rules)
            return _rows(archive, rules)
    except BROKEN as error:
        raise Refusal("file-damaged") from error


def _check(archive: ZipFile, rules: InspectionRules) -> None:
    parts = archive.infolist()
    if len(parts) > rules.parts or sum(part.file_size for part in parts) > rules.expanded_bytes:
        raise Refusal("file-bomb")
    if any(part.flag_bits & ENCRYPTED for part in parts):
        raise Refusal("file-encrypted")
    for name in (part.filename.lower().replace("\\", "/") for part in parts):
        if any(mark in name for mark in MACROS):
            raise Refusal("file-macros")
        if any(mark in name for mark in ACTIVE):
            raise Refusal("file-active")
    if WORKBOOK not in archive.namelist():
        raise Refusal("file-not-what-it-says")


def _rows(archive: ZipFile, rules: InspectionRules) -> bytes:
    budget = Budget(rules.expanded_bytes)
    book = Book()
    budget.parse(archive, WORKBOOK, book.start)
    if "xl/_rels/workbook.xml.rels" in archive.namelist():
        budget.parse(archive, "xl/_rels/workbook.xml.rels", book.link)
    strings, formats = Strings(), Formats()
    if book.strings in archive.namelist():
        budget.parse(archive, book.strings, strings.start, strings.end, strings.words)
    if "xl/styles.xml" in archive.namelist():
        budget.parse(archive, "xl/styles.xml", formats.start, formats.end)
    cells = Cells(strings.found, formats.are_days, from_1904=book.from_1904, most=rules.pages)
    budget.parse(archive, book.sheet, cells.start, cells.end, cells.words)
    return b"".join(json.dumps(row, ensure_ascii=False).encode() + b"\n" for row in cells.rows)


class Budget:
    """How much may still be unpacked: what an archive says of its sizes is not believed."""

    def __init__(self, left: int) -> None:
        self._left = left

    def parse(self, archive: ZipFile, name: str, start: Start, *more: Callable[[str], object]) -> None:
        """Read a part as it streams by; `more` hears of ends and of words."""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = _no_doctype
        parser.StartElementHandler = lambda tag, said: start(_local(tag), _locals(said))
        if more:
            parser.EndElementHandler = lambda tag: more[0](_local(tag))
        if more[1:]:
            parser.CharacterDataHandler = more[1]
        try:
            with archive.open(name) as part:
                for piece in self._pieces(part):
                    parser.Parse(piece)
                parser.Parse(b"", True)  # noqa: FBT003 - the library's way to say that this was all
        except expat.ExpatError as error:
            raise Refusal("file-damaged") from error

    def _pieces(self, part: IO[bytes]) -> Iterator[bytes]:
        while piece := part.read(PIECE):
            self._left -= len(piece)
            if self._left < 0:
                raise Refusal("file-bomb")
            yield piece


class Book:
    """Which part is the first sheet, and from when days are counted."""

    def __init__(self) -> None:
        self._first = ""
        self.sheet = "xl/worksheets/sheet1.xml"
        self.strings = "xl/sharedStrings.xml"
        self.from_1904 = False

    def start(self, tag: str, said: dict[str, str]) -> None:
        if tag == "workbookPr":
            self.from_1904 = said.get("date1904", "") in {"1", "true"}
        elif tag == "sheet" and not self._first:
            self._first = said.get("id", "")

    def link(self, tag: str, said: dict[str, str]) -> None:
        if tag != "Relationship":
            return
        if said.get("TargetMode", "").lower() == "external":
            raise Refusal("file-active")
        place = said.get("Target", "")
        whole = place.lstrip("/") if place.startswith("/") else posixpath.normpath(f"xl/{place}")
        if said.get("Id") == self._first:
            self.sheet = whole
        elif said.get("Type", "").endswith("/sharedStrings"):
            self.strings = whole


def _no_doctype(*_: Any) -> None:
    raise Refusal("file-active")


def _local(name: str) -> str:
    return name.rpartition(" ")[2]


def _locals(said: dict[str, str]) -> dict[str, str]:
    return {_local(name): value for name, value in said.items()}
