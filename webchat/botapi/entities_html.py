"""parse_mode HTML, with the complaints of the real server."""

import re
from dataclasses import dataclass

from webchat.botapi.entities import Entity, byte_offset, units
from webchat.botapi.errors import ApiError, bad

TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
}
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]{1,8})|#(\d{1,8})|(lt|gt|amp|quot));?")
NAME = re.compile(r"[^\s>]*")
ATTRIBUTE = re.compile(r"[^\s=>]*")
SPACE = re.compile(r"\s*")
BARE = re.compile(r"[A-Za-z0-9.-]*")
LAST_CODE = 0x10FFFF
SURROGATES = range(0xD800, 0xE000)


@dataclass(frozen=True)
class Tag:
    name: str
    argument: str
    offset: int
    place: int


class HtmlReader:
    def __init__(self, source: str) -> None:
        self._source = source
        self._at = 0
        self._parts: list[str] = []
        self._offset = 0
        self._open: list[Tag] = []
        self._entities: list[Entity] = []

    def read(self) -> tuple[str, list[Entity]]:
        while self._at < len(self._source):
            char = self._source[self._at]
            if char == "<":
                self._tag()
            elif char == "&" and (found := decode(self._source, self._at)):
                self._add(found[0])
                self._at = found[1]
            else:
                self._add(char)
                self._at += 1
        if self._open:
            missing = f'end tag corresponding to start tag "{self._open[-1].name}"'
            raise bad(f"can't parse entities: Can't find {missing}")
        return "".join(self._parts), self._entities

    def _add(self, char: str) -> None:
        self._parts.append(char)
        self._offset += units(char)

    def _take(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self._source, self._at)
        found = match[0] if match else ""
        self._at += len(found)
        return found

    def _peek(self) -> str:
        return self._source[self._at : self._at + 1]

    def _complaint(self, text: str, place: int, rest: str = "") -> ApiError:
        return bad(f"can't parse entities: {text} at byte offset {byte_offset(self._source, place)}{rest}")

    def _tag(self) -> None:
        begin = self._at
        self._at += 1
        if self._peek() == "/":
            self._end_tag(begin)
        else:
            self._start_tag(begin)

    def _start_tag(self, begin: int) -> None:
        name = self._take(NAME).lower()
        if not self._peek():
            raise self._complaint("Unclosed start tag", begin)
        if name not in TAGS:
            raise self._complaint(f'Unsupported start tag "{name}"', begin)
        argument = ""
        self._take(SPACE)
        while self._peek() != ">":
            argument = self._attribute(name, begin) or argument
            self._take(SPACE)
        self._at += 1
        if name == "span" and argument != "spoiler":
            raise self._complaint('Tag "span" must have class "tg-spoiler"', begin)
        self._open.append(Tag(name, argument, self._offset, len(self._parts)))

    def _attribute(self, tag: str, begin: int) -> str:
        attribute = self._take(ATTRIBUTE).lower()
        if not attribute:
            raise self._complaint(f'Empty attribute name in the tag "{tag}"', begin)
        self._take(SPACE)
        value = ""
        if self._peek() == "=":
            self._at += 1
            self._take(SPACE)
            value = self._value(tag, begin)
        if not self._peek():
            raise self._complaint(f'Unclosed start tag "{tag}"', begin)
        return meaning(tag, attribute, value)

    def _value(self, tag: str, begin: int) -> str:
        quote = self._peek()
        if quote not in {'"', "'"} or not quote:
            place = self._at
            value = self._take(BARE).lower()
            if self._peek() and not self._peek().isspace() and self._peek() != ">":
                raise self._complaint("Unexpected end of name token", place)
            return value
        end = self._source.find(quote, self._at + 1)
        if end < 0:
            raise self._complaint(f'Unclosed start tag "{tag}"', begin)
        value = self._source[self._at + 1 : end]
        self._at = end + 1
        return REFERENCE.sub(lambda match: decoded(match) or match[0], value)

    def _end_tag(self, begin: int) -> None:
        self._at += 1
        if not self._open:
            raise self._complaint("Unexpected end tag", begin)
        name = self._take(NAME).lower()
        self._take(SPACE)
        if self._peek() != ">":
            raise self._complaint("Unclosed end tag", begin)
        self._at += 1
        tag = self._open.pop()
        if name and name != tag.name:
            raise self._complaint(
                "Unmatched end tag", begin, f', expected "</{tag.name}>", found "</{name}>"'
            )
        if self._offset > tag.offset:
            self._close(tag)

    def _close(self, tag: Tag) -> None:
        entity: Entity = {"type": TAGS[tag.name], "offset": tag.offset, "length": self._offset - tag.offset}
        if tag.name == "a":
            entity["url"] = tag.argument or "".join(self._parts[tag.place :])
        elif tag.name == "blockquote" and tag.argument:
            entity["type"] = "expandable_blockquote"
        elif tag.name == "tg-emoji":
            entity["custom_emoji_id"] = tag.argument
        elif tag.name == "code" and tag.argument:
            entity["language"] = tag.argument
        self._entities.append(entity)
        if tag.name in {"pre", "code"}:
            self._join_code(entity)

    def _join_code(self, entity: Entity) -> None:
        """Code filling a pre gives the pre its language and vanishes; elsewhere it has no language."""
        inner = self._entities[-2] if len(self._entities) > 1 else {}
        same = inner.get("type") == "code" and (inner["offset"], inner["length"]) == (
            entity["offset"],
            entity["length"],
        )
        if entity["type"] == "pre" and same:
            self._entities.remove(inner)
            if "language" in inner:
                entity["language"] = inner["language"]
        elif entity["type"] == "code" and not any(tag.name == "pre" for tag in self._open):
            entity.pop("language", None)


def meaning(tag: str, attribute: str, value: str) -> str:
    match tag, attribute:
        case ("a", "href") | ("tg-emoji", "emoji-id"):
            return value
        case ("code", "class") if value.startswith("language-"):
            return value.removeprefix("language-")
        case ("span", "class") if value.startswith("tg-"):
            return value.removeprefix("tg-")
        case ("blockquote", "expandable"):
            return "1"
    return ""


def decode(source: str, at: int) -> tuple[str, int] | None:
    match = REFERENCE.match(source, at)
    char = decoded(match) if match else ""
    return (char, match.end()) if match and char else None


def decoded(match: re.Match[str]) -> str:
    if match[3]:
        return NAMED[match[3]]
    code = int(match[1], 16) if match[1] else int(match[2])
    return chr(code) if 0 < code <= LAST_CODE and code not in SURROGATES else ""


def parse(text: str) -> tuple[str, list[Entity]]:
    return HtmlReader(text).read()
