"""Every sentence of the console is there in every language, and none is left over."""

import re
from collections.abc import Iterator
from itertools import product

import pytest

from backend.config import ROOT
from backend.files.model import Quarantine
from backend.i18n import LANGUAGES, LOCALES
from backend.people.model import CHATLESS
from backend.people.values import ContactKind
from backend.programs.model import Scope
from backend.push import NO_CHAT, TOLD_ELSEWHERE
from backend.sources.model import OFFERED, SourceKind
from backend.staff.model import Role
from backend.suggestions.model import EventKind, SuggestionState

CONSOLE = ROOT / "backend" / "console"
COLUMNS = {
    "number",
    "matter",
    "received",
    "state",
    "unit",
    "due",
    "about",
    "time",
    "channel",
    "reason",
    "letter",
    "name",
    "kind",
    "campaign",
    "code",
    "people",
    "drafts",
    "suggestions",
    "for",
    "scopes",
    "until",
    "used",
}
FAMILIES: dict[str, set[str]] = {
    "console-state-": set(SuggestionState),
    "console-event-": set(EventKind),
    "console-role-": set(Role),
    "console-language-": set(LANGUAGES),
    "console-contact-": set(ContactKind.__args__),
    "console-channel-": {"telegram", "webchat", *CHATLESS},
    "console-reason-": {NO_CHAT, TOLD_ELSEWHERE},
    "console-scope-": set(Scope),
    "console-scope-hint-": set(Scope),
    "console-column-": COLUMNS,
    "console-done-": {"forwarded", "replied", "published", "unpublished"},
    "console-desk-empty-": {"office", "unit"},
    "console-quarantine-": set(Quarantine),
    "console-ways-in-kind-": set(SourceKind),
    "console-ways-in-hint-": set(OFFERED),
    "console-ways-in-done-": {"added", "retired", "reopened"},
}
"""Keys put together from a beginning and a value."""


def sentences(language: str) -> dict[str, str]:
    text = (LOCALES / language / "console.ftl").read_text("utf-8")
    return dict(re.findall(r"^(console-[\w-]+) =(.*(?:\n[ }].*)*)", text, re.MULTILINE))


def sources() -> Iterator[str]:
    for path in sorted((*CONSOLE.glob("*.py"), *CONSOLE.glob("templates/*.html"))):
        yield path.read_text("utf-8")


def used() -> set[str]:
    whole = "\n".join(sources())
    plain = set(re.findall(r"""["'](console-[\w-]+\w)["']""", whole))
    begun = set(re.findall(r"""["'](console-[\w-]+-)["']""", whole))
    assert begun == FAMILIES.keys()
    return plain | {beginning + value for beginning in begun for value in FAMILIES[beginning]}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_is_there_and_used(language: str) -> None:
    assert sentences(language).keys() == used()


def test_sentences_have_the_same_blanks_in_every_language() -> None:
    for first, second in product(LANGUAGES, repeat=2):
        for key, said in sentences(first).items():
            assert blanks(said) == blanks(sentences(second)[key]), key


def blanks(said: str) -> set[str]:
    return set(re.findall(r"\$(\w+)", said))
