"""Every sentence of the console is there in every language, and none is left over."""

import re
from collections.abc import Iterator
from itertools import product

import pytest

from backend.config import ROOT
from backend.console import account, call, me, quotas, unit
from backend.console.desk_queries import Show
from backend.console.one import SAID
from backend.console.reasons import Undelivered, Unhandled
from backend.files.model import Quarantine
from backend.i18n import LANGUAGES, LOCALES
from backend.notices.model import Kind
from backend.people.model import CHATLESS
from backend.people.values import ContactKind
from backend.programs.model import Scope
from backend.proxy.model import ConsentForm
from backend.push import TOLD_ELSEWHERE, TOLD_IN_PERSON
from backend.replies.hints import Hint
from backend.replies.model import DraftState
from backend.sources.model import OFFERED, SourceKind
from backend.staff.model import Act, Role
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
    "suggestions-handled",
    "spoken",
    "met",
    "share",
    "for",
    "scopes",
    "until",
    "used",
}
VERBS = {"sign", "return", "divert", "ask", "send-back", "opine", "uphold", "close", "classify", "scope"} | {
    "value",
    "key",
    "recommend",
    "instruct",
}
DONE = set(SAID)
FAMILIES: dict[str, set[str]] = {
    "console-state-": set(SuggestionState),
    "console-event-": set(EventKind),
    "console-role-": set(Role),
    "console-language-": set(LANGUAGES),
    "console-contact-": set(ContactKind.__args__),
    "console-channel-": {"telegram", "webchat", *CHATLESS},
    "console-reason-": set(Undelivered),
    "console-reason-next-": set(Undelivered) - {TOLD_ELSEWHERE, TOLD_IN_PERSON},
    "console-letter-": set(Unhandled),
    "console-letter-next-": set(Unhandled),
    "console-scope-": set(Scope),
    "console-scope-hint-": set(Scope),
    "console-column-": COLUMNS,
    "console-done-": DONE,
    "console-do-": VERBS,
    "console-send-": VERBS,
    "console-words-": {"return", "divert", "ask", "send-back", "opine", "uphold", "instruct"},
    "console-decision-": {"yes", "no"},
    "console-part-": {"lead", "assisting"},
    "console-key-": {"next", "previous", "forward", "return", "divert", "merge", "ask", "undo", "help"},
    "console-desk-empty-": {"office", "unit"},
    "console-reply-draft-": set(DraftState),
    "console-hint-": set(Hint) | VERBS,
    "console-show-": set(Show),
    "console-notice-": set(Kind),
    "console-deadline-cause-": {
        "received",
        "registered",
        "forwarded",
        "signed",
        "reopened",
        "answered",
        "date-moved",
        "calendar",
    },
    "console-quarantine-": set(Quarantine),
    "console-ways-in-kind-": set(SourceKind),
    "console-ways-in-hint-": set(OFFERED),
    "console-ways-in-done-": {"added", "retired", "reopened"},
    "console-act-": set(Act),
    "console-me-done-": me.DONE,
    "console-accounts-done-": account.DONE,
    "console-units-done-": unit.DONE,
    "console-entered-": set(ConsentForm),
    "console-calls-done-": set(call.DONE),
    "console-calls-column-": {*call.HEADS, "title", "campaign", "due", "asked", "answered"},
    "console-quotas-column-": set(quotas.HEADS),
}
"""Keys put together from a beginning and a value."""


def sentences(language: str) -> dict[str, str]:
    text = "\n".join(path.read_text("utf-8") for path in sorted((LOCALES / language).glob("*.ftl")))
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
