"""What a push says: each slice declares, for a kind, the function that finds its blanks."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession

from backend.i18n import say
from backend.people.model import Person
from backend.push.model import Push

LONGEST = 4096
"""UTF-16 units of one message."""
MOST_ROWS = 12
"""Rows of buttons under one message."""
ABOVE = ("push-repeat", "push-missed", "push-several")
"""What may stand above several."""

Blanks = dict[str, str]
Finder = Callable[[AsyncSession, int, Person], Awaitable[Blanks]]
"""From the event (or what else a push points at) and the person who will read of it."""


@dataclass(frozen=True)
class Button:
    """`data` is at most 64 bytes; `number` tells apart the same words for several suggestions."""

    words: str
    data: str
    number: str


Row = tuple[Button, ...]
Offer = Callable[[AsyncSession, int, Person], Awaitable[Sequence[Row]]]


@dataclass(frozen=True)
class Sentence:
    """A push in words: the chat's HTML, ready to send, with the rows of its buttons."""

    chat: int
    html: str
    rows: Sequence[Row] = ()
    told: int = 1
    """How many of the pushes it was made of are in it, the oldest first."""


KINDS: dict[str, Finder] = {}
OFFERS: dict[str, Offer] = {}


def says(kind: str) -> Callable[[Finder], Finder]:
    """Register the finder of a kind's blanks; its sentence is the key `kind` in push.ftl."""

    def register(finder: Finder) -> Finder:
        KINDS[kind] = finder
        return finder

    return register


def offers(*kinds: str) -> Callable[[Offer], Offer]:
    """Register what finds the buttons under messages of these kinds."""

    def register(offer: Offer) -> Offer:
        OFFERS.update(dict.fromkeys(kinds, offer))
        return offer

    return register


async def sentence(session: AsyncSession, *pushes: Push) -> Sentence:
    """Find the words of a person's pushes as things stand now, in the language the reader has now.

    Each is said in full; those that do not fit into one message are left for the next one.
    """
    person = await session.get_one(Person, pushes[0].person_id)
    said: list[str] = []
    offered: list[Sequence[Row]] = []
    for push in pushes:
        kind = push.kind.partition(":")[0]  # what follows tells apart pushes of a kind about one event
        words = say(person.language, kind, **await KINDS[kind](session, _pointed_at(push), person))
        offer = OFFERS.get(kind)
        rows = await offer(session, _pointed_at(push), person) if offer else ()
        if said and not _fit(person.language, [*said, words], [*offered, rows]):
            break
        said.append(words)
        offered.append(rows)
    above = _above(person.language, pushes[: len(said)])
    return Sentence(person.chat, "\n\n".join([*above, *said]), _buttons(offered), len(said))


def _pointed_at(push: Push) -> int:
    """Return the event, or what else the push is about: one of the two is always there."""
    found = push.event_id if push.event_id is not None else push.about
    if found is None:
        raise ValueError(push.id)
    return found


def _above(language: str, pushes: Sequence[Push]) -> list[str]:
    above = [say(language, "push-repeat")] if pushes[0].repeat else []
    if any(push.reason for push in pushes):
        above.append(say(language, "push-missed"))
    elif len(pushes) > 1:
        above.append(say(language, "push-several", count=str(len(pushes))))
    return above


def _fit(language: str, said: list[str], offered: list[Sequence[Row]]) -> bool:
    room = LONGEST - sum(_units(say(language, key, count="100")) + 2 for key in ABOVE)
    return _units("\n\n".join(said)) <= room and len(_buttons(offered)) <= MOST_ROWS


def _units(html: str) -> int:
    return len(html.encode("utf-16-le")) // 2


def _buttons(offered: list[Sequence[Row]]) -> Sequence[Row]:
    """Return the buttons of one push as they are, of several each with its number."""
    found = [rows for rows in offered if rows]
    if len(offered) == 1:
        return offered[0]
    return [(_numbered(button),) for rows in found for row in rows for button in row]


def _numbered(button: Button) -> Button:
    return Button(f"{button.words} {button.number}", button.data, button.number)
