"""A sentence as its reader wants it: in plain words, in large type."""

import re

from backend.i18n import escaped, has, label, say
from backend.people.model import Person

Blank = str | int
ICON = re.compile("[\U0001f000-\U0001faff\u2190-\u21ff\u2300-\u23ff\u25a0-\u27bf\u2b00-\u2bff]+\ufe0f? ?")
OWN = re.compile("[\U0001f000-\U0001faff\u2190-\u21ff\u2300-\u23ff\u25a0-\u27bf\u2b00-\u2bff\ue000-\uf8ff\n]")
"""What marks a blank whose characters and lines are not ours to change."""
PLACES = 0xE000
"""Private characters that stand for such blanks while the sentence around them is laid out."""
LONGEST = 4096


def worded(person: Person, key: str, /, **blanks: Blank) -> str:
    """Return a sentence in the chat's HTML."""
    if not person.large_type:
        return say(person.language, _key(person, key), **blanks)
    held = _held(blanks)
    words = say(person.language, _key(person, key), **(blanks | held))
    own = {place: escaped(str(blanks[name])) for name, place in held.items()}
    spaced = _filled(re.sub(r"\n+", "\n\n", _bare(words)), own)
    return spaced if _units(spaced) <= LONGEST else _filled(_bare(words), own)


def labelled(person: Person, key: str, /, **blanks: Blank) -> str:
    """Return a button's words: plain text."""
    if not person.large_type:
        return label(person.language, key, **blanks)
    held = _held(blanks)
    words = _bare(label(person.language, key, **(blanks | held)))
    return _filled(words, {place: str(blanks[name]) for name, place in held.items()})


def _key(person: Person, key: str) -> str:
    """Choose the plain sentence where there is one: they are also the shorter ones."""
    wanted = person.plain_words or person.large_type
    return f"{key}-plain" if wanted and has(person.language, f"{key}-plain") else key


def _held(blanks: dict[str, Blank]) -> dict[str, str]:
    own = [name for name, value in blanks.items() if isinstance(value, str) and OWN.search(value)]
    return {name: chr(PLACES + place) for place, name in enumerate(own)}


def _bare(words: str) -> str:
    return ICON.sub("", words)


def _filled(words: str, own: dict[str, str]) -> str:
    return re.sub("[\ue000-\uf8ff]", lambda found: own.get(found[0], found[0]), words)


def _units(words: str) -> int:
    return len(words.encode("utf-16-le")) // 2
