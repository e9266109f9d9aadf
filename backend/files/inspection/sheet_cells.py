"""What the parts of a workbook say as they stream by: shared strings, formats of days, cells."""

import re
from datetime import datetime, timedelta

from backend.errors import Refusal

Cell = str | dict[str, str | bool]
Row = list[int | Cell]

MOST_COLUMNS = 64
LETTERS = 26
DAYS = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
"""Numbers of built-in formats that show a day or a time."""
SAID_OUTRIGHT = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def _unescaped(words: str) -> str:
    return ESCAPED.sub(lambda found: chr(int(found[1], 16)), words)


class Strings:
    """The texts that cells name by their place."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._said: list[str] = []
        self._inside = False
        self._phonetic = False

    def start(self, tag: str, _said: dict[str, str]) -> None:
        if tag == "si":
            self._said = []
        self._phonetic = self._phonetic or tag == "rPh"
        self._inside = tag == "t" and not self._phonetic

    def end(self, tag: str) -> None:
        if tag == "si":
            self.found.append(_unescaped("".join(self._said)))
        self._phonetic = self._phonetic and tag != "rPh"
        self._inside = False

    def words(self, words: str) -> None:
        if self._inside:
            self._said.append(words)


class Formats:
    """Which of a workbook's cell styles show days."""

    def __init__(self) -> None:
        self.are_days: list[bool] = []
        self._own: dict[str, bool] = {}
        self._inside = False

    def start(self, tag: str, said: dict[str, str]) -> None:
        if tag == "numFmt":
            plain = SAID_OUTRIGHT.sub("", said.get("formatCode", "")).lower()
            self._own[said.get("numFmtId", "")] = any(letter in plain for letter in "yd")
        elif tag == "cellXfs":
            self._inside = True
        elif tag == "xf" and self._inside:
            number = said.get("numFmtId", "0")
            built_in = number.isdigit() and int(number) in DAYS
            self.are_days.append(self._own.get(number, built_in))

    def end(self, tag: str) -> None:
        if tag == "cellXfs":
            self._inside = False


class Cells:
    """The rows of a sheet; empty ones are left out."""

    def __init__(self, strings: list[str], are_days: list[bool], *, from_1904: bool, most: int) -> None:
        self.rows: list[Row] = []
        self._strings, self._are_days, self._most = strings, are_days, most
        self._begin = datetime(1904, 1, 1) if from_1904 else datetime(1899, 12, 30)  # noqa: DTZ001 - Excel's
        self._row: list[Cell] = []
        self._number = self._column = 0
        self._kind = self._style = ""
        self._said: list[str] = []
        self._formula = self._inside = self._phonetic = False

    def start(self, tag: str, said: dict[str, str]) -> None:
        if tag == "row":
            self._number = int(said.get("r") or self._number + 1)
            self._row, self._column = [], 0
        elif tag == "c":
            self._column = _column(said["r"]) if said.get("r") else self._column + 1
            self._kind, self._style = said.get("t", "n"), said.get("s", "0")
            self._said, self._formula = [], False
        elif tag == "f":
            self._formula = True
        self._phonetic = self._phonetic or tag == "rPh"
        self._inside = tag == "v" or (tag == "t" and not self._phonetic)

    def words(self, words: str) -> None:
        if self._inside:
            self._said.append(words)

    def end(self, tag: str) -> None:
        self._inside = False
        self._phonetic = self._phonetic and tag != "rPh"
        if tag == "c" and 0 < self._column <= MOST_COLUMNS:
            self._row += [""] * (self._column - len(self._row))
            self._row[self._column - 1] = self._cell()
        elif tag == "row" and any(self._row):
            if len(self.rows) >= self._most:
                raise Refusal("ledger-too-many-rows")
            self.rows.append([self._number, *self._row])

    def _cell(self) -> Cell:
        if self._formula:
            return {"f": True}
        said = "".join(self._said)
        if self._kind == "s":
            return self._strings[int(said)] if said else ""
        if self._kind == "d":
            return {"d": said}
        if self._kind != "n" or not said:
            return _unescaped(said)
        style = int(self._style) if self._style.isdigit() else 0
        return self._number_cell(said, is_day=style < len(self._are_days) and self._are_days[style])

    def _number_cell(self, said: str, *, is_day: bool) -> Cell:
        value = float(said)
        if is_day:
            try:
                at = self._begin + timedelta(seconds=round(value * 86400))
            except (OverflowError, ValueError) as error:
                raise Refusal("file-damaged") from error
            return {"d": at.isoformat()}
        return str(int(value)) if value.is_integer() else said


def _column(place: str) -> int:
    """Return the column of a place such as "AB12", the first is 1."""
    column = 0
    for letter in place.rstrip("0123456789").upper():
        column = column * LETTERS + ord(letter) - ord("A") + 1
        if column > MOST_COLUMNS:
            break
    return column
