"""What a push says: each slice declares, for a kind, the function that finds its blanks."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession

from backend.i18n import say
from backend.people.model import Person
from backend.push.model import Push

Blanks = dict[str, str]
Finder = Callable[[AsyncSession, int, Person], Awaitable[Blanks]]
"""From the event and the person who will read of it."""


@dataclass(frozen=True)
class Sentence:
    """A push in words: the chat's HTML, ready to send."""

    chat: int
    html: str


KINDS: dict[str, Finder] = {}


def says(kind: str) -> Callable[[Finder], Finder]:
    """Register the finder of a kind's blanks; its sentence is the key `kind` in push.ftl."""

    def register(finder: Finder) -> Finder:
        KINDS[kind] = finder
        return finder

    return register


async def sentence(session: AsyncSession, push: Push) -> Sentence:
    """Find the words of a push as things stand now, in the language its reader has now."""
    person = await session.get_one(Person, push.person_id)
    blanks = await KINDS[push.kind](session, push.event_id, person)
    html = say(person.language, push.kind, **blanks)
    if push.repeat:
        html = say(person.language, "push-repeat") + "\n\n" + html
    return Sentence(person.chat, html)
