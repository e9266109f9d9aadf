"""Whether words say who an author is: then no push carries them, and nobody else is shown them."""

import re
import unicodedata

from backend.handling.model import Reply
from backend.suggestions.model import Suggestion

DIGITS = 7
"""Digits from which a number is told by them alone, however it is grouped."""
NATIONAL = 11
"""Digits of a telephone number without the country's: what a reply would write of it."""


def names_author(suggestion: Suggestion, reply: Reply) -> bool:
    """Say whether a reply holds the author's name, contact, work unit, school or address."""
    told = " ".join((reply.text, reply.reason or ""))
    one = suggestion
    lines = (one.name, one.work_unit, one.school, one.address)
    return any(_holds(told, line) for line in lines if line) or _holds_contact(told, one.contact)


def _holds_contact(told: str, contact: str) -> bool:
    digits = re.sub(r"\D", "", contact.split(" ext.", maxsplit=1)[0])
    if "@" in contact or len(digits) < DIGITS:
        return bool(contact) and _holds(told, contact)
    spaced = re.sub(r"(?<=\d)[\s\-()]+(?=\d)", "", unicodedata.normalize("NFKC", told))
    return digits[-NATIONAL:].lstrip("0") in spaced


def _holds(told: str, line: str) -> bool:
    """Look for a line; one in Latin letters must not merely be part of a longer word."""
    wanted, words = _folded(line), _folded(told)
    if wanted.isascii():
        return re.search(rf"(?<![a-z0-9]){re.escape(wanted)}(?![a-z0-9])", words) is not None
    return wanted.replace(" ", "") in words.replace(" ", "")


def _folded(said: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", said).casefold().split())
