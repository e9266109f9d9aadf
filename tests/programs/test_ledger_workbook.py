"""The workbook an office opens: every cell is what it says, and many rows fill no memory."""

import asyncio
import io
import subprocess
import sys
import tempfile
import threading
from datetime import date, datetime
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from ledger_house import day, rows_of, saved
from openpyxl.worksheet.worksheet import Worksheet
from programs_house import House

from backend.config import ROOT
from backend.ledger.workbook import Workbook

AT = datetime(2024, 2, 29, 23, 59)  # noqa: DTZ001 - as Excel has it
TEMPTING = [
    *("=1+1", '=HYPERLINK("http://example","x")', "+86 138", "-1", "@SUM(A1)", "\t=1", "#N/A"),
    *("007", "510101200001011234", "2024-02-29", "1/2", "TRUE", "1e5"),
]
"""What office programs make formulas, numbers, dates or errors of."""
ODD = ["a\rb", "第一行\n第二行", "_x0041_", "<&>\"'", " 前后 ", "𠮷"]


def book(*rows: list[object], head: tuple[str, ...] = ("编号", "收到"), **more: object) -> bytes:
    made = Workbook("台账", head, [10, 20][: len(head)], **more)
    made.take(rows)
    return made.whole()


def opened(content: bytes) -> Worksheet:
    return openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]


@pytest.mark.parametrize("said", [*TEMPTING, *ODD])
def test_a_text_stays_the_text_it_was(said: str) -> None:
    content = book([said])
    assert rows_of(content)[1] == [said]
    cell = opened(content)["A2"]
    assert (cell.data_type, cell.hyperlink) == ("s", None)
    with ZipFile(io.BytesIO(content)) as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")


@pytest.mark.parametrize("said", ["=1+1", "+86 138", "-1", "@SUM(A1)", "007", "510101200001011234", "1/2"])
def test_it_stays_so_when_somebody_edits_the_cell(said: str) -> None:
    cell = opened(book([said]))["A2"]
    assert (cell.number_format, cell.quotePrefix) == ("@", True)


def test_what_no_cell_can_hold_is_left_out() -> None:
    said, longest = rows_of(book(["好\ud800\x0b", "x" * 40_000]))[1]
    assert said == "好"
    assert longest == "x" * 32_766 + "…"


def test_days_and_figures_are_days_and_figures() -> None:
    content = book([AT, AT.date(), date(1870, 1, 1), 17])
    assert [cell.value for cell in opened(content)[2]] == [AT, AT.replace(hour=0, minute=0), "1870-01-01", 17]
    assert [cell.number_format for cell in opened(content)[2]][:2] == ["yyyy-mm-dd hh:mm", "yyyy-mm-dd"]
    moment, plain, before, figure = rows_of(content)[1]
    assert [day(moment), day(plain)] == [AT, AT.replace(hour=0, minute=0)]
    assert (before, figure) == ("1870-01-01", "17")


def test_it_opens_as_an_office_wants_it() -> None:
    sheet = opened(book(["a", AT], ["b", AT]))
    assert (sheet.title, sheet.freeze_panes, sheet.auto_filter.ref) == ("台账", "A2", "A1:B3")
    assert sheet.print_title_rows == "$1:$1"
    assert [sheet.column_dimensions[column].width for column in "AB"] == [10, 20]
    assert (sheet["A1"].font.bold, sheet["A2"].font.bold) == (True, False)
    assert (sheet["A2"].alignment.wrap_text, sheet["A2"].alignment.vertical) == (True, "top")


def test_lists_to_choose_from_lie_on_a_hidden_sheet() -> None:
    content = book(["绿色生态"], lists={1: ["绿色生态", "=1+1"], 2: []}, rows=50)
    shown, hidden = openpyxl.load_workbook(io.BytesIO(content)).worksheets
    assert (hidden.title, hidden.sheet_state) == ("Lists", "hidden")
    assert [(cell.value, cell.data_type) for cell in hidden["A"]] == [("绿色生态", "s"), ("=1+1", "s")]
    (offered,) = shown.data_validations.dataValidation
    assert (str(offered.sqref), offered.formula1) == ("A2:A51", "Lists!$A$1:$A$2")
    assert rows_of(content)[1:] == [["绿色生态"]]


MANY = """
import resource, tempfile
from backend.config import ROOT
from backend.ledger.workbook import Workbook

def grown():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

made = Workbook("x", ["a"] * 6, [10] * 6)
made.take([["字" * 1000] * 6] * 10)
before = grown()
for row in range(3_000):
    made.take([[str(row), *["字" * 1000] * 5]])
with tempfile.TemporaryFile() as target:
    made.save(target)
print(grown() - before)
"""


def test_many_rows_fill_no_memory() -> None:
    """Of 45 MB of text, in a process of its own, none stays in memory."""
    told = subprocess.run([sys.executable, "-c", MANY], cwd=ROOT, capture_output=True, text=True, check=True)
    assert int(told.stdout) < 15_000  # kB


async def test_a_download_that_is_broken_off_leaves_nothing_behind(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await house.suggestion()
    begun: list[str] = []

    def left() -> list[str]:
        return [path.name for path in tmp_path.glob("openpyxl*")]

    dropped, drop = threading.Event(), Workbook.drop

    def breaks(*_: object) -> None:
        begun.extend(left())
        raise ConnectionError

    def drops(made: Workbook) -> None:
        drop(made)
        dropped.set()

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(Workbook, "take", breaks)
    monkeypatch.setattr(Workbook, "drop", drops)
    with pytest.raises(ConnectionError):
        await saved(house)
    assert await asyncio.to_thread(dropped.wait, 30)
    assert len(begun) == 1
    assert left() == []
