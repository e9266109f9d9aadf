"""Whoever reads of somebody else's suggestion reads of its author, and is never spoken to as if they were."""

import re
from collections.abc import Iterator

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as fluent
from house_sources import ROOT

from backend.i18n import LANGUAGES, label
from backend.suggestions.model import INTERNAL, EventKind

TOLD = ("mine-event-", "mine-why", "mine-time-", "mine-state-", "mine-story", "mine-reply-")
"""What the windows of a suggestion are made of."""
TO_THE_AUTHOR = re.compile(r"您|你|\byou(r|rs)?\b", re.IGNORECASE)
OTHERS = {"own": "no"}
"""The blank by which a sentence tells others from the author."""


def told(language: str) -> dict[str, str]:
    """Return by key every word that others than the author can come to read."""
    text = (ROOT / "locales" / language / "mine.ftl").read_text("utf-8")
    messages = [entry for entry in FluentParser().parse(text).body if isinstance(entry, fluent.Message)]
    return {
        entry.id.name: "".join(words(entry.value))
        for entry in messages
        if entry.value and entry.id.name.startswith(TOLD)
    }


def words(pattern: fluent.Pattern) -> Iterator[str]:
    for element in pattern.elements:
        if isinstance(element, fluent.TextElement):
            yield element.value
        elif isinstance(element.expression, fluent.SelectExpression):
            for variant in read_by_others(element.expression):
                yield from words(variant.value)


def read_by_others(choice: fluent.SelectExpression) -> list[fluent.Variant]:
    by = choice.selector.id.name if isinstance(choice.selector, fluent.VariableReference) else ""
    meant = [one for one in choice.variants if OTHERS.get(by) == getattr(one.key, "name", None)]
    return meant if by in OTHERS else choice.variants


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_line_speaks_to_an_officer_as_to_the_author(language: str) -> None:
    lines = told(language)
    assert {f"mine-event-{kind}" for kind in set(EventKind) - INTERNAL} <= set(lines)
    assert [key for key, said in lines.items() if TO_THE_AUTHOR.search(said)] == []
    assert not TO_THE_AUTHOR.search(label(language, "mine-who-other"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_author_is_spoken_to(language: str) -> None:
    assert TO_THE_AUTHOR.search(label(language, "mine-who-author"))
    assert TO_THE_AUTHOR.search(label(language, "mine-time-paused", own="yes"))
