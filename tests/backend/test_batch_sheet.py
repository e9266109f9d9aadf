"""The sheet of an officer: texts stay texts, hostile files are refused, every line is taken or comes back."""

import io

import pytest
from backend_house import CAMPAIGN, Hands, rows
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from officers_house import in_office
from openpyxl import load_workbook
from sheets_house import HEADS, LINE, first, saved, workbook
from sqlalchemy import select, update

from backend import clock
from backend.batches import sheet, sheet_reading, sheet_taking, taking
from backend.batches.fields import Field
from backend.batches.sheet import COLUMNS, KEY_COLUMN
from backend.batches.sheet_reading import Sheet
from backend.batches.taking import Report
from backend.campaigns import queries as campaigns
from backend.campaigns.schema import Campaign
from backend.db import Database
from backend.errors import Refusal
from backend.officers.model import Officer
from backend.people import actions as people
from backend.proxy.model import EntryWay
from backend.suggestions.model import Suggestion


@pytest.fixture
async def officer(db: Database, hands: Hands) -> Officer:
    person = await people.introduce(db, channel="webchat", chat=77, language="zh-CN")
    return await in_office(db, person)


@pytest.fixture
async def rules(db: Database) -> Campaign:
    async with db.read() as session:
        return (await campaigns.in_force(session, CAMPAIGN))[1]


async def taken_in(db: Database, officer: Officer, read: Sheet) -> Report:
    assert officer.person_id
    run = await taking.begin(
        db,
        person_id=officer.person_id,
        campaign=read.campaign or CAMPAIGN,
        channel="webchat",
        language="zh-CN",
        way=EntryWay.SHEET,
    )
    return await taking.take_in(run, sheet_taking.given(read.lines))


async def entered(db: Database) -> list[Suggestion]:
    return await rows(db, select(Suggestion).order_by(Suggestion.id))


def fill(content: bytes, *lines: dict[Field, str]) -> bytes:
    """Fill a template in from its third row on, as a person does."""
    book = load_workbook(io.BytesIO(content))
    for number, said in enumerate(lines, 3):
        for field, words in said.items():
            first(book).cell(number, COLUMNS.index(field) + 1).value = words
    return saved(book)


ONE = {Field.THEME: "绿色生态", Field.NAME: "张三", Field.CONTACT: "023-12345678", Field.TEXT: LINE[3]}


async def test_the_template_comes_back_filled_in_and_its_example_is_no_entry(
    db: Database, officer: Officer, rules: Campaign
) -> None:
    blank = sheet.template(rules, "zh-CN")
    with pytest.raises(Refusal, match="batch-sheet-empty"):
        await sheet_reading.read(blank)
    read = await sheet_reading.read(fill(blank, ONE, {**ONE, Field.NAME: "李四", Field.CONTACT: ""}))
    assert (read.campaign, [line.number for line in read.lines]) == (CAMPAIGN, [3, 4])
    report = await taken_in(db, officer, read)
    assert [one.name for one in report.taken] == ["张三", "李四"]
    assert (await entered(db))[0].contact == "+862312345678"


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_the_template_offers_lists_hides_its_keys_and_guards_its_head(rules: Campaign, language: str) -> None:
    book = load_workbook(io.BytesIO(sheet.template(rules, language)))
    page = first(book)
    assert page.protection.sheet
    assert page.cell(1, 1).protection.locked
    assert not page.cell(2, 1).protection.locked
    assert page.column_dimensions["N" if KEY_COLUMN == 14 else "M"].hidden
    lists = [one for one in page.data_validations.dataValidation if one.type == "list"]
    assert len(lists) >= 3
    assert all(one.prompt for one in page.data_validations.dataValidation)
    assert {cell.number_format for cell in page[2] if cell.value} == {"@"}
    assert {cell.data_type for row in page.iter_rows() for cell in row if cell.value} == {"s"}
    assert [cell.value for cell in book["Lists"]["A"] if cell.value] == [
        one.name.said(language) for one in rules.themes
    ]


async def test_the_same_sheet_twice_changes_nothing_and_a_mended_line_goes_in(
    db: Database, officer: Officer, rules: Campaign
) -> None:
    blank = sheet.template(rules, "zh-CN")
    wrong = {**ONE, Field.NAME: "李四", Field.THEME: "天文地理"}
    read = await sheet_reading.read(fill(blank, ONE, wrong))
    report = await taken_in(db, officer, read)
    assert [one.reason.key for one in report.refused] == ["batch-theme-unknown"]
    back = sheet_taking.refused(rules, "zh-CN", read.lines, [(report.refused[0], "没有这个主题")])
    book = load_workbook(io.BytesIO(back))
    assert "没有这个主题" in [cell.value for cell in first(book)[2]]
    unmended = await taken_in(db, officer, await sheet_reading.read(back))
    assert (len(unmended.taken), len(unmended.refused)) == (0, 1)
    first(book).cell(2, 1).value = "产业发展"
    mended = await taken_in(db, officer, await sheet_reading.read(saved(book)))
    assert [one.name for one in mended.taken] == ["李四"]
    again = await taken_in(db, officer, await sheet_reading.read(fill(blank, ONE, wrong)))
    assert [one.new for one in again.taken] == [False]
    assert len(await entered(db)) == 2


async def test_another_wording_in_the_same_line_changes_nothing_but_a_new_matter_goes_in(
    db: Database, officer: Officer, rules: Campaign
) -> None:
    blank = sheet.template(rules, "zh-CN")
    await taken_in(db, officer, await sheet_reading.read(fill(blank, ONE)))
    reworded = fill(blank, {**ONE, Field.TEXT: ONE[Field.TEXT] + "谢谢"})
    report = await taken_in(db, officer, await sheet_reading.read(reworded))
    assert [one.reason.key for one in report.refused] == ["batch-in-already"]
    anew = fill(blank, {**ONE, Field.NAME: "王五", Field.TEXT: "给老年活动室配一台饮水机，冬天有热水喝"})
    assert (await taken_in(db, officer, await sheet_reading.read(anew))).taken
    assert len(await entered(db)) == 2


async def test_an_interrupted_sheet_goes_on_where_it_stood(
    db: Database, officer: Officer, rules: Campaign
) -> None:
    lines = [{**ONE, Field.NAME: f"张三{place}"} for place in range(8)]
    read = await sheet_reading.read(fill(sheet.template(rules, "zh-CN"), *lines))
    assert officer.person_id
    run = await taking.begin(
        db,
        person_id=officer.person_id,
        campaign=CAMPAIGN,
        channel="webchat",
        language="zh-CN",
        way=EntryWay.SHEET,
    )

    async def stop(done: int, of: int) -> None:
        if done == 5:
            raise ConnectionError(of)

    with pytest.raises(ConnectionError):
        await taking.take_in(run, sheet_taking.given(read.lines), stop)
    report = await taking.take_in(run, sheet_taking.given(read.lines))
    assert [one.new for one in report.taken] == [False] * 5 + [True] * 3
    assert len(await entered(db)) == 8


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
async def test_csv_of_office_programs_is_read(
    db: Database, officer: Officer, encoding: str, delimiter: str
) -> None:
    words = "\r\n".join(delimiter.join(line) for line in (HEADS, LINE)).encode(encoding)
    report = await taken_in(db, officer, await sheet_reading.read(words))
    assert [one.place for one in report.taken] == [2]


async def test_numbers_days_and_formulas_are_what_they_are(db: Database, officer: Officer) -> None:
    book = workbook(
        [3, "张三", 13800138000, LINE[3]],
        ["绿色生态", "李四", "无", "=1+1"],
        ["绿色生态", "王五", "", "另一件事：给示例社区修路。"],
    )
    first(book).cell(4, 4).data_type = "s"
    report = await taken_in(db, officer, await sheet_reading.read(saved(book)))
    assert [one.name for one in report.taken] == ["张三", "王五"]
    assert [one.reason.key for one in report.refused] == ["batch-sheet-formula"]
    assert (await entered(db))[0].contact == "+8613800138000"


async def test_a_cell_that_is_too_long_is_refused_by_its_line_and_again_when_it_comes_back(
    db: Database, officer: Officer, rules: Campaign
) -> None:
    lines = [["绿" * 80_000, *LINE[1:]], [*LINE[:3], "路" * 30_000], LINE]
    read = await sheet_reading.read("\n".join(",".join(line) for line in (HEADS, *lines)).encode())
    report = await taken_in(db, officer, read)
    told = [(one.reason.key, one.reason.blanks["maximum"]) for one in report.refused]
    assert told == [("batch-sheet-cell-too-long", "2000"), ("batch-sheet-cell-too-long", "20000")]
    assert [one.place for one in report.taken] == [4]
    back = sheet_taking.refused(rules, "zh-CN", read.lines, [(one, "原因") for one in report.refused])
    again = await taken_in(db, officer, await sheet_reading.read(back))
    assert [one.reason.key for one in again.refused] == ["batch-sheet-cell-too-long"] * 2


async def test_a_sheet_sent_again_after_a_new_appointment_changes_nothing(
    db: Database, officer: Officer, rules: Campaign
) -> None:
    blank = sheet.template(rules, "zh-CN")
    filled = fill(blank, ONE)
    await taken_in(db, officer, await sheet_reading.read(filled))
    async with db.begin() as session:
        await session.execute(update(Officer).values(ended_at=clock.now()))
    await in_office(db, await people.introduce(db, channel="webchat", chat=77, language="zh-CN"))
    again = await taken_in(db, officer, await sheet_reading.read(filled))
    assert [one.new for one in again.taken] == [False]
    reworded = fill(blank, {**ONE, Field.TEXT: ONE[Field.TEXT] + "谢谢"})
    report = await taken_in(db, officer, await sheet_reading.read(reworded))
    assert [one.reason.key for one in report.refused] == ["batch-in-already"]
    assert len(await entered(db)) == 1


CELLS = st.sampled_from([*LINE, "", "无", "=1+1", "\0formula", "#city-2024", "3", "'", "口头"]) | st.text(
    st.characters(exclude_categories=["Cs"]), max_size=40
)


@given(st.lists(st.lists(CELLS, max_size=6), max_size=8), st.permutations(HEADS))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_every_line_is_taken_or_refused_and_twice_is_once(
    db: Database, officer: Officer, lines: list[list[str]], heads: list[str]
) -> None:
    quoted = [[f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in line] for line in lines]
    table = "\n".join(",".join(line) for line in (heads, *quoted)).encode("utf-8", "replace")
    try:
        read = await sheet_reading.read(table)
    except Refusal:
        return
    report = await taken_in(db, officer, read)
    there = len(await entered(db))
    again = await taken_in(db, officer, read)
    places = [one.place for one in (*report.taken, *report.refused)]
    assert sorted(places) == sorted(line.number for line in read.lines)
    assert not [one for one in again.taken if one.new]
    assert len(await entered(db)) == there


@given(st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=6))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_sent_back_says_the_same_and_is_no_formula(
    rules: Campaign, lines: list[tuple[str, str]]
) -> None:
    back = [sheet.Row("k", {Field.NAME: name, Field.TEXT: text}, "原因") for name, text in lines]
    book = load_workbook(io.BytesIO(sheet.refused(rules, "zh-CN", back)))
    for row, (name, text) in zip(first(book).iter_rows(min_row=2), lines, strict=False):
        said = {COLUMNS.index(Field.NAME): name, COLUMNS.index(Field.TEXT): text}
        for place, words in said.items():
            assert row[place].data_type != "f"
            assert (row[place].value or "") == sheet.UNWRITABLE.sub("", words)
