"""Sheets that are damaged, or meant to do harm: a clear sentence, and nothing half done."""

import io
import random
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ledger_house import RULES, as_csv, as_workbook, line, taken
from programs_house import House

from backend.errors import Refusal
from backend.files.inspection import sheet
from backend.i18n import LANGUAGES, has
from backend.ledger import sheets
from backend.ledger.columns import Column, head
from backend.ledger.sheets import Limits
from backend.suggestions.model import Suggestion

SMALL = Limits(1_000_000, 5, 30)
SHEET = "xl/worksheets/sheet1.xml"


def altered(**parts: bytes) -> bytes:
    """Return a workbook with other parts, or more of them."""
    named = {name.replace("__", "/").replace("_dot_", "."): part for name, part in parts.items()}
    made = io.BytesIO()
    with ZipFile(io.BytesIO(as_workbook(line()))) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, named.pop(name, old.read(name)))
        for name, part in named.items():
            new.writestr(name, part)
    return made.getvalue()


def by_openpyxl(*, formula: bool = False) -> bytes:
    book, made = openpyxl.Workbook(), io.BytesIO()
    said = line()
    book.active.append([head(column, "zh-CN") for column in said])
    book.active.append(list(said.values()))
    if formula:
        book.active["D2"] = '=HYPERLINK("http://example","x")'
    book.save(made)
    return made.getvalue()


DOCTYPE = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><worksheet>&b;</worksheet>'
LINK = b'<Relationships><Relationship Id="r" TargetMode="External" Target="http://example"/></Relationships>'
MACROS = b"""<Types><Override PartName="/xl/workbook.xml"
 ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>"""
DOCUMENT = altered(**{"[Content_Types].xml": b"<Types/>"})


def encrypted() -> bytes:
    """Return a workbook whose archive says of each part that it is locked."""
    content = bytearray(as_workbook(line()))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(mark)
        while at >= 0:
            content[at + place] |= 1
            at = content.find(mark, at + 1)
    return bytes(content)


def lying() -> bytes:
    """Return a workbook whose sheet says of itself that it is small."""
    content = bytearray(altered(**{SHEET.replace("/", "__"): b" " * 150_000_000}))
    said = (150_000_000).to_bytes(4, "little")
    return bytes(content.replace(said, (1_000).to_bytes(4, "little")))


HOSTILE = {
    "nothing": (b"", "ledger-file-empty"),
    "no sheet at all": (b"\x89PNG\r\n\x1a\n\x00\x00", "ledger-file-encoding"),
    "an old workbook": (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "ledger-file-old"),
    "half an archive": (as_workbook(line())[:900], "ledger-file-damaged"),
    "another archive": (altered()[:4] + b"x" * 400, "ledger-file-damaged"),
    "macros": (altered(xl__vbaProject_dot_bin=b"x"), "ledger-file-macros"),
    "macros by their kind": (altered(**{"[Content_Types].xml": MACROS}), "ledger-file-macros"),
    "a password": (encrypted(), "ledger-file-encrypted"),
    "something else of an office": (DOCUMENT, "ledger-file-damaged"),
    "a bomb that lies": (lying(), "ledger-file-damaged"),
    "links elsewhere": (altered(xl__externalLinks__externalLink1_dot_xml=b"x"), "ledger-file-active"),
    "a sheet elsewhere": (altered(**{"xl__" + "_rels__workbook.xml.rels": LINK}), "ledger-file-active"),
    "entities": (altered(**{SHEET.replace("/", "__"): DOCTYPE}), "ledger-file-active"),
    "a bomb": (altered(**{SHEET.replace("/", "__"): b" " * 250_000_000}), "ledger-file-bomb"),
    "too many lines": (as_workbook(*[line(number=str(n)) for n in range(6)]), "ledger-too-many-rows"),
    "too many lines of text": (as_csv(*[line(number=str(n)) for n in range(6)]), "ledger-too-many-rows"),
    "no heads": ("甲,乙\n1,2\n".encode(), "ledger-heads-missing"),
    "a head twice": (as_csv(line()).replace("收到时间".encode(), "编号".encode()), "ledger-heads-twice"),
    "too large": (b"x" * 1_000_001, "ledger-file-too-large"),
}


@pytest.mark.parametrize("what", HOSTILE)
async def test_what_is_no_ledger_is_refused_in_words(what: str) -> None:
    content, key = HOSTILE[what]
    with pytest.raises(Refusal) as refused:
        await sheets.read("台账.xlsx", content, SMALL, "zh-CN")
    assert refused.value.key == key
    assert all(has(language, key) for language in LANGUAGES)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
async def test_a_csv_of_any_office_is_read(encoding: str) -> None:
    (found,) = await sheets.read("x.csv", as_csv(line(), encoding=encoding), SMALL, "zh-CN")
    assert found.said[Column.NAME] == "张三"
    assert found.number == 2


@pytest.mark.parametrize("delimiter", [";", "\t"])
async def test_other_delimiters_are_known(delimiter: str) -> None:
    content = as_csv(line()).replace(b",", delimiter.encode())
    (found,) = await sheets.read("x.csv", content, SMALL, "zh-CN")
    assert found.said[Column.CONTACT] == "13800138000"


async def test_a_workbook_of_another_program_is_read(house: House) -> None:
    report = await taken(house, by_openpyxl())
    assert (report.new, report.refused) == (1, [])


async def test_a_formula_is_no_value(house: House) -> None:
    report = await taken(house, by_openpyxl(formula=True))
    assert [(one.line, one.key) for one in report.refused] == [(2, "ledger-formula")]
    assert await house.rows(Suggestion) == []


def looked(content: bytes) -> tuple[int, str]:
    """Return how many rows are read, and the refusal if there is one; anything else is an error."""
    try:
        return sheet.look("xlsx", content, RULES).count(b"\n"), ""
    except Refusal as refusal:
        return 0, refusal.key


@settings(max_examples=150, derandomize=True, deadline=None, database=None)
@given(seed=st.integers(0, 2**32), holes=st.integers(1, 30))
def test_a_damaged_workbook_is_read_or_refused(seed: int, holes: int) -> None:
    """The confined process may refuse, and may do nothing else."""
    chance = random.Random(seed)
    content = bytearray(as_workbook(line(), line(number="2")))
    for _ in range(holes):
        content[chance.randrange(len(content))] = chance.randrange(256)
    rows, refusal = looked(bytes(content))
    assert rows <= 3
    assert refusal.startswith(("file-", "ledger-")) or not refusal


@settings(max_examples=100, derandomize=True, deadline=None, database=None)
@given(inside=st.binary(max_size=400) | st.text(max_size=200).map(lambda said: said.encode()))
def test_a_damaged_sheet_inside_a_sound_workbook(inside: bytes) -> None:
    begun = b'<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>'
    _, refusal = looked(altered(**{SHEET.replace("/", "__"): begun + inside}))
    assert refusal.startswith(("file-", "ledger-")) or not refusal


CELLS = st.text(st.characters(codec="utf-8"), max_size=30) | st.sampled_from(
    ["绿色生态", "已答复", "2024-07-20", "张三", "采纳", "=1"]
)
ROWS = st.lists(st.lists(CELLS, max_size=12), max_size=6)


@settings(
    max_examples=40,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(rows=ROWS)
async def test_whatever_the_lines_say_the_counts_add_up(house: House, rows: list[list[str]]) -> None:
    columns = [Column.NUMBER, Column.THEME, Column.TEXT, Column.NAME, Column.STATE, Column.RECEIVED]
    table = [dict(zip(columns, row, strict=False)) for row in rows]
    content = as_csv(dict.fromkeys(columns, ""), *table)
    found = await sheets.read("x.csv", content, SMALL._replace(rows=50), "zh-CN")
    before = len(await house.rows(Suggestion))
    report = await taken(house, content)
    assert report.new + report.known + len(report.refused) == len(found)
    assert len(await house.rows(Suggestion)) == before + report.new
