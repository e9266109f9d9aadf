"""The columns of the ledger as a sheet, in the order in which they stand there."""

from enum import StrEnum

from backend.i18n import LANGUAGES, label
from backend.staff.model import OFFICE, UNITS

MAY_READ_NAMES = OFFICE | UNITS
"""Who may take away the names of authors, in an export or by program, and only where they ask for them."""


class Column(StrEnum):
    NUMBER = "number"
    FOREIGN = "foreign"
    RECEIVED = "received"
    CAMPAIGN = "campaign"
    THEME = "theme"
    TOPIC = "topic"
    TEXT = "text"
    SCOPE = "scope"
    UNIT = "unit"
    DUE = "due"
    STATE = "state"
    OUTCOME = "outcome"
    REPLY = "reply"
    REASON = "reason"
    RATING = "rating"
    CHANNEL = "channel"
    IDENTITY = "identity"
    NAME = "name"
    CONTACT = "contact"
    WORK_UNIT = "work-unit"
    SCHOOL = "school"
    ADDRESS = "address"


PERSONAL = (Column.NAME, Column.CONTACT, Column.WORK_UNIT, Column.SCHOOL, Column.ADDRESS)
IMPERSONAL = tuple(column for column in Column if column not in PERSONAL)
NOT_IMPORTED = frozenset({Column.DUE, Column.RATING})
"""What follows from the campaign's rules, and what only the author can say."""
IMPORTED = tuple(column for column in Column if column not in NOT_IMPORTED)
NEEDED = (Column.NUMBER, Column.THEME, Column.TEXT, Column.NAME)
"""Columns without which a sheet is no ledger."""
WIDTHS = {Column.TEXT: 60, Column.REPLY: 50, Column.TOPIC: 30, Column.REASON: 30, Column.ADDRESS: 30}
WIDTH = 18


def head(column: Column, language: str) -> str:
    return label(language, f"ledger-column-{column}")


def width(column: Column) -> int:
    return WIDTHS.get(column, WIDTH)


def named(said: str) -> Column | None:
    """Return the column a head names, in any language; None for one that is none of ours."""
    return _names().get(folded(said))


def _names() -> dict[str, Column]:
    heads = {folded(head(column, language)): column for column in Column for language in LANGUAGES}
    return heads | {folded(str(column)): column for column in Column}


def folded(said: str) -> str:
    return "".join(said.split()).casefold()
