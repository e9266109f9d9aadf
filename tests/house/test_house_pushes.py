"""Every message that code may owe has a finder and a sentence, and the longest of them fits."""

import ast

import house_sources as sources
import pytest

import jindianzi.house  # noqa: F401 - all slices with messages are loaded, as in the program
from backend.handling.actions import REPLY_MAXIMUM
from backend.i18n import LANGUAGES, say
from backend.notices.model import Kind
from backend.officers.messages import TOLD_APART
from backend.push.words import KINDS
from backend.suggestions.model import INTERNAL, EventKind
from webchat.botapi.entities import units
from webchat.botapi.entities_html import parse

LONGEST_TEXT = 4096
SILENT = {
    EventKind.CORRECTED,
    EventKind.OBJECTED,
    EventKind.ANSWERED,
    EventKind.SUPPLEMENTED,
    EventKind.EXTENSION_ASKED,
    EventKind.EXTENSION_DECIDED,
    EventKind.RATED,
    EventKind.WITHDRAWN,
    EventKind.UNPUBLISHED,
    EventKind.CONTACTED,
    EventKind.TOLD,
    EventKind.CLASSIFIED,
    EventKind.SCOPED,
    EventKind.ASSISTING,
    *INTERNAL,
}
"""No push: what authors do themselves is answered in the window where they do it; a suggestion made private
again, filed elsewhere or assisted by others is no news to act upon; nor is a talk to whom it was held with.
What the desk notes for itself is none of theirs; of a later day they hear when the day moves, not while unit
and office talk about it. Everything else that happens to a suggestion is told."""
REMINDERS = {"question-reminded", "rating-reminded"}
"""Told of an event that was told before."""
OF_OFFICERS = {"officer-ended"}
"""Told of an appointment, not of a suggestion."""
TO_OFFICERS = {
    *(f"call-{verb}" for verb in ("made", "reminded", "extended", "due")),
    *("quota-due", "quota-lead", "visit-made", "visit-due", "entry-given"),
}
"""Told of no event: a request, a quota or a visit, some owed by kinds that name the day as well."""
PERSONAL = {"name", "contact", "phone", "email", "address"}


def owed() -> set[str]:
    """Return the kinds that code owes."""
    return {
        keyword.value.value
        for _, node in sources.nodes("backend")
        if isinstance(node, ast.Call) and _called(node).startswith("owe")
        for keyword in node.keywords
        if keyword.arg == "kind" and isinstance(keyword.value, ast.Constant)
    }


def _called(node: ast.Call) -> str:
    return str(getattr(node.func, "attr", getattr(node.func, "id", "")))


def test_every_kind_that_is_owed_has_a_finder_and_the_other_way_round() -> None:
    told = owed() | {f"staff-{kind}" for kind in Kind} | set(TOLD_APART) | TO_OFFICERS
    assert told == set(KINDS)


def test_every_event_of_a_suggestion_is_told() -> None:
    told = owed() - TO_OFFICERS - OF_OFFICERS
    assert told == {f"suggestion-{kind}" for kind in set(EventKind) - SILENT} | REMINDERS


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_has_a_sentence_without_personal_data_that_fits(kind: str, language: str) -> None:
    blanks = sources.sentences(language)[kind]
    assert blanks & PERSONAL == set()
    long = dict.fromkeys(blanks, "字" * 60) | {"text": "字" * (REPLY_MAXIMUM - 60)}
    long |= dict.fromkeys(("explained", "rating", "paused", "told", "attached"), "yes")
    html = say(language, "push-repeat") + "\n\n" + say(language, kind, **long)
    assert units(parse(html)[0]) <= LONGEST_TEXT
