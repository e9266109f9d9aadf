"""What an event of the timeline says besides its name, in words."""

from collections.abc import Iterable, Iterator
from typing import Any

from backend.campaigns.parts import name_of
from backend.campaigns.schema import Campaign
from backend.console.case import Case, Entry
from backend.handling import sharing
from backend.handling.model import Unit
from backend.i18n import label
from backend.suggestions.model import EventKind

MARKED = (EventKind.VALUED, EventKind.KEYED, EventKind.RECOMMENDED)
"""Marks that are set and taken away; elsewhere `on` is a day."""


def facts(case: Case, entry: Entry, language: str) -> list[str]:
    """Return the sentences that go under an event."""
    return list(_facts(case, entry, language))


def _facts(case: Case, entry: Entry, language: str) -> Iterator[str]:
    said, rules = entry.event.data, case.rules
    yield from _by_officer(case, entry, language)
    yield from _put_right(said, language)
    if "place" in said:
        place = name_of(said["place"], rules.diversions, language)
        yield label(language, "console-fact-place", place=place)
    if "into" in said:
        yield label(language, "console-fact-into", number=said["into"])
    if "upheld" in said:
        yield label(language, "console-fact-upheld", upheld=said["upheld"])
    if "theme_before" in said:
        before = _filed(rules, said["theme_before"], said["topic_before"], language)
        after = _filed(rules, said["theme"], said["topic"], language)
        yield label(language, "console-fact-changed", before=before, after=after)
    if "scope_before" in said:
        before = name_of(said["scope_before"], rules.scopes, language) or label(language, "console-none")
        after = name_of(said["scope"], rules.scopes, language)
        yield label(language, "console-fact-changed", before=before, after=after)
    if entry.event.kind in MARKED:
        yield label(language, "console-fact-on", on=said["on"])
    if "assisting" in said:
        yield label(language, "console-fact-assisting", units=_named(case.units, said["assisting"], language))
    if "undone" in said:
        yield label(language, "console-fact-undone", what=label(language, f"console-event-{said['undone']}"))
    if "rating" in said:
        rating, unit = (
            name_of(said["rating"], rules.ratings, language),
            case.unit_named(said["unit"], language),
        )
        yield label(language, "console-fact-rating", rating=rating, unit=unit)


def _put_right(said: dict[str, Any], language: str) -> Iterator[str]:
    """Say what was changed beside the words as a returned suggestion was put right."""
    if "files_added" in said:
        changed = {"added": said["files_added"], "removed": said["files_removed"]}
        yield label(language, "console-fact-files", **changed)
    if "person_changed" in said:
        yield label(language, "console-fact-person")


def _by_officer(case: Case, entry: Entry, language: str) -> Iterator[str]:
    """Say through whom the author's own words came."""
    told = entry.event.data.get("officer")
    named = case.entered.blanks(language, told) if case.entered and told else None
    if named and entry.event.actor_id == case.suggestion.person_id:
        yield label(language, "console-fact-officer", **named)


def _filed(rules: Campaign, theme: str, topic: str, language: str) -> str:
    found = rules.topic(topic)
    name = found.label(language) if found else label(language, "console-topic-other")
    return f"{name_of(theme, rules.themes, language)} · {name}"


def _named(units: Iterable[Unit], said: str, language: str) -> str:
    wanted = set(sharing.read(said))
    names = [unit.name(language) for unit in units if unit.id in wanted]
    return label(language, "mine-and").join(names) or label(language, "console-none")
