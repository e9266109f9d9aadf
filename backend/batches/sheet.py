"""The sheet of an officer: a template to fill in, and the lines that come back with their reasons.

Every cell is a text and stays one: nothing becomes a formula, and a telephone number keeps its zeros.
"""

import io
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill, Protection
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from backend.batches.fields import Field, head, said
from backend.batches.understood import WAYS
from backend.campaigns.schema import Campaign
from backend.i18n import label
from backend.ledger.workbook import LONGEST, UNWRITABLE
from backend.proxy.model import ConsentForm

MOST_LINES = 2000
COLUMNS = tuple(Field)
KEY_COLUMN = len(COLUMNS) + 1
"""Hidden: a key for each line, and above them the campaign and the sheet's own key."""
REASON_COLUMN = KEY_COLUMN + 1
EXAMPLE = "example"
WIDTHS = {Field.TEXT: 60, Field.TOPIC: 30, Field.ADDRESS: 26, Field.CONTACT: 18}
WIDTH = 14
TEXT_FORMAT = "@"


@dataclass(frozen=True)
class Row:
    """A line of the sheet: its hidden key, what it says, and why it was not taken."""

    key: str
    said: Mapping[Field, str]
    reason: str = ""


def template(rules: Campaign, language: str) -> bytes:
    """Return an empty sheet for one campaign, with a line as an example."""
    sheet_key = secrets.token_hex(4)
    rows = [Row(EXAMPLE, example(rules, language))]
    rows += [Row(f"{sheet_key}-{number}", {}) for number in range(1, MOST_LINES + 1)]
    return _written(rules, language, rows)


def refused(rules: Campaign, language: str, rows: Sequence[Row]) -> bytes:
    """Return the lines that were not taken, each with its reason, to be mended and sent back as they are."""
    return _written(rules, language, rows, reasons=True)


def taken(heads: Sequence[str], rows: Sequence[Sequence[str]], language: str) -> bytes:
    """Return the numbers and query codes of what was taken."""
    book, sheet = _book(label(language, "batch-sheet-taken"))
    for number, row in enumerate((heads, *rows), 1):
        _put(sheet, number, row)
    for place in range(1, len(heads) + 1):
        sheet.column_dimensions[get_column_letter(place)].width = 20
        sheet.cell(1, place).font = Font(bold=True)
    return _saved(book)


def example(rules: Campaign, language: str) -> dict[Field, str]:
    return {
        Field.THEME: rules.themes[0].name.said(language),
        Field.NAME: label(language, "batch-form-example-name"),
        Field.CONTACT: "023-12345678",
        Field.CONSENT: said(language, WAYS[ConsentForm.SPOKEN])[0],
        Field.TEXT: label(language, "batch-form-example-text"),
    }


def campaign_mark(rules: Campaign) -> str:
    """Return what stands above the keys: for which campaign the sheet is."""
    return f"#{rules.id}"


def _written(rules: Campaign, language: str, rows: Sequence[Row], *, reasons: bool = False) -> bytes:
    book, sheet = _book(label(language, "batch-sheet-title"))
    more = [label(language, "batch-sheet-reason")] if reasons else []
    _put(sheet, 1, [*(head(field, language) for field in COLUMNS), campaign_mark(rules), *more])
    for number, row in enumerate(rows, 2):
        _put(sheet, number, [*(row.said.get(field, "") for field in COLUMNS), row.key, row.reason])
    _lay_out(sheet, reasons=reasons)
    _offer(book, sheet, rules, language)
    return _saved(book)


def _book(title: str) -> tuple[Workbook, Worksheet]:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = title[:31]
    sheet.freeze_panes = "A2"
    return book, sheet


def _put(sheet: Worksheet, number: int, row: Sequence[str]) -> None:
    """Write texts as texts, whatever they begin with."""
    for place, words in enumerate(row, 1):
        if words:
            cell = sheet.cell(number, place)
            cell.value = UNWRITABLE.sub("", words)[:LONGEST]
            cell.data_type = "s"
            cell.number_format = TEXT_FORMAT
            cell.protection = Protection(locked=number == 1)
            cell.alignment = Alignment(vertical="top", wrap_text=True)


def _lay_out(sheet: Worksheet, *, reasons: bool) -> None:
    """Protect the head, and leave the rest open; columns are texts also where nothing stands yet."""
    for place, field in enumerate(COLUMNS, 1):
        column = sheet.column_dimensions[get_column_letter(place)]
        column.width, column.number_format = WIDTHS.get(field, WIDTH), TEXT_FORMAT
        column.protection = Protection(locked=False)
        sheet.cell(1, place).font = Font(bold=True)
        sheet.cell(1, place).fill = PatternFill("solid", fgColor="DDE8F5")
    sheet.column_dimensions[get_column_letter(KEY_COLUMN)].hidden = True
    if reasons:
        sheet.column_dimensions[get_column_letter(REASON_COLUMN)].width = 50
    guard = sheet.protection
    guard.sheet = True
    guard.formatColumns = guard.formatRows = guard.insertRows = guard.deleteRows = False
    guard.sort = guard.autoFilter = guard.formatCells = False


def _offer(book: Workbook, sheet: Worksheet, rules: Campaign, language: str) -> None:
    """Offer what may be chosen, and say beside each column what belongs there."""
    lists = book.create_sheet("Lists")
    lists.sheet_state = "hidden"
    for place, field in enumerate(COLUMNS, 1):
        among = _choices(field, rules, language)
        checked = DataValidation(type="list" if among else None, allow_blank=True, showErrorMessage=False)
        if among:
            letter = get_column_letter(place)
            for number, name in enumerate(among, 1):
                lists.cell(number, place).value = name
                lists.cell(number, place).data_type = "s"
            checked.formula1 = f"Lists!${letter}$1:${letter}${len(among)}"
        checked.promptTitle = head(field, language)[:32]
        checked.prompt = label(language, f"batch-hint-{field}")[:255]
        checked.showInputMessage = True
        checked.add(f"{get_column_letter(place)}2:{get_column_letter(place)}{MOST_LINES + 2}")
        sheet.add_data_validation(checked)


def _choices(field: Field, rules: Campaign, language: str) -> list[str]:
    match field:
        case Field.THEME:
            return [one.name.said(language) for one in rules.themes]
        case Field.TOPIC:
            return [*(one.name.said(language) for one in rules.topics()), said(language, "batch-other")[0]]
        case Field.SCOPE:
            return [one.name.said(language) for one in rules.scopes]
        case Field.IDENTITY:
            return [one.name.said(language) for one in rules.audiences]
        case Field.CONSENT:
            return [said(language, key)[0] for key in WAYS.values()]
        case _:
            return []


def _saved(book: Workbook) -> bytes:
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()
