"""What a line of a ledger means under a campaign's rules: names become ids, or the line is refused."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from backend.campaigns.parts import Named
from backend.campaigns.queries import OTHER_TOPIC
from backend.campaigns.schema import Campaign
from backend.errors import Refusal
from backend.handling.actions import REPLY_MAXIMUM
from backend.i18n import LANGUAGES, label
from backend.ledger import numbers
from backend.ledger.columns import Column, folded
from backend.ledger.intake import Letter
from backend.ledger.numbers import Foreign
from backend.ledger.sheets import Line
from backend.people.model import CHATLESS
from backend.suggestions.model import SuggestionState

CHANNELS = sorted({"webchat", "telegram", *CHATLESS})
WAY = (
    SuggestionState.REGISTERED,
    SuggestionState.FORWARDED,
    SuggestionState.SIGNED,
    SuggestionState.REPLIED,
    SuggestionState.CLOSED,
)
"""How far a suggestion can have come that is taken over; one that left this way is not."""
DAY = re.compile(
    r"(\d{4})[-/.\u5e74](\d{1,2})[-/.\u6708](\d{1,2})\u65e5?(?:[ T](\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?)?"
)


@dataclass(frozen=True)
class Meant:
    """A letter, how far its handling had come, and by whom and with what it was answered."""

    letter: Letter
    known_as: Foreign
    also: list[Foreign]
    state: SuggestionState
    unit_id: int
    outcome: str
    reply: str
    reason: str


def meant(line: Line, rules: Campaign, system: str, units: Mapping[str, int]) -> Meant:
    """Read a line; `units` has the id of each by key and names, folded."""
    if line.has_formula:
        raise Refusal("ledger-formula")
    said = line.said
    outcome = _chosen(said.get(Column.OUTCOME, ""), rules.outcomes, "ledger-outcome-unclear")
    unit = folded(said.get(Column.UNIT, ""))
    if unit and unit not in units:
        raise Refusal("ledger-unit-unclear")
    found = Meant(
        letter=_letter(said, rules),
        known_as=numbers.foreign(system, said.get(Column.NUMBER, "")),
        also=numbers.read(said.get(Column.FOREIGN, "")),
        state=_state(said.get(Column.STATE, ""), unit=bool(unit), outcome=bool(outcome)),
        unit_id=units.get(unit, 0),
        outcome=outcome,
        reply=said.get(Column.REPLY, ""),
        reason=said.get(Column.REASON, ""),
    )
    _check(found, rules)
    return found


def _letter(said: Mapping[Column, str], rules: Campaign) -> Letter:
    theme = rules.theme(said.get(Column.THEME, "")) or rules.theme_named(said.get(Column.THEME, ""))
    if theme is None:
        raise Refusal("intake-theme-missing")
    topic = said.get(Column.TOPIC, "")
    other = {folded(OTHER_TOPIC), *_labels("console-topic-other")}
    return Letter(
        campaign=rules.id,
        channel=_one_of(
            said.get(Column.CHANNEL, "elsewhere"), "console-channel-", CHANNELS, "ledger-channel-unclear"
        ),
        told_by="elsewhere",
        theme=theme.id,
        topic=OTHER_TOPIC if folded(topic) in other else _chosen(topic, theme.topics, "intake-topic-missing"),
        text=said.get(Column.TEXT, ""),
        received=_received(said.get(Column.RECEIVED, ""), rules),
        scope=_chosen(said.get(Column.SCOPE, ""), rules.scopes, "intake-choice-missing"),
        identity=_chosen(said.get(Column.IDENTITY, ""), rules.audiences, "intake-choice-missing"),
        name=said.get(Column.NAME, ""),
        contact=said.get(Column.CONTACT, ""),
        work_unit=said.get(Column.WORK_UNIT, ""),
        school=said.get(Column.SCHOOL, ""),
        address=said.get(Column.ADDRESS, ""),
    )


def _labels(key: str) -> set[str]:
    return {folded(label(language, key)) for language in LANGUAGES}


def _one_of(said: str, family: str, among: Iterable[str], refusal: str) -> str:
    """Return the id of what is named by itself or by its sentence in any language."""
    for one in among:
        if folded(said) in {folded(one), *_labels(f"{family}{one}")}:
            return one
    raise Refusal(refusal)


def _chosen(said: str, among: Iterable[Named], refusal: str) -> str:
    """Return the id of what is named by id or name; "" where nothing is."""
    if not said:
        return ""
    for one in among:
        if folded(said) in {folded(one.id), *(folded(name) for name in one.name.root.values())}:
            return one.id
    raise Refusal(refusal)


def _state(said: str, *, unit: bool, outcome: bool) -> SuggestionState:
    """Return how far it had come: as it says, else as far as unit and outcome show."""
    if not said:
        reached = SuggestionState.FORWARDED if unit else SuggestionState.REGISTERED
        return SuggestionState.REPLIED if outcome else reached
    found = SuggestionState(_one_of(said, "console-state-", SuggestionState, "ledger-state-unclear"))
    if found not in WAY:
        raise Refusal("ledger-state-not-taken")
    return found


def _received(said: str, rules: Campaign) -> date | datetime | None:
    if not said:
        return None
    found = DAY.fullmatch(said)
    try:
        year, month, day, hour, minute = (int(part or 0) for part in found.groups()) if found else (0,) * 5
        at = datetime(year, month, day, hour, minute, tzinfo=ZoneInfo(rules.time_zone))
    except ValueError as error:
        raise Refusal("ledger-day-unclear") from error
    return at if hour or minute else at.date()


def _check(found: Meant, rules: Campaign) -> None:
    """Refuse before anything is written what the verbs would refuse half-way."""
    reached = WAY.index(found.state)
    if reached >= WAY.index(SuggestionState.FORWARDED) and not found.unit_id:
        raise Refusal("ledger-unit-missing")
    if reached < WAY.index(SuggestionState.REPLIED):
        return
    outcome = rules.outcome(found.outcome)
    if outcome is None:
        raise Refusal("reply-outcome-missing")
    if not found.reply:
        raise Refusal("reply-text-missing")
    if outcome.reason_required and not found.reason:
        raise Refusal("reply-reason-missing")
    length = len((found.reply + found.reason).encode("utf-16-le")) // 2
    if length > REPLY_MAXIMUM:
        raise Refusal("reply-too-long", length=str(length), maximum=str(REPLY_MAXIMUM))
