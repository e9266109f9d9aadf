"""Formatted text: parsing, tidying, and what is found in plain text. Offsets are UTF-16 units."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from webchat.botapi.errors import bad

Entity = dict[str, Any]
CLOSED = frozenset({"pre", "code"})
SINGLE = frozenset({"pre", "code", "text_link", "text_mention", "custom_emoji"})
ORDER = [
    "blockquote",
    "expandable_blockquote",
    "mention",
    "hashtag",
    "bot_command",
    "url",
    "email",
    "phone_number",
    "bold",
    "italic",
    "underline",
    "strikethrough",
    "spoiler",
    "code",
    "pre",
    "text_link",
    "text_mention",
    "custom_emoji",
]
AUTOMATIC = (
    ("bot_command", re.compile(r"(?<![\w/<>])/[a-zA-Z0-9_]{1,64}(?:@[a-zA-Z0-9_]{3,32})?(?![\w/<>])")),
    (
        "url",
        re.compile(
            r"(?<![\w@.-])(?:(?:https?|ftp)://[^\s<>\"\u2018-\u201d\u3000-\u303f\uff00-\uffef]+"
            r"|(?:[a-zA-Z0-9-]+\.)+(?:com|org|net|cn|io|edu|gov|info|me|ru|dev|app)"
            r"(?![\w-])(?:[/?#][^\s<>\"\u2018-\u201d\u3000-\u303f\uff00-\uffef]*)?)",
        ),
    ),
    (
        "email",
        re.compile(r"(?<![\w.+-])[a-zA-Z0-9._%+-]+@[a-zA-Z0-9-]+(?:\.[a-zA-Z0-9-]+)*\.[a-zA-Z]{2,}(?![\w-])"),
    ),
    ("mention", re.compile(r"(?<![\w@])@[a-zA-Z][a-zA-Z0-9_]{3,31}(?!\w)")),
    ("hashtag", re.compile(r"(?<!\w)#(?!\d+(?:\W|$))\w{1,256}(?!#)")),
    ("phone_number", re.compile(r"(?<![\w+])\+\d[\d ()-]{5,16}\d(?!\w)")),
)
TRAILING = ".,;:!?)'"
LONGEST = 4096  # units; every caller refuses more, so nothing is looked for in it
MOST = 100  # entities


@dataclass(frozen=True)
class Formatted:
    text: str
    entities: tuple[Entity, ...] = ()


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def byte_offset(text: str, position: int) -> int:
    return len(text[:position].encode())


def tidy(text: str, entities: list[Entity]) -> Formatted:
    """Clean and trim as the real server does, then add commands, links and names that stand in the text."""
    cleaned = clean(text if entities else text.replace("\r", ""))
    trimmed = cleaned.rstrip()
    lead = units(trimmed) - units(trimmed.lstrip())
    trimmed = trimmed.lstrip()
    end = units(trimmed)
    if end > LONGEST:
        return Formatted(trimmed)
    moved = [found for entity in entities if (found := _move(entity, -lead, end))]
    kept = _outermost(sorted(moved, key=_place)[:MOST])
    kept += islice(_free(automatic(trimmed), kept, end), MOST - len(kept))
    return Formatted(trimmed, tuple(sorted(kept, key=_place)))


def _free(found: Iterator[Entity], kept: list[Entity], end: int) -> Iterator[Entity]:
    """Pass on what stands neither in code or links nor in what was passed on before."""
    taken = bytearray(end)  # one mark for every unit of the text
    for entity in kept:
        if entity["type"] in SINGLE:
            taken[_span(entity)] = b"x" * entity["length"]
    for entity in found:
        if not any(taken[_span(entity)]):
            taken[_span(entity)] = b"x" * entity["length"]
            yield entity


def _span(entity: Entity) -> slice:
    return slice(entity["offset"], entity["offset"] + entity["length"])


def clean(text: str) -> str:
    """Control characters become spaces one for one, so offsets stay."""
    if text.isprintable():
        return text
    return "".join(" " if char != "\n" and unicodedata.category(char) == "Cc" else char for char in text)


def automatic(text: str) -> Iterator[Entity]:
    for kind, pattern in AUTOMATIC:
        at = offset = 0
        for match in pattern.finditer(text):
            found = match[0].rstrip(TRAILING) if kind == "url" else match[0]
            offset += units(text[at : match.start()])
            at = match.start()
            yield {"type": kind, "offset": offset, "length": units(found)}


def explicit(given: Any, text: str) -> list[Entity]:
    """Check the `entities` parameter; unknown kinds are passed over as the real server does."""
    if not isinstance(given, list):
        raise bad("can't parse entities: expected an Array of MessageEntity")
    end = units(text)
    return [entity for item in given if (entity := _explicit(item, end))]


def _explicit(item: Any, end: int) -> Entity | None:
    if not isinstance(item, dict):
        raise bad("can't parse entities: expected an Object")
    offset, length, kind = item.get("offset"), item.get("length"), item.get("type")
    if not isinstance(offset, int) or not isinstance(length, int) or not isinstance(kind, str):
        raise bad('can\'t parse entities: MessageEntity must have fields "type", "offset" and "length"')
    if kind not in ORDER or offset < 0 or length <= 0 or offset + length > end:
        return None
    for name in ("url", "language", "custom_emoji_id"):
        if not isinstance(item.get(name, ""), str):
            raise bad(f'can\'t parse entities: Field "{name}" must be of type String')
    names = ("type", "offset", "length", "url", "language", "custom_emoji_id", "user")
    return {name: item[name] for name in names if name in item}


def _move(entity: Entity, by: int, end: int) -> Entity | None:
    start = max(0, entity["offset"] + by)
    stop = min(end, entity["offset"] + by + entity["length"])
    return entity | {"offset": start, "length": stop - start} if stop > start else None


def _outermost(entities: list[Entity]) -> list[Entity]:
    """Nothing may stand inside or across code."""
    closed = [entity for entity in entities if entity["type"] in CLOSED]
    return [
        entity
        for entity in entities
        if entity["type"] in CLOSED
        or "quote" in entity["type"]
        or not any(_meet(entity, other) for other in closed)
    ]


def _meet(one: Entity, other: Entity) -> bool:
    starts_before: bool = one["offset"] < other["offset"] + other["length"]
    ends_after: bool = other["offset"] < one["offset"] + one["length"]
    return starts_before and ends_after


def _place(entity: Entity) -> tuple[int, int, int]:
    return entity["offset"], -entity["length"], ORDER.index(entity["type"])
