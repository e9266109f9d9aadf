"""What a reply seems to lack (R75): shown beside the editor, never in the way."""

import re
from collections.abc import Iterable, Sequence
from enum import StrEnum

from backend.i18n import LANGUAGES, label

BASIS = re.compile(
    r"\u300a[^\u300b]+\u300b"  # the title of a document
    r"|[\u3014\[(\uff08]20\d\d[\u3015\])\uff09]"  # the year in a document's number
    r"|\u7b2c[\d\u4e00-\u9fff]{1,7}\u6761"  # an article
    r"|20\d\d\s*[-\u5e74/.]|\d{1,2}\s*\u6708"  # a year, a month
    r"|\b(?:article|section|regulations?|act|notice no)\b|\b20\d\d\b",
    re.IGNORECASE,
)
"""A document, a rule or a date: what a reply can rest on."""
ON_THE_POINT = 0.08
"""The least share of pairs of characters that a reply and its suggestion have in common, of the shorter."""


class Hint(StrEnum):
    EMPTY_PHRASE = "empty-phrase"
    NO_BASIS = "no-basis"
    OFF_THE_POINT = "off-the-point"
    NO_CONTACT = "no-contact"


def of(reply: str, suggestion: str, *, spoken: bool, phrases: Iterable[str] = ()) -> list[Hint]:
    """Return what to look at once more; `spoken` where a talk with the author is on record."""
    found = {
        Hint.EMPTY_PHRASE: bool(phrases_in(reply, phrases)),
        Hint.NO_BASIS: BASIS.search(reply) is None,
        Hint.OFF_THE_POINT: _shared(reply, suggestion) < ON_THE_POINT,
        Hint.NO_CONTACT: not spoken,
    }
    return [hint for hint, true in found.items() if true]


def phrases_in(reply: str, phrases: Iterable[str] = ()) -> list[str]:
    """Return the phrases that say nothing and stand in a reply: the house's and the campaign's."""
    said = _plain(reply)
    house = [line for language in LANGUAGES for line in label(language, "reply-empty-phrases").splitlines()]
    return [phrase for phrase in [*house, *phrases] if _plain(phrase) and _plain(phrase) in said]


def known(shown: str) -> Sequence[str]:
    """Read names of hints as a form tells them, in our own order; what is none is left out."""
    said = set(shown.split(","))
    return [hint.value for hint in Hint if hint.value in said]


def _shared(reply: str, suggestion: str) -> float:
    """Return the share of pairs of characters in common, of the text that has fewer."""
    one, other = _pairs(reply), _pairs(suggestion)
    return len(one & other) / max(1, min(len(one), len(other)))


def _pairs(text: str) -> set[str]:
    words = _plain(text)
    return {words[place : place + 2] for place in range(len(words) - 1)}


def _plain(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())
