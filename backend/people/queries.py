from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.people.model import Consent, Person


async def in_chat(session: AsyncSession, channel: str, chat: int) -> Person | None:
    return await session.scalar(select(Person).where(Person.channel == channel, Person.chat == chat))


async def consented_at(session: AsyncSession, person_id: int, wording: str) -> datetime | None:
    """Return when a person agreed to a wording."""
    query = select(Consent.given_at).where(Consent.person_id == person_id, Consent.wording == wording)
    return await session.scalar(query)
