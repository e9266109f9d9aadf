from sqlalchemy import update

from backend import clock
from backend.db import Database, if_new
from backend.i18n import LANGUAGES
from backend.people.model import Person
from backend.people.queries import in_chat


async def introduce(db: Database, *, channel: str, chat: int, language: str) -> Person:
    """Return the person of a private chat, made on first sight; `language` counts only then."""
    async with db.read() as session:
        known = await in_chat(session, channel, chat)
    if known:
        return known
    async with db.begin() as session:
        await session.execute(
            if_new(session, Person, channel=channel, chat=chat, language=language, since=clock.now())
        )
    return await introduce(db, channel=channel, chat=chat, language=language)


async def choose_language(db: Database, *, person_id: int, language: str) -> None:
    if language not in LANGUAGES:
        raise ValueError(language)
    async with db.begin() as session:
        await session.execute(update(Person).where(Person.id == person_id).values(language=language))


async def mark_reachable(db: Database, *, person_id: int, reachable: bool) -> None:
    """Record that the person blocked the bot, or came back."""
    since = None if reachable else clock.now()
    async with db.begin() as session:
        await session.execute(update(Person).where(Person.id == person_id).values(unreachable_since=since))
