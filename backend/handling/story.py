"""What became of a suggestion, in plain words: a line for each event, and why the day is that day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.campaigns import queries as campaigns
from backend.campaigns.deadlines import FROM_RECEIPT, due_on
from backend.campaigns.parts import name_of
from backend.campaigns.schema import Campaign
from backend.dates import day_in_words, days_in_words, days_left, moment_in_words
from backend.deadlines.model import Reckoning
from backend.deadlines.queries import newest
from backend.handling import queries, sharing
from backend.handling.model import Reply
from backend.handling.naming import names_author
from backend.i18n import label
from backend.suggestions import author_queries
from backend.suggestions.model import (
    INTERNAL,
    OF_PROMISES,
    Event,
    EventKind,
    Suggestion,
    SuggestionState,
    Supplement,
)

RUNNING = frozenset({SuggestionState.REGISTERED, SuggestionState.FORWARDED, SuggestionState.SIGNED})
"""States in which the author waits for a reply."""
MOVING = frozenset({EventKind.DATE_MOVED, EventKind.ANSWERED, EventKind.REOPENED})
"""Events that may set another last day."""
WITHOUT_WORDS = frozenset({EventKind.CORRECTED, EventKind.EXTENSION_ASKED, EventKind.EXTENSION_DECIDED})
"""An old text is not told again; what unit and office write each other about time is not for the author."""


@dataclass(frozen=True)
class Known:
    """Everything the lines are made of; `remarks` and `supplements` are empty for all but the author.

    `own` where the author reads: others, the officer who entered it too, read of the author as of somebody.
    """

    suggestion: Suggestion
    rules: Campaign
    language: str
    author: bool
    own: bool
    units: dict[int, str]
    replies: dict[int, Reply]
    remarks: dict[int, str]
    supplements: dict[int, Supplement]
    reckoning: Reckoning | None

    def day(self, event: Event) -> str:
        return _day(event.data.get("due_on"), self.language)

    def unit(self, event: Event) -> str:
        reply = self.replies.get(event.data.get("reply", 0))
        return self.units.get(reply.unit_id if reply else event.data.get("unit") or 0, "")


async def known(
    session: AsyncSession, suggestion: Suggestion, language: str, *, author: bool, officer: bool = False
) -> Known:
    """Look up what is told of a suggestion that was loaded with its events.

    `author` for every word of it, `officer` where these are read by the officer who entered it (R22).
    """
    replies = await session.scalars(select(Reply).where(Reply.suggestion_id == suggestion.id))
    return Known(
        suggestion=suggestion,
        rules=await campaigns.edition(session, suggestion.edition),
        language=language,
        author=author,
        own=author and not officer,
        units={unit.id: unit.name(language) for unit in await queries.units(session)},
        replies={reply.id: reply for reply in replies},
        remarks=await author_queries.remarks(session, suggestion) if author else {},
        supplements=await author_queries.supplements(session, suggestion) if author else {},
        reckoning=await newest(session, suggestion.id),
    )


def lines(told: Known) -> list[str]:
    """Return the timeline, the oldest event first; a reply stands in it in full."""
    return [_line(told, event) for event in told.suggestion.events if _is_told(event)]


def _is_told(event: Event) -> bool:
    """Leave out what the desk notes for itself, and the undoing of that."""
    return not {event.kind, event.data.get("undone")} & INTERNAL


def _line(told: Known, event: Event) -> str:
    at = moment_in_words(event.at, told.rules.time_zone, told.language)
    who = label(told.language, "mine-who-author" if told.own else "mine-who-other")
    words = _words(told, event)
    what = label(
        told.language,
        f"mine-event-{event.kind}",
        who=who,
        unit=told.unit(event),
        due=told.day(event),
        words=words,
        has_words="yes" if words else "no",
        **_more(told, event),
    )
    return f"• {at}\n{what}"


def _words(told: Known, event: Event) -> str:
    if event.kind == EventKind.SUPPLEMENTED:
        added = told.supplements.get(event.data.get("supplement", 0))
        return added.text if added else ""
    return "" if event.kind in WITHOUT_WORDS else told.remarks.get(event.id, "")


def _more(told: Known, event: Event) -> dict[str, str | int]:
    return {**_of_handling(told, event), **_of_screening(told, event)}


def _of_screening(told: Known, event: Event) -> dict[str, str | int]:
    language, rules, said = told.language, told.rules, event.data
    theme, topic = rules.theme(said.get("theme", "")), rules.topic(said.get("topic", ""))
    beside = [told.units.get(unit_id, "") for unit_id in sharing.read(said.get("assisting"))]
    return {
        "theme": theme.name.said(language) if theme else "",
        "topic": topic.name.said(language) if topic else label(language, "mine-topic-other"),
        "scope": name_of(said.get("scope"), rules.scopes, language),
        "assisting": label(language, "mine-and").join(beside),
        "has_assisting": "yes" if beside else "no",
        "undone": str(said.get("undone", "")),
        "entered": "yes" if said.get("officer") else "no",
    }


def _of_handling(told: Known, event: Event) -> dict[str, str | int]:
    place = next((one for one in told.rules.diversions if one.id == event.data.get("place")), None)
    reply = told.replies.get(event.data.get("reply", 0))
    outcome = told.rules.outcome(reply.outcome) if reply else None
    return {
        "place": place.name.said(told.language) if place else "",
        "advice": f"{place.advice.said(told.language)} {place.url or ''}".rstrip() if place else "",
        "into": str(event.data.get("into", "")),
        "upheld": str(event.data.get("upheld", "")),
        "until": _day(event.data.get("until"), told.language),
        "approved": str(event.data.get("approved", "")),
        "by": _moved_by(event),
        "files": int(event.data.get("files", 0)) if told.author or not reply else 0,
        "mode": str(event.data.get("mode", "")),
        "on": _day(event.data.get("on"), told.language),
        "outcome": outcome.name.said(told.language) if outcome else "",
        **_reply(told, reply),
        "prize": _prize(told, event),
        "progress": label(told.language, f"promise-{event.data.get('state', 'under-way')}"),
    }


def _prize(told: Known, event: Event) -> str:
    prizes = told.rules.awards.prizes if told.rules.awards else ()
    return next((one.name.said(told.language) for one in prizes if one.id == event.data.get("prize")), "")


def _reply(told: Known, reply: Reply | None) -> dict[str, str | int]:
    """Return the words of a reply; one that says who the author is, to the author alone."""
    if reply is None:
        return {"text": "", "reason": "", "explained": "no"}
    if not told.author and names_author(told.suggestion, reply):
        return {"text": label(told.language, "mine-reply-withheld"), "reason": "", "explained": "no"}
    return {"text": reply.text, "reason": reply.reason or "", "explained": "yes" if reply.reason else "no"}


def _day(said: str | None, language: str) -> str:
    return day_in_words(date.fromisoformat(said), language) if said else ""


def _moved_by(event: Event) -> str:
    """Say what moved a day: the calendar, a request that was granted, or the office of itself."""
    if event.data.get("why") == "calendar":
        return "calendar"
    return "extension" if event.data.get("extension") else "office"


def last_day(suggestion: Suggestion, rules: Campaign) -> date | None:
    """Return by when a reply is due: None where that is not known yet, or nobody waits any more."""
    if suggestion.state not in RUNNING:
        return None
    if suggestion.due_on or rules.deadline.starts_at not in FROM_RECEIPT:
        return suggestion.due_on
    return due_on(rules, received=suggestion.submitted_at, forwarded=suggestion.submitted_at)


def state_in_words(suggestion: Suggestion, language: str, *, own: bool) -> str:
    """Say how far a suggestion is, to its author (`own`) or to somebody else."""
    return label(language, f"mine-state-{suggestion.state}", own=_yes(own=own))


def _yes(*, own: bool) -> str:
    return "yes" if own else "no"


def time_left(suggestion: Suggestion, rules: Campaign, language: str, *, own: bool = True) -> str:
    """Say how long there is still to wait, by the campaign's own days; "" where nothing is due."""
    if suggestion.paused_since and suggestion.state in RUNNING:
        return label(language, "mine-time-paused", own=_yes(own=own))
    due = last_day(suggestion, rules)
    if due is None:
        return ""
    days = days_left(due, rules.time_zone)
    if days < 0:
        return label(language, "mine-time-over", days=-days)
    return label(language, "mine-time-left", days=days) if days else label(language, "mine-time-today")


def why(told: Known) -> list[str]:
    """Say why the last day is that day: what started it, how days are counted, and what moved it."""
    suggestion, rules, language = told.suggestion, told.rules, told.language
    if suggestion.state not in RUNNING:
        return []
    due, started = last_day(suggestion, rules), _started(told)
    first = label(
        language,
        "mine-why",
        known="yes" if due else "no",
        due=day_in_words(due, language) if due else "",
        days=rules.deadline.days,
        day_type=rules.deadline.day_type,
        starts_at=rules.deadline.starts_at,
        started=started,
        has_started="yes" if started else "no",
    )
    paused = [label(language, "mine-why-paused", own=_yes(own=told.own))] if suggestion.paused_since else []
    return [first, *_moves(told), *_days(told), *paused]


def _days(told: Known) -> list[str]:
    """Name the days that were counted otherwise than Monday to Friday says, and what is not sure yet."""
    row, language = told.reckoning, told.language
    if row is None or row.due_on != told.suggestion.due_on:
        return []
    days = {"mine-why-holidays": row.holidays, "mine-why-workdays": row.workdays}
    named = [
        label(language, key, days=days_in_words(map(date.fromisoformat, each), language))
        for key, each in days.items()
        if each
    ]
    if row.provisional:
        named.append(label(language, "mine-why-provisional", own=_yes(own=told.own)))
    return named


def _started(told: Known) -> str:
    """Name the day from which days are counted; "" where it has not come yet."""
    starts_at = told.rules.deadline.starts_at
    if starts_at in FROM_RECEIPT:
        return moment_in_words(told.suggestion.submitted_at, told.rules.time_zone, told.language)
    kinds = {EventKind.FORWARDED, EventKind.SIGNED} if starts_at == "signed" else {EventKind.FORWARDED}
    begun = [event for event in _since_assigned(told) if event.kind in kinds]
    return moment_in_words(begun[-1].at, told.rules.time_zone, told.language) if begun else ""


def _moves(told: Known) -> list[str]:
    moved, before = [], ""
    for event in _since_assigned(told):
        day = told.day(event) if event.kind not in OF_PROMISES else ""
        if day and day != before and event.kind in MOVING:
            kind = _moved_by(event) if event.kind == EventKind.DATE_MOVED else str(event.kind)
            said = {"kind": kind, "due": day, "own": _yes(own=told.own)}
            moved.append(label(told.language, "mine-why-moved", **said))
        before = day or before
    return moved


def _since_assigned(told: Known) -> Sequence[Event]:
    """Return what happened since the suggestion was last with the office: then days were counted anew."""
    events = told.suggestion.events
    back = [place for place, event in enumerate(events) if event.kind == EventKind.SENT_BACK]
    return events[back[-1] :] if back else events
