"""Finding a suggestion by its number and private query code, from any chat."""

import re
import unicodedata
from dataclasses import dataclass

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock, pace
from backend.db import Database, if_new, keys_of
from backend.errors import NotFound, Refusal
from backend.people.values import cleaned
from backend.secret import CODE_ALPHABET, CODE_LENGTH
from backend.suggestions.author_queries import with_number
from backend.suggestions.model import Suggestion, Support

NUMBER = re.compile(r"([A-Z][A-Z0-9]{1,11})\s*[-\u2010-\u2015\u2212_]\s*([0-9]{1,12})(?![0-9A-Z])")
DIGITS = 6
"""A number is written with at least so many: `CQ2024-12` is meant as CQ2024-000012."""
LOOK_ALIKES = frozenset("0O1IL")
BESIDE = re.compile(r"[^A-Z0-9]+")
WORDS = ("NUMBER", "CODE", "QUERY", "NO")
"""People copy the words before the values, too."""


@dataclass(frozen=True)
class Typed:
    """What was typed, as far as it was: either may be ""."""

    number: str
    code: str


def read(said: str) -> Typed:
    """Read a number and a code, in capitals or not, with spaces, full-width letters and words around them."""
    words = unicodedata.normalize("NFKC", cleaned(said)).upper()
    found = NUMBER.search(words)
    rest = words[: found.start()] + " " + words[found.end() :] if found else words
    number = f"{found[1]}-{int(found[2]):0{DIGITS}d}" if found else ""
    return Typed(number, "".join(word for word in BESIDE.split(rest) if word not in WORDS))


def refuse_unlike(code: str) -> None:
    """Refuse what no code can be, without counting it as a try: codes have no 0 and O, no 1, I and L."""
    if LOOK_ALIKES & set(code):
        raise Refusal("code-look-alike")
    if len(code) != CODE_LENGTH or not set(code) <= set(CODE_ALPHABET):
        raise Refusal("code-not-whole", length=str(CODE_LENGTH))


async def find(db: Database, *, person_id: int, number: str, code: str) -> Suggestion:
    """Return the suggestion with its history where the code is its own; wrong tries slow down.

    Tries are counted by person and by number, whether there is such a number or not.
    """
    typed = read(f"{number} {code}")
    refuse_unlike(typed.code)
    keys = {
        "person": pace.key_of("code", "person", str(person_id)),
        "number": pace.key_of("code", "number", typed.number),
    }
    await pace.count_try(db, *keys.values(), refusal="code-wait")
    async with db.begin() as session:
        suggestion = await _proven(session, typed)
        if suggestion is None:
            raise NotFound("code-wrong")
        await pace.forgive(session, keys["number"])
        await pace.take_back(session, keys["person"])
    return suggestion


async def _proven(session: AsyncSession, typed: Typed) -> Suggestion | None:
    """Compare in the same time for a number that is not there."""
    suggestion = await with_number(session, typed.number)
    right = keys_of(session).is_code(typed.code, suggestion.code_hash if suggestion else "0" * 64)
    return suggestion if right else None


async def follow(db: Database, *, person_id: int, number: str, code: str) -> Suggestion:
    """Have what becomes of one's own suggestion told in this chat as well; the code is shown once more."""
    suggestion = await find(db, person_id=person_id, number=number, code=code)
    if suggestion.person_id == person_id:
        return suggestion
    async with db.begin() as session:
        values = {"suggestion_id": suggestion.id, "person_id": person_id, "since": clock.now()}
        await session.execute(if_new(session, Support, **values, elsewhere=True))
        mine = update(Support).where(Support.suggestion_id == suggestion.id, Support.person_id == person_id)
        await session.execute(mine.values(elsewhere=True))
    return suggestion
