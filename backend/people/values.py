"""Rules of what a person types, each stated once and used by the dialog, the pages and the columns."""

import re
import unicodedata
from typing import Literal

import phonenumbers
from email_validator import EmailNotValidError, validate_email

from backend.errors import Refusal

REGION = "CN"
NAME_MAXIMUM = 60
LINE_MAXIMUM = 100
INVISIBLE = re.compile(
    r"[\u061c\u115f\u1160\u3164\uffa0\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad\x00-\x08\x0b\x0c\x0e-\x1f\x7f]"
)
"""Zero-width, direction and control characters: nobody means to say them. ZWJ stays: emoji need it."""

HOUR = re.compile(r"\d+")
DAY = 24
LONGEST_QUIET = 14
"""Hours. Who says "9 to 7" means the evening, and would be told nothing all day."""
EXTENSION = re.compile(r"\s*[\u8f6c,\uff0c]\s*(\d{1,6})$")
HYPHENED = re.compile(r"-(\d{1,5})$")
"""How an office writes the number behind the number: with a comma, the word for it, or 023-12345678-801."""

ContactKind = Literal["phone", "email"]


def cleaned(said: str) -> str:
    """Return the words without invisible and broken characters, in one normal form."""
    whole = said.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return INVISIBLE.sub("", unicodedata.normalize("NFC", whole)).replace("\r\n", "\n").strip()


def name(said: str) -> str:
    """Check a real name (R49): one line with at least one letter in it."""
    words = " ".join(cleaned(said).split())
    if not any(character.isalpha() for character in words) or holds_contact(words) or "://" in words:
        raise Refusal("name-missing")
    if len(words) > NAME_MAXIMUM:
        raise Refusal("name-too-long", length=str(len(words)), maximum=str(NAME_MAXIMUM))
    return words


def line(said: str) -> str:
    """Check a work unit, a school or an address (R49, R50): one line with a letter or figure in it."""
    words = " ".join(cleaned(said).split())
    if not any(character.isalnum() for character in words):
        raise Refusal("line-missing")
    if len(words) > LINE_MAXIMUM:
        raise Refusal("line-too-long", length=str(len(words)), maximum=str(LINE_MAXIMUM))
    return words


def quiet_hours(said: str) -> tuple[int, int]:
    """Read two hours of the day, as in "21-7", "21:00 - 07:30" or with words between: whole hours."""
    words = re.sub(r"[:.\u70b9\u65f6]\s*[0-5]\d(?!\d)", "", unicodedata.normalize("NFKC", cleaned(said)))
    found = [int(hour) for hour in HOUR.findall(words) if len(hour) <= len(str(DAY))]
    match found:
        case [start, end] if max(found) <= DAY:
            start, end = start % DAY, end % DAY
        case _:
            raise Refusal("quiet-hours-unclear")
    if not 0 < (end - start) % DAY <= LONGEST_QUIET:
        raise Refusal("quiet-hours-too-long", maximum=str(LONGEST_QUIET))
    return start, end


def contact(said: str, kinds: tuple[str, ...] = ("phone", "email")) -> tuple[str, ContactKind]:
    """Check a telephone number (kept as +86…) or an e-mail address (R49)."""
    words = unicodedata.normalize("NFKC", cleaned(said))  # Chinese keyboards type ＠ and １ as readily
    if "@" not in words and not any(map(str.isdigit, words)):
        raise Refusal("contact-missing", kinds=told(kinds))
    if "@" in words and "email" in kinds:
        return _email(words, kinds), "email"
    if "phone" in kinds:
        return _phone(words, kinds), "phone"
    return _email(words, kinds), "email"


def told(kinds: tuple[str, ...]) -> str:
    """Return the kinds of contact as sentences ask for them: "phone", "email" or "email+phone"."""
    return "+".join(sorted(kinds))


def holds_contact(said: str) -> bool:
    """Say whether a text holds a telephone number or an e-mail address."""
    return "@" in said or phonenumbers.PhoneNumberMatcher(said, REGION).has_next()


def _email(words: str, kinds: tuple[str, ...]) -> str:
    try:
        return validate_email(words, check_deliverability=False).normalized
    except EmailNotValidError as error:
        raise Refusal("contact-not-an-address", kinds=told(kinds)) from error


def _phone(words: str, kinds: tuple[str, ...]) -> str:
    spelt_out = EXTENSION.sub(r" ext. \1", words)
    number = _parsed(spelt_out) or _parsed(HYPHENED.sub(r" ext. \1", spelt_out))
    if number is None:
        raise Refusal("contact-not-a-number", kinds=told(kinds))
    whole = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return f"{whole} ext. {number.extension}" if number.extension else whole


def _parsed(words: str) -> phonenumbers.PhoneNumber | None:
    try:
        number = phonenumbers.parse(words, REGION)
    except phonenumbers.NumberParseException:
        return None
    return number if phonenumbers.is_valid_number(number) else None
