"""The writing coach: hints on a text, each explained and none of them a gate (R45, R46, R48, R54, R62)."""

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

import yaml

from backend.campaigns.parts import Length

TITLE_LENGTH = 15
ONE_SENTENCE_LENGTH = 60
MATTERS = 3


class Words(NamedTuple):
    sentence_ends: str
    proposal: tuple[str, ...]
    several: tuple[str, ...]
    numbered: re.Pattern[str]
    not_a_suggestion: tuple[str, ...]


class Hint(NamedTuple):
    """`key` is a sentence of bot.ftl, `blanks` what goes into it."""

    key: str
    blanks: dict[str, str]


@cache
def words() -> Words:
    said = yaml.safe_load((Path(__file__).parent / "coach.yaml").read_text("utf-8"))
    elsewhere = tuple(word for kind in said["not_a_suggestion"].values() for word in kind)
    several, numbered = tuple(said["several"]), re.compile(said["numbered"])
    return Words(said["sentence_ends"], tuple(said["proposal"]), several, numbered, elsewhere)


def hints(text: str, length: Length) -> list[Hint]:
    """Return what the writer may want to think about once more, the weightiest first."""
    several = len(words().numbered.findall(text)) >= MATTERS or _has(text, words().several)
    found = (
        _thin(text),
        None if _has(text, words().proposal) else "hint-no-proposal",
        "hint-several-matters" if several else None,
    )
    told = [Hint(key, {}) for key in found if key]
    return [*told, *([brief] if (brief := short(text, length)) else [])]


def short(text: str, length: Length) -> Hint | None:
    """Return the hint that this audience is asked for more (R48)."""
    if not length.minimum_soft or len(text) >= length.minimum_soft:
        return None
    return Hint("hint-short", {"length": str(len(text)), "minimum": str(length.minimum_soft)})


def reads_like_something_else(text: str) -> bool:
    """Guess whether a text is a claim, an appeal or a report of wrongdoing; never a verdict."""
    return _has(text, words().not_a_suggestion)


def _thin(text: str) -> str | None:
    sentences = [part for part in re.split(f"[{re.escape(words().sentence_ends)}]", text) if part.strip()]
    if len(sentences) > 1:
        return None
    if len(text) <= TITLE_LENGTH:
        return "hint-title"
    return "hint-one-sentence" if len(text) <= ONE_SENTENCE_LENGTH else None


def _has(text: str, said: tuple[str, ...]) -> bool:
    folded = text.casefold()
    return any(word in folded for word in said)
