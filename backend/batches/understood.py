"""What an entry means under a campaign's rules: names become ids, or it is refused with what to write."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from difflib import SequenceMatcher
from typing import TypeVar

from backend.batches.fields import Field, folded, is_one_of
from backend.campaigns import queries as campaigns
from backend.campaigns.parts import Named, Theme, Topic
from backend.campaigns.schema import Campaign
from backend.errors import Refusal
from backend.ledger import intake
from backend.ledger.intake import Letter
from backend.people import values
from backend.proxy.filing import CHANNEL, Consent
from backend.proxy.model import ConsentForm

LIKE, AHEAD = 0.6, 0.15
"""How like a name must be to what was said, and how much more than the next one, to be taken for it."""
DAY = re.compile(r"(?:(\d{4})[-/.\u5e74])?(\d{1,2})[-/.\u6708](\d{1,2})\u65e5?")
WAYS = {ConsentForm.SPOKEN: "batch-consent-spoken", ConsentForm.PAPER: "batch-consent-paper"}
NUMBERED = re.compile(r"\s*(\d{1,3})?[\s.\u3001]*(.*)", re.DOTALL | re.ASCII)
"""What may stand before a name: its number in the list."""
One = TypeVar("One", bound=Named)
COMPARED = 2000
"""Characters of two texts by which they are found like: comparing takes the product of both."""
SHOWN = 12
"""Names of a list that a refusal shows."""


@dataclass(frozen=True)
class Meant:
    """`guessed` is the theme or topic that was taken for what was said, "" where it was said outright."""

    letter: Letter
    consent: Consent
    guessed: str = ""


def meant(said: Mapping[Field, str], rules: Campaign, *, channel: str, language: str) -> Meant:
    """Read an entry; Refusal for one that cannot be taken, with what would be right."""
    theme, guess = _theme(said.get(Field.THEME, ""), rules, language)
    topic, more = _topic(said.get(Field.TOPIC, ""), theme, language)
    received = _day(said.get(Field.DAY, ""), rules)
    scope = _chosen(said.get(Field.SCOPE, ""), rules.scopes, Field.SCOPE, language)
    if rules.scopes and not scope and len(rules.scopes) > 1:
        raise Refusal("batch-scope-missing", names=_names(rules.scopes, language))
    identity = _chosen(said.get(Field.IDENTITY, ""), rules.audiences, Field.IDENTITY, language)
    letter = Letter(
        campaign=rules.id,
        channel=channel,
        told_by=CHANNEL,
        theme=theme.id,
        topic=topic,
        text=_text(said.get(Field.TEXT, ""), rules.length_for(identity or None).maximum),
        name=values.name(said.get(Field.NAME, "")),
        contact=_contact(said.get(Field.CONTACT, ""), rules),
        received=received,
        scope=scope,
        identity=identity,
        work_unit=_line(said.get(Field.WORK_UNIT, "")),
        school=_line(said.get(Field.SCHOOL, "")),
        address=_line(said.get(Field.ADDRESS, "")),
    )
    form = _consent(said.get(Field.CONSENT, ""))
    return Meant(
        letter, Consent(form, intake.moment(rules, received)), ", ".join(filter(None, (guess, more)))
    )


def facts(letter: Letter) -> str:
    """Return that by which the same entry is known again."""
    said = (letter.campaign, letter.name, letter.contact, letter.address, letter.text)
    besides = (letter.work_unit, letter.school, letter.theme, str(letter.received or ""))
    return "\n".join(folded(part) for part in (*said, *besides))


def is_like(text: str, other: str) -> bool:
    """Say whether one text is the other, mended."""
    shortened = (folded(text)[:COMPARED], folded(other)[:COMPARED])
    return SequenceMatcher(None, *shortened, autojunk=False).ratio() >= LIKE


def is_none(words: str) -> bool:
    """Say whether words mean that there is nothing to say here."""
    return not words or is_one_of(words, "batch-none")


def _theme(said: str, rules: Campaign, language: str) -> tuple[Theme, str]:
    if not said:
        raise Refusal("batch-theme-missing", names=themes(rules, language))
    number, name = NUMBERED.fullmatch(unicodedata.normalize("NFKC", said)).groups()  # type: ignore[union-attr]
    if outright := rules.theme(said) or rules.theme_named(said) or rules.theme_named(name):
        return outright, ""
    if number and not name and 1 <= int(number) <= len(rules.themes):
        theme = rules.themes[int(number) - 1]
        return theme, theme.name.said(language)
    if close := _closest(name, rules.themes, _ways_of_theme):
        return close, close.name.said(language)
    raise Refusal("batch-theme-unknown", said=said[:40], names=themes(rules, language))


def themes(rules: Campaign, language: str) -> str:
    """Return the themes with their numbers, as an officer may write them."""
    return "\n".join(f"{place} {one.name.said(language)}" for place, one in enumerate(rules.themes, 1))


def _topic(said: str, theme: Theme, language: str) -> tuple[str, str]:
    if is_none(said) or is_one_of(said, "batch-other"):
        return campaigns.OTHER_TOPIC, ""
    for topic in theme.topics:
        if folded(said).rstrip(".") in {folded(way).rstrip(".") for way in _ways(topic)}:
            return topic.id, ""
    if close := _closest(said, theme.topics, _ways):
        return close.id, close.label(language)
    known = ", ".join(str(topic.number) for topic in theme.topics if topic.number)
    raise Refusal("batch-topic-unknown", said=said[:40], theme=theme.name.said(language), names=known)


def _ways_of_theme(theme: Theme) -> Iterable[str]:
    return (*theme.name.root.values(), *theme.aliases)


def _ways(topic: Topic) -> Iterable[str]:
    short = topic.short.root.values() if topic.short else ()
    number = (str(topic.number),) if topic.number else ()
    return (topic.id, *number, *topic.name.root.values(), *short, *topic.aliases)


def _closest(said: str, among: Sequence[One], ways: Callable[[One], Iterable[str]]) -> One | None:
    """Return the one whose name is like what was said, and clearly more so than any other."""
    words = folded(said)
    rated = sorted(
        ((max(_likeness(words, folded(way)) for way in ways(one)), one) for one in among),
        key=lambda pair: -pair[0],
    )
    if not rated or rated[0][0] < LIKE:
        return None
    return rated[0][1] if len(rated) == 1 or rated[0][0] - rated[1][0] >= AHEAD else None


def _likeness(words: str, other: str) -> float:
    """Return how like two names are; 0 where their lengths alone say that they are not."""
    matcher = SequenceMatcher(None, words, other)
    return matcher.ratio() if matcher.real_quick_ratio() >= LIKE else 0


def _chosen(said: str, among: Sequence[Named], field: Field, language: str) -> str:
    if is_none(said):
        return ""
    for one in among:
        if folded(said) in {folded(one.id), *(folded(name) for name in one.name.root.values())}:
            return one.id
    raise Refusal("batch-choice-unknown", field=field.value, said=said[:40], names=_names(among, language))


def _names(among: Sequence[Named], language: str) -> str:
    return " / ".join(one.name.said(language) for one in among[:SHOWN])


def _text(said: str, maximum: int) -> str:
    words = values.cleaned(said)
    if not words:
        raise Refusal("batch-text-missing")
    if len(words) > maximum:
        raise Refusal("intake-text-too-long", length=str(len(words)), maximum=str(maximum))
    return said


def _contact(said: str, rules: Campaign) -> str:
    return "" if is_none(said) else values.contact(said, rules.contact_kinds)[0]


def _line(said: str) -> str:
    return "" if is_none(said) else values.line(said)


def _consent(said: str) -> ConsentForm:
    if not said:
        return ConsentForm.SPOKEN
    for form, key in WAYS.items():
        if is_one_of(said, key):
            return form
    raise Refusal("batch-consent-unknown", said=said[:40])


def _day(said: str, rules: Campaign) -> date | None:
    """Return the day on which it was said; without a year it is this year's."""
    if is_none(said):
        return None
    found = DAY.fullmatch(folded(said).removesuffix("00:00:00").removesuffix("t"))
    try:
        year, month, day = (int(part or 0) for part in found.groups()) if found else (0, 0, 0)
        return datetime(year or campaigns.today(rules).year, month, day).date()  # noqa: DTZ001 - a day
    except ValueError as error:
        raise Refusal("batch-day-unclear", said=said[:40]) from error
