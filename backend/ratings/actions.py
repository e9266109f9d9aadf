"""Rating a reply (R118, R119): the first stands; a dissatisfied one reopens once if the campaign says so."""

from datetime import timedelta

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock, notices, push
from backend.campaigns import parts
from backend.campaigns import queries as campaigns
from backend.campaigns.schema import Campaign
from backend.db import Database
from backend.deadlines import actions as deadlines
from backend.errors import Conflict, NotFound, Refusal
from backend.notices import queries as told
from backend.people.model import Person
from backend.people.values import cleaned
from backend.ratings.model import Part, Rating
from backend.ratings.queries import TOPIC, asked, of_reply
from backend.suggestions import following, history, reminding
from backend.suggestions.lifecycle import Verb, take
from backend.suggestions.model import ActorKind, Event, EventKind, Suggestion, SuggestionState

REASON_MAXIMUM = 1000
"""Characters."""
REMINDED_AFTER = timedelta(days=7)
BROUGHT = (EventKind.REPLIED, EventKind.REPLY_CORRECTED)
"""Events that brought a reply."""
RATED_IN = {SuggestionState.REPLIED, SuggestionState.CLOSED}


async def give(
    db: Database,
    *,
    person_id: int,
    number: str,
    unit_id: int,
    rating: str,
    reason: str,
    update: int,
    promise: int = 0,
) -> Suggestion:
    """Say how satisfied the author is with a unit's part in the reply, or with a promise that it kept.

    Return the suggestion as it is after that.
    """
    async with db.begin() as session:
        suggestion, row = await _asked(session, person_id, number, (unit_id, promise))
        await take_down(session, suggestion, row, rating=rating, reason=reason, update=update)
        return suggestion


async def take_down(
    session: AsyncSession,
    suggestion: Suggestion,
    row: Rating,
    *,
    rating: str,
    reason: str,
    update: int,
    officer_id: int | None = None,
) -> None:
    """Write a rating down; `officer_id` where an author without a chat said it in person (R22)."""
    why = cleaned(reason)
    rules = await campaigns.edition(session, suggestion.edition)
    chosen = _checked(rules, rating, why)
    if row.answered >= update or (row.given_at and (row.rating, row.reason or "") == (rating, why)):
        return
    if suggestion.state not in RATED_IN or (row.given_at and suggestion.state != SuggestionState.REPLIED):
        raise Conflict("rating-given", number=suggestion.number)
    row.rating, row.reason, row.given_at, row.answered = rating, why or None, clock.now(), update
    row.officer_id = officer_id
    if chosen.second_handling and suggestion.reopened == 0:
        event = await _reopen(session, suggestion, rules, row)
    else:
        event = await _note(session, suggestion, row)
    if not chosen.satisfied:
        await _tell_staff(session, suggestion, row, event)


async def _tell_staff(session: AsyncSession, suggestion: Suggestion, row: Rating, event: Event) -> None:
    """Tell the unit that was rated, the one that leads, and the office, that the author is not satisfied."""
    units = {row.unit_id, suggestion.unit_id}
    staff = [each for unit_id in units for each in await told.of_unit(session, unit_id)]
    beside = row.part == Part.ASSISTING
    await notices.tell(
        session,
        staff_ids=[*staff, *await told.office(session)],
        kind=notices.Kind.DISSATISFIED_ASSISTING if beside else notices.Kind.DISSATISFIED,
        suggestion_id=suggestion.id,
        once=f"event:{event.id}",
        event_id=event.id,
    )


async def explain(db: Database, *, person_id: int, rating_id: int, rating: str) -> None:
    """Let what this person says next be the reason of a rating, which is given with it."""
    await _attend(db, person_id, f"{TOPIC}{rating_id}:{rating}")


async def put_down(db: Database, *, person_id: int) -> None:
    """Let words be part of a draft again."""
    await _attend(db, person_id, None)


async def _attend(db: Database, person_id: int, about: str | None) -> None:
    async with db.begin() as session:
        values = {"answering": about, **({"adding_to": None} if about else {})}
        await session.execute(update(Person).where(Person.id == person_id).values(**values))


async def _asked(
    session: AsyncSession, person_id: int, number: str, about: tuple[int, int]
) -> tuple[Suggestion, Rating]:
    mine = select(Suggestion).where(Suggestion.number == number, Suggestion.person_id == person_id)
    suggestion = await session.scalar(mine.with_for_update())
    if suggestion is None:
        raise NotFound("suggestion-missing", number=number)
    for row in await asked(session, suggestion.id):
        if (row.unit_id, row.promise) == about:
            return suggestion, row
    raise NotFound("rating-not-asked", number=number)


def _checked(rules: Campaign, rating: str, why: str) -> parts.Rating:
    chosen = next((each for each in rules.ratings if each.id == rating), None)
    if chosen is None:
        raise NotFound("rating-missing")
    if not chosen.satisfied and not why:
        raise Refusal("rating-reason-missing")
    if len(why) > REASON_MAXIMUM:
        raise Refusal("reason-too-long", length=str(len(why)), maximum=str(REASON_MAXIMUM))
    return chosen


async def _reopen(session: AsyncSession, suggestion: Suggestion, rules: Campaign, row: Rating) -> Event:
    """Have the unit that leads handle it once more, with all the days it had the first time.

    That unit alone answers the author, so also where the part of an assisting one was not good.
    """
    take(suggestion, Verb.REOPEN)
    suggestion.reopened += 1
    suggestion.due_on = await deadlines.begin(
        session, suggestion.id, rules, started=clock.now(), starts_at="reopened"
    )
    data = {**_data(row), "lead": suggestion.unit_id, "due_on": suggestion.due_on.isoformat()}
    event = await _append(session, suggestion, EventKind.REOPENED, data)
    await following.owe(session, suggestion, event_id=event.id, kind="suggestion-reopened")
    return event


async def _note(session: AsyncSession, suggestion: Suggestion, row: Rating) -> Event:
    """Write the rating down; the last one that was asked for about the reply ends the handling."""
    rated = await _append(session, suggestion, EventKind.RATED, _data(row))
    await session.flush()
    if suggestion.state == SuggestionState.REPLIED and all(
        each.given_at for each in await of_reply(session, suggestion.id)
    ):
        take(suggestion, Verb.END)
        event = await _append(session, suggestion, EventKind.CLOSED, {})
        await following.owe(session, suggestion, event_id=event.id, kind="suggestion-closed", author=False)
    return rated


async def _append(
    session: AsyncSession, suggestion: Suggestion, kind: EventKind, data: dict[str, str | int | None]
) -> Event:
    actor = (ActorKind.PERSON, suggestion.person_id)
    return await history.append(session, suggestion, kind=kind, actor=actor, data=data)


def _data(row: Rating) -> dict[str, str | int | None]:
    told = {"officer": row.officer_id} if row.officer_id else {}
    return {"asked": row.id, "unit": row.unit_id, "rating": row.rating, **told}


async def remind(db: Database) -> None:
    """Remind each author once of a rating that was asked for a week ago and not given."""
    waiting = select(Rating.id).where(Rating.given_at.is_(None), Rating.reminded_at.is_(None))
    waiting = waiting.where(Rating.asked_at <= clock.now() - REMINDED_AFTER)
    await reminding.each(db, waiting.order_by(Rating.id), _remind)


async def _remind(session: AsyncSession, rating_id: int) -> None:
    """Remind of what was asked together, in one message; of what a newer reply made idle, of nothing."""
    row = await session.get_one(Rating, rating_id, with_for_update=True)
    if row.given_at or row.reminded_at:
        return
    together = update(Rating).where(Rating.reply_id == row.reply_id, Rating.promise == row.promise)
    await session.execute(together.values(reminded_at=clock.now()))
    suggestion = await session.get_one(Suggestion, row.suggestion_id)
    if suggestion.state not in RATED_IN or row not in await asked(session, suggestion.id):
        return
    if event := await _asking(session, row):
        await push.owe(session, person_id=suggestion.person_id, event_id=event.id, kind="rating-reminded")


async def _asking(session: AsyncSession, row: Rating) -> Event | None:
    """Return the event with which a rating was asked for."""
    about = row.suggestion_id
    if row.promise:
        return await history.newest_that(session, about, (EventKind.PROGRESSED,), promise=row.promise)
    return await history.newest_that(session, about, BROUGHT, reply=row.reply_id)
