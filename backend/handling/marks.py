"""What the office notes on a suggestion when it screens it: where it belongs, what it is worth (R56-R61)."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock
from backend.campaigns import queries as campaigns
from backend.campaigns.queries import OTHER_TOPIC
from backend.campaigns.schema import Campaign
from backend.db import Database
from backend.errors import NotFound, Refusal
from backend.handling.desk import checked_reason, lock, record
from backend.handling.model import Instruction
from backend.people.values import cleaned
from backend.suggestions import history
from backend.suggestions.lifecycle import Verb, take
from backend.suggestions.model import EventKind, Remark, Suggestion

LEADER_MAXIMUM = 60
"""Characters of the name of an office."""
CITY = "city"
"""The scope, by its id in the campaign file, of what concerns the whole city."""


async def classify(
    db: Database, *, number: str, theme: str, topic: str, staff_id: int, seen: int | None = None
) -> None:
    """Put a suggestion under another theme and topic; the author reads of it, and is not disturbed."""
    async with db.begin() as session:
        suggestion = await lock(session, number)
        rules = await campaigns.edition(session, suggestion.edition)
        _check_place(rules, theme, topic)
        if (suggestion.theme, suggestion.topic) == (theme, topic):
            return
        await history.refuse_stale(session, suggestion, seen)
        take(suggestion, Verb.CLASSIFY)
        data = {
            "theme": theme,
            "topic": topic,
            "theme_before": suggestion.theme,
            "topic_before": suggestion.topic,
        }
        suggestion.theme, suggestion.topic = theme, topic
        await record(session, suggestion, kind=EventKind.CLASSIFIED, staff_id=staff_id, data=data)


def _check_place(rules: Campaign, theme: str, topic: str) -> None:
    found = rules.theme(theme)
    if found is None:
        raise NotFound("classify-missing")
    there = {one.id for one in found.topics} | ({OTHER_TOPIC} if found.other_topic else set())
    if topic not in there:
        raise NotFound("classify-missing")


async def set_scope(db: Database, *, number: str, scope: str, staff_id: int, seen: int | None = None) -> None:
    """Say whether it is about the city or the district (R53)."""
    async with db.begin() as session:
        suggestion = await lock(session, number)
        rules = await campaigns.edition(session, suggestion.edition)
        if scope not in {one.id for one in rules.scopes}:
            raise NotFound("scope-missing")
        if suggestion.scope == scope:
            return
        await history.refuse_stale(session, suggestion, seen)
        take(suggestion, Verb.SET_SCOPE)
        if suggestion.recommended_at and scope != CITY:
            raise Refusal("scope-recommended", number=number)
        data = {"scope": scope, "scope_before": suggestion.scope}
        suggestion.scope = scope
        await record(session, suggestion, kind=EventKind.SCOPED, staff_id=staff_id, data=data)


async def value(db: Database, *, number: str, valuable: bool, staff_id: int, seen: int | None = None) -> None:
    """Mark a suggestion as valuable 有价值 (R93), or take the mark away."""
    async with db.begin() as session:
        suggestion = await lock(session, number)
        if suggestion.valuable == valuable:
            return
        await history.refuse_stale(session, suggestion, seen)
        take(suggestion, Verb.VALUE)
        suggestion.valuable = valuable
        await record(session, suggestion, kind=EventKind.VALUED, staff_id=staff_id, data=_on(on=valuable))


async def key(db: Database, *, number: str, leader: str, staff_id: int, seen: int | None = None) -> None:
    """Make it a key item 重点 that a named leader answers for (R124); without a name it is none any more.

    The event keeps who it was before.
    """
    who = cleaned(leader) or None
    if who and len(who) > LEADER_MAXIMUM:
        raise Refusal("leader-too-long", length=str(len(who)), maximum=str(LEADER_MAXIMUM))
    async with db.begin() as session:
        suggestion = await lock(session, number)
        if suggestion.key_leader == who:
            return
        await history.refuse_stale(session, suggestion, seen)
        take(suggestion, Verb.KEY)
        before, suggestion.key_leader = suggestion.key_leader, who
        data = _on(on=who is not None)
        event = await record(session, suggestion, kind=EventKind.KEYED, staff_id=staff_id, data=data)
        if before:
            session.add(Remark(event_id=event.id, text=before))


async def recommend(
    db: Database, *, number: str, recommended: bool, staff_id: int, seen: int | None = None
) -> None:
    """Recommend it to the city 推荐上报, or take that back; only what concerns the whole city (R59, R106)."""
    async with db.begin() as session:
        suggestion = await lock(session, number)
        if (suggestion.recommended_at is not None) == recommended:
            return
        await history.refuse_stale(session, suggestion, seen)
        take(suggestion, Verb.RECOMMEND)
        if recommended and not await concerns_the_city(session, suggestion):
            raise Refusal("recommend-not-city", number=number)
        before = suggestion.recommended_at
        suggestion.recommended_at = clock.now() if recommended else None
        data = {**_on(on=recommended), "since_before": before.isoformat() if before else None}
        await record(session, suggestion, kind=EventKind.RECOMMENDED, staff_id=staff_id, data=data)


async def concerns_the_city(session: AsyncSession, suggestion: Suggestion) -> bool:
    """Say whether it is about the whole city; in a campaign without scopes everything is."""
    rules = await campaigns.edition(session, suggestion.edition)
    return suggestion.scope == CITY or not rules.scopes


async def instruct(
    db: Database,
    *,
    number: str,
    text: str,
    leader: str,
    given_on: date,
    staff_id: int,
    seen: int | None = None,
) -> None:
    """Write down what a leader wrote on a suggestion 批示: it drives the handling (R57)."""
    words, who = checked_reason(text), cleaned(leader)
    if not who:
        raise Refusal("leader-missing")
    if len(who) > LEADER_MAXIMUM:
        raise Refusal("leader-too-long", length=str(len(who)), maximum=str(LEADER_MAXIMUM))
    async with db.begin() as session:
        suggestion = await lock(session, number)
        if await _written_down(session, suggestion, words, who, given_on):
            return
        await history.refuse_stale(session, suggestion, seen)
        take(suggestion, Verb.INSTRUCT)
        rules = await campaigns.edition(session, suggestion.edition)
        if given_on > campaigns.today(rules):
            raise Refusal("instruction-date-ahead")
        row = Instruction(
            suggestion_id=suggestion.id,
            staff_id=staff_id,
            leader=who,
            text=words,
            given_on=given_on,
            recorded_at=clock.now(),
        )
        session.add(row)
        await session.flush()
        data: dict[str, str | int | None] = {"instruction": row.id, "given_on": given_on.isoformat()}
        await record(session, suggestion, kind=EventKind.INSTRUCTED, staff_id=staff_id, data=data)


async def _written_down(
    session: AsyncSession, suggestion: Suggestion, words: str, leader: str, given_on: date
) -> bool:
    """Recognise a form sent twice: the newest instruction is this one."""
    mine = select(Instruction).where(Instruction.suggestion_id == suggestion.id)
    last = await session.scalar(mine.order_by(Instruction.id.desc()).limit(1))
    return last is not None and (last.text, last.leader, last.given_on) == (words, leader, given_on)


def _on(*, on: bool) -> dict[str, str | int | None]:
    return {"on": "yes" if on else "no"}
