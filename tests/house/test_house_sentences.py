"""Every sentence is there in every language, is used, and is found by whoever asks for it."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import house_sources as sources
import pytest

from backend import push
from backend.api import problems
from backend.batches.fields import Field
from backend.batches.sheet import COLUMNS
from backend.campaigns.queries import Openness
from backend.collect.assets import PAGE_WORDS
from backend.console import account, call, event, me, officer, point, quotas, unit
from backend.console.desk_queries import Show
from backend.console.one import SAID
from backend.console.reasons import Undelivered, Unhandled
from backend.contacts.model import Mode
from backend.drafts import steps
from backend.drafts.model import Step
from backend.files.inspection.rules import REFUSALS
from backend.files.model import Quarantine
from backend.i18n import DEFAULT_LANGUAGE, LANGUAGES, label
from backend.ledger.columns import Column
from backend.ledger.template import EXAMPLE
from backend.mydata import export, page
from backend.notices.model import Kind
from backend.occasions.model import OccasionKind
from backend.officers import listing
from backend.officers.model import OfficerKind
from backend.people.model import CHATLESS
from backend.programs.model import Scope
from backend.promises.model import PromiseState
from backend.proxy.model import ConsentForm
from backend.quotas import baselines
from backend.quotas.model import Share
from backend.replies.hints import Hint
from backend.replies.model import DraftState
from backend.sources.model import OFFERED, SourceKind
from backend.staff.model import Act, Role
from backend.suggestions.model import INTERNAL, EventKind, SuggestionState
from backend.visits.making import BROUGHT, UNDONE
from backend.visits.model import VisitOutcome
from bot.dialogs.suggest.preview import CHANGES
from bot.handlers.commands import COMMANDS
from bot.states import GROUPS

SPOKEN_BY = {
    "T": 0, "Label": 0, "say": 1, "label": 1, "notice": 1, "tell": 0, "fail": 0, "_said": 1,
    "Refusal": 0, "NotFound": 0, "NotAllowed": 0, "Conflict": 0, "SignInNeeded": 0,
}  # fmt: skip
"""Functions that are handed a key, and at which place."""

IN_PLAIN_WORDS = (
    "theme", "topic", "text", "consent", "identity", "name", "contact", "files", "preview", "sent",
)  # fmt: skip
"""Windows that have a second, simpler sentence."""

CAUSES = {"received", "registered", "forwarded", "signed", "reopened", "answered", "date-moved", "calendar"}
"""What makes a last day be counted."""
CONSOLE_VERBS = {
    "sign",
    "return",
    "divert",
    "ask",
    "send-back",
    "opine",
    "uphold",
    "close",
    "classify",
    "scope",
} | {"value", "key", "recommend", "instruct"}
"""Verbs with a form of their own on the suggestion's page."""

MADE_OF_PARTS = {
    "suggest-preview-change_": {step.value for step in CHANGES},
    "suggest-": {step.value for step in (*steps.PERSONAL, Step.SCOPE, Step.RECEIVING_UNIT, Step.IDENTITY)},
    "about-": {step.value for step in (*steps.PERSONAL, Step.SCOPE, Step.RECEIVING_UNIT, Step.IDENTITY)},
    "step-": {step.value for step in Step},
    "citizen-hint-": {step.value for step in steps.PERSONAL},
    "command-": set(COMMANDS),
    "help-": {str(state.state).lower().replace(":", "-") for group in GROUPS for state in group.__states__},
    "mydata-table-": {table.__tablename__ for table in export.TABLES},
    "mydata-column-": {
        name for table in export.TABLES for name in export.columns(table) if page.is_read(name)
    },
    "campaign-": {openness.replace("_", "-") for openness in Openness.__args__} - {"open"},
    "cli-address-": {"webchat", "console"},
    "cli-account-": {role.value for role in Role},
    "push-whose-": {"author", "elsewhere", "merged", "supporter"},
    "console-role-": {role.value for role in Role},
    "mine-state-": {state.value for state in SuggestionState},
    "mine-event-": {kind.value for kind in set(EventKind) - INTERNAL},
    "mine-": {f"{word}{end}" for word in ("withdrawal", "objection") for end in ("", "-send")},
    "staff-": {kind.value for kind in Kind},
    "promise-": {state.value for state in PromiseState},
    "similar-": {state.value for state in SuggestionState},
    "console-state-": {state.value for state in SuggestionState},
    "console-event-": {kind.value for kind in EventKind},
    "console-done-": set(SAID),
    "console-do-": CONSOLE_VERBS,
    "console-send-": CONSOLE_VERBS,
    "console-words-": {"return", "divert", "ask", "send-back", "opine", "uphold", "instruct"},
    "console-decision-": {"yes", "no"},
    "console-part-": {"lead", "assisting"},
    "console-key-": {"next", "previous", "forward", "return", "divert", "merge", "ask", "undo", "help"},
    "console-contact-": {"phone", "email"},
    "console-quarantine-": {each.value for each in Quarantine},
    "console-channel-": {"webchat", "telegram", *CHATLESS},
    "console-reason-": {kind.value for kind in Undelivered},
    "console-reason-next-": {kind.value for kind in Undelivered} - {push.TOLD_ELSEWHERE, push.TOLD_IN_PERSON},
    "console-letter-": {kind.value for kind in Unhandled},
    "console-letter-next-": {kind.value for kind in Unhandled},
    "console-scope-": {scope.value for scope in Scope},
    "console-scope-hint-": {scope.value for scope in Scope},
    "api-title-": {str(status) for status in problems.TITLES},
    "ledger-column-": {column.value for column in Column},
    "ledger-example-": {column.value for column in EXAMPLE},
    "ledger-": {key for key in REFUSALS if key.startswith("file-")}
    & {
        "file-bomb",
        "file-macros",
        "file-active",
        "file-encrypted",
    },
    "console-language-": set(LANGUAGES),
    "console-column-": {"number", "matter", "received", "state", "unit", "due"}
    | {"about", "time", "channel", "reason", "letter"}
    | {"name", "kind", "campaign", "code", "people", "drafts", "suggestions"}
    | {"suggestions-handled", "spoken", "met", "share"}
    | {"for", "scopes", "until", "used"}
    | {"what", "officer"},
    "console-reply-draft-": {state.value for state in DraftState},
    "console-hint-": {hint.value for hint in Hint} | CONSOLE_VERBS,
    "contact-mode-": {mode.value for mode in Mode},
    "console-ways-in-kind-": {kind.value for kind in SourceKind},
    "console-ways-in-hint-": {kind.value for kind in OFFERED},
    "console-ways-in-done-": {"added", "retired", "reopened"},
    "console-desk-empty-": {"office", "unit"},
    "console-act-": {act.value for act in Act},
    "console-me-done-": me.DONE,
    "console-accounts-done-": account.DONE,
    "console-units-done-": unit.DONE,
    "console-show-": {show.value for show in Show},
    "console-notice-": {kind.value for kind in Kind},
    "console-deadline-cause-": CAUSES,
    "officer-kind-": {kind.value for kind in OfficerKind},
    "officer-told-": {state.value for state in SuggestionState},
    "officers-show-": {show.value for show in listing.Show},
    "officers-column-": {"name", "kind", "unit", "point", "district", "until", "state"},
    "officers-done-": officer.DONE,
    "points-done-": point.DONE,
    "events-done-": event.DONE,
    "event-kind-": {kind.value for kind in OccasionKind},
    "batch-field-": {field.value for field in Field},
    "batch-hint-": {field.value for field in COLUMNS},
    "batch-sheet-": {"bomb", "macros", "active", "encrypted", "merged"},
    "call-title": {"-missing", "-too-long"},
    "call-words": {"-missing", "-too-long"},
    "quota-share-": {share.value for share in Share},
    "quota-whose-": {share.value for share in Share} - {Share.CAMPAIGN},
    "baseline-column-": set(baselines.COLUMNS),
    "console-calls-column-": {*call.HEADS, "title", "campaign", "due", "asked", "answered"},
    "console-calls-done-": set(call.DONE),
    "console-quotas-column-": set(quotas.HEADS),
    "visit-what-": {*BROUGHT, UNDONE},
    "visit-outcome-": {outcome.value for outcome in VisitOutcome},
    "visit-say-": {"returned", "diverted", "undone"},
    "visits-": {"day", "answer", "reason"},
    "console-entered-": {form.value for form in ConsentForm},
}
"""Keys that code puts together, and every ending they may have."""


PLAIN = "-plain"
"""The ending of a sentence that says the same as its sibling, in plain words."""


def asked_for() -> Iterator[tuple[str, str]]:
    """Return every key that is written out where it is used, with the place."""
    for path, node in sources.nodes(*sources.TALKING):
        if isinstance(node, ast.Call) and (key := _key_of(node)):
            yield key, f"{sources.shown(path)}:{node.lineno}"
    for key in re.findall(r"""\bt\(["']([\w-]+)["'](?! ?~)""", sources.template_text()):
        yield key, "a template"


def _key_of(call: ast.Call) -> str | None:
    name = getattr(call.func, "id", None) or getattr(call.func, "attr", None)
    place = SPOKEN_BY.get(str(name), len(call.args))
    given = call.args[place] if place < len(call.args) else None
    return given.value if isinstance(given, ast.Constant) and isinstance(given.value, str) else None


def made_of_parts() -> set[str]:
    return {prefix + ending for prefix, endings in MADE_OF_PARTS.items() for ending in endings}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_keys_and_blanks(language: str) -> None:
    assert sources.sentences(language) == sources.sentences(DEFAULT_LANGUAGE)


def test_every_language_has_a_folder_and_the_other_way_round() -> None:
    folders = {path.name for path in (sources.ROOT / "locales").iterdir() if path.is_dir()}
    assert folders == set(LANGUAGES)


def test_every_key_that_is_asked_for_is_there() -> None:
    there = sources.sentences(DEFAULT_LANGUAGE)
    asked = list(asked_for())
    assert len(asked) > 100
    assert [f"{key} ({place})" for key, place in asked if key not in there] == []
    on_pages = {key for key in sources.script_literals() if key.startswith(PAGE_WORDS)}
    assert len(on_pages) > 100
    assert on_pages - there.keys() == set()
    assert made_of_parts() - there.keys() == set()


def test_every_key_is_used() -> None:
    """A key counts as used when the code writes it out anywhere, or puts it together from parts."""
    used = sources.literals(*sources.TALKING) | sources.template_literals() | made_of_parts()
    used |= sources.script_literals()
    used |= {f"{key}{PLAIN}" for key in used}
    assert sources.sentences(DEFAULT_LANGUAGE).keys() - used == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_plain_words_say_what_their_siblings_say_in_shorter_sentences(language: str) -> None:
    there = sources.sentences(language)
    plain = {key for key in there if key.endswith(PLAIN)}
    assert {f"suggest-{window}{PLAIN}" for window in IN_PLAIN_WORDS} | {f"help{PLAIN}"} == plain
    for key in plain:
        sibling = key.removesuffix(PLAIN)
        assert there[key] == there[sibling], key
        assert longest_sentence(language, key) <= longest_sentence(language, sibling), key


def longest_sentence(language: str, key: str) -> int:
    words = label(language, key, **dict.fromkeys(sources.sentences(language)[key], "x"))
    return max(map(len, re.split(r"<[^>]+>|[。！？：，；（）.!?:;,()\n]", words)))


@pytest.mark.parametrize("prefix", sorted(MADE_OF_PARTS))
def test_every_prefix_is_still_put_together_somewhere(prefix: str) -> None:
    written = sources.literals(*sources.TALKING) | set(
        re.findall(r"""["']([\w-]+)["'] ?~""", sources.template_text())
    )
    assert prefix in written


def test_code_holds_no_chinese_sentences() -> None:
    """Sentences stand in locales/: Chinese in a string that is no docstring is one that does not."""
    found = [
        f"{sources.shown(path)}:{node.lineno}"
        for path in sources.files(*sources.PACKAGES)
        for node in _strings(path)
        if re.search(r"[\u4e00-\u9fff]", str(node.value))
    ]
    assert found == []


def _strings(path: Path) -> Iterator[ast.Constant]:
    docs = {
        id(node.value)
        for node in ast.walk(sources.tree(path))
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(sources.tree(path)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node
