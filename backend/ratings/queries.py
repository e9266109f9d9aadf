from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.people.model import Person
from backend.ratings.model import Rating
from backend.suggestions.model import Suggestion

TOPIC = "rating:"
"""How `Person.answering` names a rating, before its number."""


async def of_reply(session: AsyncSession, suggestion_id: int) -> Sequence[Rating]:
    """Return what is asked of the newest reply, given or not: an earlier one is over."""
    mine = (Rating.suggestion_id == suggestion_id) & (Rating.promise == 0)
    newest = select(func.max(Rating.reply_id)).where(mine).scalar_subquery()
    query = select(Rating).where(mine, Rating.reply_id == newest)
    return (await session.scalars(query.order_by(Rating.id))).all()


async def asked(session: AsyncSession, suggestion_id: int) -> Sequence[Rating]:
    """Return what an author may be asked to rate: the newest reply, and each promise that was kept."""
    kept = select(Rating).where(Rating.suggestion_id == suggestion_id, Rating.promise > 0)
    of_promises = await session.scalars(kept.order_by(Rating.id))
    return [*await of_reply(session, suggestion_id), *of_promises]


async def open_of(session: AsyncSession, person_id: int) -> list[tuple[Suggestion, Rating]]:
    """Return the ratings an author was asked for and has not given, the newest first."""
    newest = select(func.max(Rating.reply_id)).where(Rating.promise == 0).group_by(Rating.suggestion_id)
    counts = Rating.reply_id.in_(newest) | (Rating.promise > 0)
    query = (
        select(Suggestion, Rating)
        .join(Rating, Rating.suggestion_id == Suggestion.id)
        .where(Suggestion.person_id == person_id, Rating.given_at.is_(None), counts)
        .order_by(Rating.id.desc())
    )
    return [(suggestion, rating) for suggestion, rating in await session.execute(query)]


async def own(session: AsyncSession, person_id: int, rating_id: int) -> tuple[Suggestion, Rating] | None:
    """Return a rating asked of this author, unless a newer reply made it idle."""
    query = select(Suggestion).join(Rating, Rating.suggestion_id == Suggestion.id)
    mine = query.where(Suggestion.person_id == person_id, Rating.id == rating_id)
    suggestion = await session.scalar(mine)
    if suggestion is None:
        return None
    rows = await asked(session, suggestion.id)
    return next(((suggestion, row) for row in rows if row.id == rating_id), None)


async def explaining(session: AsyncSession, person_id: int) -> tuple[tuple[Suggestion, Rating], str] | None:
    """Return the rating that a person is giving a reason for now, and which of the campaign's it is."""
    about = await session.scalar(select(Person.answering).where(Person.id == person_id))
    if not about or not about.startswith(TOPIC):
        return None
    rating_id, _, rating = about.removeprefix(TOPIC).partition(":")
    found = await own(session, person_id, int(rating_id))
    return (found, rating) if found else None


class Tally(NamedTuple):
    """How often a rating was given in a campaign: by authors in their chats, and in person to an officer."""

    campaign: str
    rating: str
    in_chat: int
    in_person: int


async def tally(session: AsyncSession) -> list[Tally]:
    """Count what was rated, apart what officers wrote down as authors' own words; empty without such."""
    in_person = func.count(Rating.officer_id)
    query = select(Suggestion.campaign, Rating.rating, func.count() - in_person, in_person)
    query = query.join(Suggestion, Suggestion.id == Rating.suggestion_id).where(Rating.given_at.is_not(None))
    query = query.group_by(Suggestion.campaign, Rating.rating).order_by(Suggestion.campaign, Rating.rating)
    rows = [
        Tally(campaign, rating or "", chat, met)
        for campaign, rating, chat, met in await session.execute(query)
    ]
    return rows if any(row.in_person for row in rows) else []
