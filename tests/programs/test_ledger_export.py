"""The ledger as a file: what is in it, for whom, and what no cell may become."""

from datetime import datetime

import pytest
from ledger_house import csv_rows, day, rows_of, saved
from programs_house import AUDITOR, CLERK, HANDLER, OTHER, House

from backend.handling import actions as handling
from backend.handling.desk import OFFICE
from backend.ledger import export
from backend.ledger.columns import Column, head
from backend.staff.model import Staff


async def answered(house: House) -> str:
    number = (await house.suggestion(unit="transport")).number
    staff = await house.one(Staff, login=HANDLER)
    await handling.reply(
        house.db,
        number=number,
        outcome="adopted",
        text="已经采纳。",
        reason="有道理。",
        sight=OFFICE,
        staff_id=staff.id,
    )
    return number


def column(rows: list[list[str]], wanted: Column, language: str = "zh-CN") -> list[str]:
    place = rows[0].index(head(wanted, language))
    return [row[place] if place < len(row) else "" for row in rows[1:]]


async def test_everything_about_a_suggestion_stands_in_its_row(house: House) -> None:
    number = await answered(house)
    rows = rows_of(await saved(house))
    told = {name: column(rows, name)[0] for name in Column}
    assert told[Column.NUMBER] == number
    assert day(told[Column.RECEIVED]) == datetime(2024, 8, 1, 12, 0)  # noqa: DTZ001 - as Excel has it
    assert day(told[Column.DUE]) == datetime(2024, 8, 16)  # noqa: DTZ001
    assert told[Column.THEME] == "绿色生态"
    assert (told[Column.UNIT], told[Column.STATE]) == ("交通部门", "已答复")
    assert (told[Column.OUTCOME], told[Column.REPLY], told[Column.REASON]) == (
        "采纳",
        "已经采纳。",
        "有道理。",
    )
    assert (told[Column.CHANNEL], told[Column.NAME]) == ("来信", "张三")
    assert told[Column.CONTACT] == "+8613800138000"


async def test_heads_speak_the_members_language(house: House) -> None:
    await answered(house)
    rows = rows_of(await saved(house, language="en", personal=False))
    assert column(rows, Column.STATE, "en") == ["Replied"]
    assert head(Column.NAME, "en") not in rows[0]


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
async def test_names_are_left_out_unless_they_are_asked_for(house: House, kind: export.Format) -> None:
    await house.suggestion()
    content = await saved(house, kind=kind, personal=False)
    rows = rows_of(content) if kind == "xlsx" else csv_rows(content)
    assert len(rows) == 2
    assert not {"张三", "+8613800138000", "'+8613800138000"} & {str(cell) for row in rows for cell in row}


async def test_a_unit_takes_away_its_own_alone(house: House) -> None:
    mine = (await house.suggestion(unit="transport")).number
    other = (await house.suggestion()).number
    for login, found in ((HANDLER, [mine]), (OTHER, []), (AUDITOR, [mine, other]), (CLERK, [mine, other])):
        assert column(csv_rows(await saved(house, login, "csv")), Column.NUMBER) == found
    narrowed = await saved(house, kind="csv", state="registered")
    assert column(csv_rows(narrowed), Column.NUMBER) == [other]


async def test_a_csv_opens_in_excel_and_holds_no_formula(house: House) -> None:
    await house.suggestion(text='=HYPERLINK("http://example")\n第二行')
    content = await saved(house, kind="csv")
    assert content.startswith(b"\xef\xbb\xbf")
    (said,) = column(csv_rows(content), Column.TEXT)
    assert said == '\'=HYPERLINK("http://example")\n第二行'
    cells = [cell for row in csv_rows(content) for cell in row]
    assert [cell for cell in cells if cell.startswith(export.FORMULA)] == []
