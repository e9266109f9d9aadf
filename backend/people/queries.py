from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.people.model import Person


async def in_chat(session: AsyncSession, channel: str, chat: int) -> Person | None:
    return await session.scalar(select(Person).where(Person.channel == channel, Person.chat == chat))
