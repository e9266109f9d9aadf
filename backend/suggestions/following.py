"""Who is told of a suggestion: its author in every chat, authors of what was merged into it, supporters."""

from collections.abc import Awaitable
from typing import Protocol

from sqlalchemy import Select, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from backend import push
from backend.people.model import Person
from backend.suggestions.model import ActorKind, Event, Suggestion, SuggestionState, Support


class Bringer(Protocol):
    """Has word brought to those who have no chat; in the transaction in which they are owed it."""

    def __call__(
        self, session: AsyncSession, suggestion: Suggestion, *, event_id: int, kind: str
    ) -> Awaitable[None]: ...


BRINGERS: list[Bringer] = []


def brings(bringer: Bringer) -> Bringer:
    """Register who brings word to an author without a chat: officers are known above suggestions (R22)."""
    BRINGERS.append(bringer)
    return bringer


async def _bring(session: AsyncSession, suggestion: Suggestion, *, event_id: int, kind: str) -> None:
    if suggestion.officer_id is not None:
        for bringer in BRINGERS:
            await bringer(session, suggestion, event_id=event_id, kind=kind)


async def owe(
    session: AsyncSession, suggestion: Suggestion, *, event_id: int, kind: str, author: bool = True
) -> None:
    """Owe everybody who follows a suggestion a message about an event, the author first."""
    if author:
        await owe_author(session, suggestion, event_id=event_id, kind=kind)
    await push.owe_each(session, people=followers(suggestion), event_id=event_id, kind=kind)
    merged = select(Suggestion).where(Suggestion.merged_into == suggestion.id)
    merged = merged.where(Suggestion.state == SuggestionState.MERGED, Suggestion.officer_id.is_not(None))
    for one in (await session.scalars(merged.order_by(Suggestion.id))).all():
        await _bring(session, one, event_id=event_id, kind=kind)


async def owe_author(session: AsyncSession, suggestion: Suggestion, *, event_id: int, kind: str) -> None:
    """Owe the author alone a message; what the author has just caused is said at any hour."""
    event = await session.get_one(Event, event_id)
    caused = (event.actor_kind, event.actor_id) == (ActorKind.PERSON, suggestion.person_id)
    await push.owe(session, person_id=suggestion.person_id, event_id=event_id, kind=kind, at_once=caused)
    await _bring(session, suggestion, event_id=event_id, kind=kind)


def followers(suggestion: Suggestion) -> Select[int]:
    """Ask for everybody but the author: supporters only of what is public."""
    told = [Person.id.in_(merged_authors(suggestion)), Person.id.in_(elsewhere(suggestion))]
    if suggestion.public_since:
        told.append(Person.id.in_(supporters(suggestion)))
    return select(Person.id).where(or_(*told), Person.id != suggestion.person_id)


def supporters(suggestion: Suggestion) -> Select[int]:
    """Ask for the persons who support a suggestion; its author is never one of them."""
    mine = select(Support.person_id).where(Support.suggestion_id == suggestion.id)
    return mine.where(Support.elsewhere.is_(False))


def elsewhere(suggestion: Suggestion) -> Select[int]:
    """Ask for the author's other chats, told whether it is public or not."""
    mine = select(Support.person_id).where(Support.suggestion_id == suggestion.id)
    return mine.where(Support.elsewhere.is_(True))


def merged_authors(suggestion: Suggestion) -> Select[int]:
    """Ask for the authors of what was merged into a suggestion."""
    into = select(Suggestion.person_id).where(Suggestion.merged_into == suggestion.id)
    return into.where(Suggestion.state == SuggestionState.MERGED)


async def role(session: AsyncSession, suggestion: Suggestion, reader: Person) -> str:
    """Return whose suggestion it is for this reader, author, elsewhere, merged or supporter."""
    if reader.id == suggestion.person_id:
        return "author"
    if await session.scalar(elsewhere(suggestion).where(Support.person_id == reader.id)):
        return "elsewhere"
    merged = merged_authors(suggestion).where(Suggestion.person_id == reader.id)
    return "merged" if await session.scalar(merged.limit(1)) else "supporter"
