"""The fields of an entry, and what people call them, in every language."""

import unicodedata
from enum import StrEnum
from functools import cache

from backend.i18n import LANGUAGES, label


class Field(StrEnum):
    """In the order of the form and of the sheet."""

    THEME = "theme"
    TOPIC = "topic"
    SCOPE = "scope"
    NAME = "name"
    CONTACT = "contact"
    IDENTITY = "identity"
    WORK_UNIT = "work_unit"
    SCHOOL = "school"
    ADDRESS = "address"
    CONSENT = "consent"
    DAY = "day"
    TEXT = "text"


LONGEST_LABEL = 24
"""Characters before a colon: more are a sentence."""
COLONS = ":\uff1a\ufe55\u2236\ufe13"
AROUND = " \t\u3000*#>-\u2022\u00b7\u3010\u3011[]()\u300a\u300b\"'\u201c\u201d"
"""What people put around a label and do not mean."""


def head(field: Field, language: str) -> str:
    """Return the name under which a field is shown."""
    return said(language, f"batch-field-{field}")[0]


def said(language: str, key: str) -> list[str]:
    """Return the ways to say something, the first is ours."""
    return [way.strip() for way in label(language, key).split("|")]


def folded(words: str) -> str:
    """Make words comparable: in one width, without case and spaces."""
    return "".join(unicodedata.normalize("NFKC", words).split()).casefold()


def named(words: str) -> Field | None:
    """Return the field that words name in any language; None where they name none."""
    if len(words) > 2 * LONGEST_LABEL:
        return None
    bare = folded(words.strip(AROUND)).lstrip("0123456789.\u3001)\uff09")
    return _names().get(bare.strip(AROUND).rstrip("*"))


@cache
def _names() -> dict[str, Field]:
    return {
        folded(way): field
        for field in Field
        for language in LANGUAGES
        for way in said(language, f"batch-field-{field}")
    }


def is_one_of(words: str, key: str) -> bool:
    """Say whether words are one of the ways to say something, in any language."""
    return any(folded(words) == folded(way) for language in LANGUAGES for way in said(language, key))
