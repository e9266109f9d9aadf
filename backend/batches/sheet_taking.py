"""Taking a sheet in, and the sheets that go back."""

from collections.abc import Sequence

from backend.batches import sheet
from backend.batches.fields import Field, head
from backend.batches.sheet_reading import FORMULA, Line, longest
from backend.batches.taking import Given, Refused, Taken
from backend.campaigns.schema import Campaign
from backend.errors import Refusal
from backend.i18n import label


def given(lines: Sequence[Line]) -> list[Given]:
    """Return the lines as entries; a key that stands twice, as in a copied line, says nothing of either."""
    keys = [line.key for line in lines]
    return [
        Given(
            line.number,
            line.said,
            f"line:{line.key}" if line.key and keys.count(line.key) == 1 else "",
            _fault(line),
        )
        for line in lines
    ]


def _fault(line: Line) -> Refusal | None:
    if line.too_long:
        maximum = str(longest(line.too_long))
        return Refusal("batch-sheet-cell-too-long", field=line.too_long.value, maximum=maximum)
    return Refusal("batch-sheet-formula") if line.has_formula else None


def refused(
    rules: Campaign, language: str, lines: Sequence[Line], reasons: Sequence[tuple[Refused, str]]
) -> bytes:
    """Return the sheet of what was not taken; a formula comes back as nothing, to be written as a value."""
    by_number = {line.number: line for line in lines}
    rows = []
    for one, reason in reasons:
        line = by_number[one.place]
        said = {field: "" if words == FORMULA else words for field, words in line.said.items()}
        rows.append(sheet.Row(line.key, said, reason))
    return sheet.refused(rules, language, rows)


def taken(language: str, entries: Sequence[Taken]) -> bytes:
    """Return the sheet of numbers and query codes, for the slips."""
    heads = [
        label(language, "batch-sheet-line"),
        head(Field.NAME, language),
        label(language, "batch-sheet-number"),
        label(language, "batch-sheet-code"),
        label(language, "batch-sheet-guessed"),
    ]
    rows = [(str(one.place), one.name, one.number, one.code, one.guessed) for one in entries]
    return sheet.taken(heads, rows, language)
