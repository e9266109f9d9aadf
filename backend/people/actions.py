from typing import Any

from sqlalchemy import update

from backend import clock
from backend.db import Database, if_new
from backend.i18n import LANGUAGES
from backend.people.model import Person
from backend.people.queries import in_chat

PLAIN_SETTINGS: dict[str, Any] = {
    "quiet_from": None,
    "quiet_until": None,
    "large_type": False,
    "plain_words": False,
    "answering": None,
    "adding_to": None,
}
"""How a chat is before its person has set or begun anything; the language is the chat's own."""


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


async def choose_large_type(db: Database, *, person_id: int, large: bool) -> None:
    await _set(db, person_id, large_type=large)


async def choose_plain_words(db: Database, *, person_id: int, plain: bool) -> None:
    await _set(db, person_id, plain_words=plain)


async def keep_quiet(db: Database, *, person_id: int, hours: tuple[int, int] | None) -> None:
    """Hold back what was not just asked for between two hours of the day; None for never."""
    start, end = hours or (None, None)
    await _set(db, person_id, quiet_from=start, quiet_until=end)


async def _set(db: Database, person_id: int, **values: object) -> None:
    async with db.begin() as session:
        await session.execute(update(Person).where(Person.id == person_id).values(**values))


async def mark_reachable(db: Database, *, person_id: int, reachable: bool) -> None:
    """Record that the person blocked the bot, or came back."""
    since = None if reachable else clock.now()
    async with db.begin() as session:
        await session.execute(update(Person).where(Person.id == person_id).values(unreachable_since=since))
