"""What a push says: each slice declares, for a kind, the function that finds its blanks."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession

from backend.i18n import say
from backend.people.model import Person
from backend.push.model import Push

LONGEST = 4096
"""UTF-16 units of one message."""
IN_FULL = 3
"""So many that fall together are said in full; of more, each with its first line."""
MOST_ROWS = 12

Blanks = dict[str, str]
Finder = Callable[[AsyncSession, int, Person], Awaitable[Blanks]]
"""From the event and the person who will read of it."""


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
    """Find the words of a person's pushes as things stand now, in the language the reader has now."""
    person = await session.get_one(Person, pushes[0].person_id)
    said, rows = [], []
    for push in pushes:
        blanks = await KINDS[push.kind](session, push.event_id, person)
        said.append(say(person.language, push.kind, **blanks))
        if offer := OFFERS.get(push.kind):
            rows.append(await offer(session, push.event_id, person))
    above = [say(person.language, "push-repeat")] if pushes[0].repeat else []
    if any(push.reason for push in pushes):
        above.append(say(person.language, "push-missed"))
    elif len(pushes) > 1:
        above.append(say(person.language, "push-several", count=str(len(pushes))))
    html = "\n\n".join([*above, *said]) if len(said) == 1 else _together(person.language, above, said)
    return Sentence(person.chat, html, _fitting([each for each in rows if each]))


def _together(language: str, above: list[str], said: list[str]) -> str:
    """Put several into one message: in full where they fit, else by their first lines, the newest surely."""
    whole = "\n\n".join([*above, *said])
    if len(said) <= IN_FULL and _units(whole) <= LONGEST:
        return whole
    lines = [each.split("\n", 1)[0] for each in said]
    left_out = 0
    while True:
        rest = [say(language, "push-more", count=str(left_out))] if left_out else []
        html = "\n\n".join([*above, "\n".join([*rest, *lines[left_out:]]), say(language, "push-where")])
        if _units(html) <= LONGEST or left_out == len(lines):
            return html
        left_out += 1


def _units(html: str) -> int:
    return len(html.encode("utf-16-le")) // 2


def _fitting(found: list[Sequence[Row]]) -> Sequence[Row]:
    """Return the buttons of one push as they are, of several each with its number, else the newest's."""
    if not found:
        return ()
    apart = [(_numbered(button),) for rows in found for row in rows for button in row]
    return found[-1] if len(found) == 1 or len(apart) > MOST_ROWS else apart


def _numbered(button: Button) -> Button:
    return Button(f"{button.words} {button.number}", button.data, button.number)
