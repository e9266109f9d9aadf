"""Units side by side: one leads and answers, the others assist, see it and give it an opinion (R63, R121)."""

from collections.abc import Collection

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock
from backend.db import Database
from backend.errors import Conflict, NotFound, Refusal
from backend.handling.desk import lock_seen, record
from backend.handling.model import Opinion, Reply, Unit
from backend.people.values import cleaned
from backend.ratings import asking
from backend.ratings.model import Part
from backend.suggestions import history
from backend.suggestions.lifecycle import Verb, take
from backend.suggestions.model import Assignment, EventKind, Suggestion, UnitRole
from backend.suggestions.queries import Sight, assisting

OPINION_MAXIMUM = 2000
"""Characters."""
MOST_ASSISTING = 12


def written(unit_ids: Collection[int]) -> str:
    """Write unit ids as an event's data hold them."""
    return ",".join(str(unit_id) for unit_id in sorted(set(unit_ids)))


def read(said: object) -> list[int]:
    """Read what `written` wrote."""
    return [int(part) for part in str(said or "").split(",") if part]


async def refuse_unknown(session: AsyncSession, lead: int, others: Collection[int]) -> None:
    wanted = {lead, *others}
    there = set(await session.scalars(select(Unit.id).where(Unit.id.in_(wanted), Unit.retired_at.is_(None))))
    if wanted - there:
        raise NotFound("unit-missing")
    if lead in others:
        raise Refusal("assisting-is-lead")
    if len(set(others)) > MOST_ASSISTING:
        raise Refusal("assisting-many", maximum=str(MOST_ASSISTING))


async def differs(session: AsyncSession, suggestion: Suggestion, others: Collection[int]) -> bool:
    return set(await assisting(session, suggestion.id)) != set(others)


async def share(session: AsyncSession, suggestion: Suggestion, others: Collection[int]) -> None:
    """Write who leads and who assists from now on."""
    await end(session, suggestion)
    if suggestion.unit_id:
        _add(session, suggestion, suggestion.unit_id, UnitRole.LEAD)
    for unit_id in sorted(set(others)):
        _add(session, suggestion, unit_id, UnitRole.ASSISTING)


def _add(session: AsyncSession, suggestion: Suggestion, unit_id: int, role: UnitRole) -> None:
    part = Assignment(suggestion_id=suggestion.id, unit_id=unit_id, role=role, since=clock.now())
    session.add(part)


async def end(session: AsyncSession, suggestion: Suggestion) -> None:
    """Let every unit's part be over."""
    mine = update(Assignment).where(Assignment.suggestion_id == suggestion.id, Assignment.ended_at.is_(None))
    await session.execute(mine.values(ended_at=clock.now()))


async def change(
    session: AsyncSession, suggestion: Suggestion, others: Collection[int], *, staff_id: int
) -> None:
    """Let others assist than before; lead, day and state stay."""
    take(suggestion, Verb.ASSIST)
    await share(session, suggestion, others)
    data = {"assisting": written(others)}
    await record(session, suggestion, kind=EventKind.ASSISTING, staff_id=staff_id, data=data)


async def opine(
    db: Database, *, number: str, text: str, sight: Sight, staff_id: int, seen: int | None = None
) -> None:
    """Give the lead an assisting unit's opinion; the author does not see it."""
    words = _checked(text)
    async with db.begin() as session:
        suggestion = await lock_seen(session, number, sight)
        unit_id = sight.unit_id
        if unit_id is None or unit_id not in await assisting(session, suggestion.id):
            raise Conflict("opinion-not-assisting", number=number)
        if await _given(session, suggestion, unit_id, words, staff_id):
            return
        await history.refuse_stale(session, suggestion, seen)
        take(suggestion, Verb.OPINE)
        opinion = Opinion(
            suggestion_id=suggestion.id, unit_id=unit_id, staff_id=staff_id, text=words, given_at=clock.now()
        )
        session.add(opinion)
        await session.flush()
        data = {"opinion": opinion.id, "unit": unit_id}
        await record(session, suggestion, kind=EventKind.OPINED, staff_id=staff_id, data=data)


def _checked(text: str) -> str:
    words = cleaned(text)
    if not words:
        raise Refusal("opinion-missing")
    if len(words) > OPINION_MAXIMUM:
        raise Refusal("opinion-too-long", length=str(len(words)), maximum=str(OPINION_MAXIMUM))
    return words


async def _given(
    session: AsyncSession, suggestion: Suggestion, unit_id: int, words: str, staff_id: int
) -> bool:
    """Recognise a form sent twice: this unit's newest opinion says the same."""
    mine = select(Opinion).where(Opinion.suggestion_id == suggestion.id, Opinion.unit_id == unit_id)
    last = await session.scalar(mine.order_by(Opinion.id.desc()).limit(1))
    return last is not None and (last.text, last.staff_id) == (words, staff_id)


async def ask_for_ratings(
    session: AsyncSession, suggestion: Suggestion, answer: Reply, *, but: Collection[int] = ()
) -> None:
    """Ask how satisfied the author is with each unit's part in a reply (R118, R119).

    `but` leaves out assisting units whose part is as it was when it was rated.
    """
    asking.ask(session, suggestion.id, reply_id=answer.id, unit_id=answer.unit_id)
    for unit_id in await assisting(session, suggestion.id):
        if unit_id != answer.unit_id and unit_id not in but:
            asking.ask(session, suggestion.id, reply_id=answer.id, unit_id=unit_id, part=Part.ASSISTING)
