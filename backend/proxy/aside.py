"""An entry that was erased under an officer's hands: what was meant for it goes to no other entry (R22)."""

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from backend.db import Database
from backend.drafts import queries as drafts
from backend.drafts.model import Draft, DraftState
from backend.people.model import Person
from backend.questions import answering

TOPIC = "erased:"
"""How `Person.answering` says so; the inbox entry that met it first stands behind."""


async def stop(session: AsyncSession, subject_id: int) -> None:
    """Stop every officer who is in the middle of an entry for this person, before it is erased."""
    filed = select(Draft.person_id).where(Draft.subject_id == subject_id, Draft.state == DraftState.OPEN)
    for officer in await session.scalars(filed.distinct().order_by(Draft.person_id)):
        draft = await drafts.current(session, officer)
        if draft and draft.subject_id == subject_id:
            free = (Person.id == officer, Person.answering.is_(None), Person.adding_to.is_(None))
            await session.execute(update(Person).where(*free).values(answering=TOPIC))


async def is_met(db: Database, person: Person, *, inbox_id: int) -> bool:
    """Say whether this inbox entry is the first after an entry was erased; the same one again still is."""
    if person.answering == TOPIC:
        person.answering = f"{TOPIC}{inbox_id}"
        async with db.begin() as session:
            await answering.attend(session, person.id, person.answering)
    return person.answering == f"{TOPIC}{inbox_id}"
