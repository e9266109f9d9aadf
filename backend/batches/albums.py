"""The other photos of an album whose first one brought the form: they follow their suggestion."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.db import Database
from backend.drafts.model import Draft
from backend.ledger.intake import StoredName
from backend.officers import queries as officers
from backend.proxy.model import Entry
from backend.proxy.queries import is_entered_by
from backend.suggestions import author
from backend.suggestions.model import Suggestion


def origin(group: str) -> str:
    return f"album:{group}"[:64]


async def entered(session: AsyncSession, person_id: int, group: str) -> Suggestion | None:
    """Return what an officer entered by an album."""
    query = select(Suggestion).join(Draft, Draft.id == Suggestion.draft_id)
    query = query.join(Entry, Entry.draft_id == Draft.id)
    query = query.where(is_entered_by(person_id), Entry.origin == origin(group))
    return await session.scalar(query.order_by(Entry.id).limit(1))


async def add(db: Database, *, person_id: int, group: str, file: StoredName, update: int) -> str:
    """Add a photo to what its album entered, and return the number; one that comes again is there already."""
    async with db.read() as session:
        await officers.require(session, person_id)
        suggestion = await entered(session, person_id, group)
    if suggestion is None:
        raise LookupError(group)
    await author.supplement(
        db, person_id=suggestion.person_id, number=suggestion.number, text="", update=update, files=[file]
    )
    return suggestion.number
