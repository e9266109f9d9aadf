"""An Excel workbook to hand out: rows go into it as they come, and do not stay in memory.

A text is always written as a text, whatever it begins with: no cell becomes a formula.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from tempfile import TemporaryFile
from threading import Lock
from typing import IO

from openpyxl import Workbook as Book
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter as letters
from openpyxl.worksheet.datavalidation import DataValidation

Value = str | int | date | datetime | None
"""What a cell holds; moments without a zone, as Excel knows none."""

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LONGEST = 32_767
"""Characters of one cell."""
UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
TAKEN_FOR_MORE = re.compile(r"[=+\-@\t\r]|\d[\d ./:-]*\Z")
"""Texts that an office program would make a formula, a number or a date of once they are edited."""
EARLIEST = date(1900, 3, 1)
"""Before that Excel counts a day there never was."""
TOP = Alignment(vertical="top")
WRAPPED = Alignment(vertical="top", wrap_text=True)
TITLE_LONGEST = 31
LISTS = "Lists"


class Workbook:
    """Takes rows and saves them; the first row is the header, which stays in sight and filters.

    `lists`: by a column's place, the first is 1, what may be chosen in the next `rows` rows. Either `save`
    or `drop` must be called in the end: until then the rows lie in a file for this user alone. Threads may
    call it, one after the other.
    """

    def __init__(
        self,
        title: str,
        head: Sequence[str],
        widths: Sequence[int],
        lists: Mapping[int, Sequence[str]] | None = None,
        *,
        rows: int = 0,
    ) -> None:
        self._turn = Lock()
        self._book, self._width, self._count = Book(write_only=True), len(head), 1
        self._sheet = self._book.create_sheet(title[:TITLE_LONGEST])
        self._sheet.freeze_panes = "A2"
        self._sheet.print_title_rows = "1:1"
        for place, width in enumerate(widths, 1):
            self._sheet.column_dimensions[letters(place)].width = width
        self._cells: dict[tuple[int, str], Cell] = {}
        self._offer({place: said for place, said in (lists or {}).items() if said}, rows)
        self._sheet.append([self._cell(place, said, bold=True) for place, said in enumerate(head)])

    def take(self, rows: Iterable[Sequence[Value]]) -> None:
        with self._turn:
            for row in rows:
                self._sheet.append([self._cell(place, value) for place, value in enumerate(row)])
                self._count += 1

    def save(self, target: IO[bytes]) -> None:
        with self._turn:
            self._sheet.auto_filter.ref = f"A1:{letters(self._width)}{self._count}"
            self._book.save(target)

    def whole(self) -> bytes:
        """Return a small workbook."""
        with TemporaryFile() as target:
            self.save(target)
            target.seek(0)
            return target.read()

    def drop(self) -> None:
        """Forget what was written so far: the library lets go of its file when it has saved it."""
        with TemporaryFile() as target:
            self.save(target)

    def _cell(self, place: int, value: Value, *, bold: bool = False) -> Cell | None:
        """Return the cell of this column for such a value: one is enough, as each row is written at once."""
        if value is None or value == "":
            return None
        if isinstance(value, date) and not _is_day(value):
            value = value.isoformat()
        said = _words(value) if isinstance(value, str) else value
        kind = "head" if bold else _kind(said)
        if (place, kind) not in self._cells:
            self._cells[place, kind] = _styled(WriteOnlyCell(self._sheet), kind)
        return _filled(self._cells[place, kind], said)

    def _offer(self, lists: Mapping[int, Sequence[str]], rows: int) -> None:
        """Let columns be chosen from lists, which lie on a hidden sheet of their own."""
        if not lists:
            return
        hidden = self._book.create_sheet(LISTS)
        hidden.sheet_state = "hidden"
        for row in range(max(map(len, lists.values()))):
            hidden.append(
                [
                    _filled(WriteOnlyCell(hidden), said[row] if row < len(said) else "")
                    for said in lists.values()
                ]
            )
        for at, (place, said) in enumerate(lists.items(), 1):
            offered = f"{LISTS}!${letters(at)}$1:${letters(at)}${len(said)}"
            below = f"{letters(place)}2:{letters(place)}{rows + 1}"
            self._sheet.data_validations.append(DataValidation("list", formula1=offered, sqref=below))


def _filled(cell: Cell, said: Value) -> Cell:
    cell.value = said
    if isinstance(said, str):
        cell.data_type = "s"  # whatever the library takes it for
    return cell


def _is_day(value: date) -> bool:
    """Say whether Excel can count it; what it cannot is written as a text."""
    return (value.date() if isinstance(value, datetime) else value) >= EARLIEST


def _kind(value: Value) -> str:
    if isinstance(value, datetime):
        return "yyyy-mm-dd hh:mm"
    if isinstance(value, date):
        return "yyyy-mm-dd"
    return "@" if isinstance(value, str) and TAKEN_FOR_MORE.match(value) else "General"


def _styled(cell: Cell, kind: str) -> Cell:
    cell.alignment = WRAPPED if kind in {"General", "@"} else TOP
    if kind == "head":
        cell.font = Font(bold=True)
    else:
        cell.number_format = kind
        cell.quotePrefix = kind == "@"
    return cell


def _words(said: str) -> str:
    """Write a text as Excel reads it back; one too long for a cell ends in dots."""
    whole = UNWRITABLE.sub("", said)
    if len(whole) > LONGEST:
        whole = whole[: LONGEST - 1] + "…"
    return ESCAPED.sub("_x005F_", whole).replace("\r", "_x000D_")[:LONGEST]
