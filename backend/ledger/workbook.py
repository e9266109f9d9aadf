"""An Excel workbook that streams: rows go out as they come in, and nothing lies on a disk in between.

A text is always written as a text, whatever it begins with: no cell becomes a formula.
"""

import io
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile

Value = str | int | date | datetime | None
"""What a cell holds; moments without a zone, as Excel knows none."""

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LONGEST = 32_767
"""Characters of one cell."""
UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
BEGIN = date(1899, 12, 30)
EARLIEST = date(1900, 3, 1)
"""Before that Excel counts a day there never was."""
PLAIN, DAY, MOMENT, HEAD = range(4)
NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HIDDEN = ' state="hidden"'
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
STYLES = (
    f'{XML}<styleSheet xmlns="{NAMESPACE}">'
    '<numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>'
    '<numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts>'
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="4">'
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1">'
    '<alignment vertical="top" wrapText="1"/></xf>'
    '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
    '<xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
    '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)


class Workbook:
    """Takes rows and hands out bytes; the first row is the header, which stays in sight."""

    def __init__(
        self, title: str, head: Sequence[str], widths: Sequence[int], lists: "Lists | None" = None
    ) -> None:
        self._sink = _Sink()
        self._lists = lists or Lists()
        self._archive = ZipFile(self._sink, "w", ZIP_DEFLATED)
        for name, part in _frame(title, with_lists=bool(self._lists.columns)):
            self._archive.writestr(name, part)
        self._sheet = self._archive.open("xl/worksheets/sheet1.xml", "w")
        self._sheet.write(_beginning(widths).encode())
        self._row = 0
        self._write([head], HEAD)

    def take(self, rows: Iterable[Sequence[Value]]) -> bytes:
        """Write rows and return the bytes that are ready."""
        self._write(rows, PLAIN)
        return self._sink.taken()

    def end(self) -> bytes:
        """Return the last bytes."""
        self._sheet.write(f"</sheetData>{self._lists.validations()}</worksheet>".encode())
        self._sheet.close()
        if self._lists.columns:
            self._archive.writestr("xl/worksheets/sheet2.xml", self._lists.sheet())
        self._archive.close()
        return self._sink.taken()

    def _write(self, rows: Iterable[Sequence[Value]], style: int) -> None:
        for row in rows:
            self._row += 1
            cells = "".join(
                _cell(f"{letters(place)}{self._row}", value, style) for place, value in enumerate(row, 1)
            )
            self._sheet.write(f'<row r="{self._row}">{cells}</row>'.encode())


class Lists:
    """Drop-down lists: for a column, what may be chosen; they lie on a hidden sheet of their own."""

    def __init__(self, columns: dict[int, Sequence[str]] | None = None, *, rows: int = 0) -> None:
        self.columns = {place: said for place, said in (columns or {}).items() if said}
        self._rows = rows

    def validations(self) -> str:
        if not self.columns:
            return ""
        each = "".join(
            f'<dataValidation type="list" allowBlank="1" sqref="{_below(place, self._rows)}">'
            f"<formula1>Lists!${letters(at)}$1:${letters(at)}${len(said)}</formula1></dataValidation>"
            for at, (place, said) in enumerate(self.columns.items(), 1)
        )
        return f'<dataValidations count="{len(self.columns)}">{each}</dataValidations>'

    def sheet(self) -> str:
        said = list(self.columns.values())
        rows = "".join(
            f'<row r="{row}">'
            + "".join(
                _cell(f"{letters(at)}{row}", column[row - 1], PLAIN)
                for at, column in enumerate(said, 1)
                if row <= len(column)
            )
            + "</row>"
            for row in range(1, max(map(len, said)) + 1)
        )
        return f'{XML}<worksheet xmlns="{NAMESPACE}"><sheetData>{rows}</sheetData></worksheet>'


def letters(place: int) -> str:
    """Return a column as Excel calls it: 1 is A, 27 is AA."""
    said = ""
    while place:
        place, left = divmod(place - 1, 26)
        said = chr(ord("A") + left) + said
    return said


def _below(place: int, rows: int) -> str:
    return f"{letters(place)}2:{letters(place)}{rows}"


def _cell(at: str, value: Value, style: int) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, date) and (value.date() if isinstance(value, datetime) else value) >= EARLIEST:
        style = MOMENT if isinstance(value, datetime) else DAY
        return f'<c r="{at}" s="{style}"><v>{_days(value)!r}</v></c>'
    if isinstance(value, int):
        return f'<c r="{at}" s="{style}"><v>{value}</v></c>'
    words = _words(value if isinstance(value, str) else value.isoformat())
    return f'<c r="{at}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{words}</t></is></c>'


def _days(value: date) -> int | float:
    if not isinstance(value, datetime):
        return (value - BEGIN).days
    since = value - datetime.combine(BEGIN, time())
    return since.days + since.seconds / 86400


def _words(said: str) -> str:
    """Write a text as Excel reads it back; one too long for a cell ends in dots."""
    whole = UNWRITABLE.sub("", said)
    if len(whole) > LONGEST:
        whole = whole[: LONGEST - 1] + "…"
    return escape(ESCAPED.sub("_x005F_", whole)).replace("\r", "_x000D_")


def _beginning(widths: Sequence[int]) -> str:
    columns = "".join(
        f'<col min="{place}" max="{place}" width="{width}" customWidth="1"/>'
        for place, width in enumerate(widths, 1)
    )
    return (
        f'{XML}<worksheet xmlns="{NAMESPACE}"><sheetViews><sheetView workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
        f"<cols>{columns}</cols><sheetData>"
    )


def _frame(title: str, *, with_lists: bool) -> Iterator[tuple[str, str]]:
    """Return every part but the sheets."""
    sheets = [title[:31], *(["Lists"] if with_lists else [])]
    numbers = range(1, len(sheets) + 1)
    kind = f"{MEDIA_TYPE.removesuffix('.sheet')}"
    parts = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{kind}.worksheet+xml"/>'
        for n in numbers
    )
    types = (
        f'{XML}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>{parts}'
        f'<Override PartName="/xl/styles.xml" ContentType="{kind}.styles+xml"/></Types>'
    )
    yield "[Content_Types].xml", types
    yield "_rels/.rels", _relationships([("officeDocument", "xl/workbook.xml")])
    links = [("worksheet", f"worksheets/sheet{n}.xml") for n in numbers]
    yield "xl/_rels/workbook.xml.rels", _relationships([*links, ("styles", "styles.xml")])
    listed = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{n}"{HIDDEN if n > 1 else ""} r:id="rId{n}"/>'
        for n, name in enumerate(sheets, 1)
    )
    book = f'{XML}<workbook xmlns="{NAMESPACE}" xmlns:r="{OFFICE}"><sheets>{listed}</sheets></workbook>'
    yield "xl/workbook.xml", book
    yield "xl/styles.xml", STYLES


def _relationships(links: Sequence[tuple[str, str]]) -> str:
    each = "".join(
        f'<Relationship Id="rId{n}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(links, 1)
    )
    return f'{XML}<Relationships xmlns="{PACKAGE}/relationships">{each}</Relationships>'


class _Sink(io.RawIOBase):
    """Where the archive writes to; what is there is handed on and forgotten."""

    def __init__(self) -> None:
        super().__init__()
        self._pieces: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, piece: object) -> int:
        whole = bytes(memoryview(piece))  # type: ignore[arg-type]
        self._pieces.append(whole)
        return len(whole)

    def taken(self) -> bytes:
        whole, self._pieces = b"".join(self._pieces), []
        return whole
