"""Who is told of a suggestion: its author, and while it is public those who support it."""

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from backend import push
from backend.people.model import Person
from backend.suggestions.model import Suggestion, Support


async def owe(session: AsyncSession, suggestion: Suggestion, *, event_id: int, kind: str) -> None:
    """Owe everybody who follows a suggestion a message about an event, the author first."""
    await push.owe(session, person_id=suggestion.person_id, event_id=event_id, kind=kind)
    if suggestion.public_since:
        await push.owe_each(session, people=supporters(suggestion), event_id=event_id, kind=kind)


def supporters(suggestion: Suggestion) -> Select[int]:
    """Ask for the persons who support a suggestion; its author is never one of them."""
    return select(Support.person_id).where(Support.suggestion_id == suggestion.id)


def role(suggestion: Suggestion, reader: Person) -> str:
    """Return whose suggestion it is for this reader, as sentences ask: "author" or "supporter"."""
    return "author" if reader.id == suggestion.person_id else "supporter"
