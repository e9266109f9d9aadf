"""parse_mode MarkdownV2: nested marks, every reserved character escaped."""

import re
from dataclasses import dataclass

from webchat.botapi.entities import Entity, byte_offset, units
from webchat.botapi.errors import bad

RESERVED = frozenset("_*[]()~`>#+-=|{}.!")
# The longer mark stands first: "__" is no italic.
MARKS = (
    ("```", "pre"),
    ("__", "underline"),
    ("||", "spoiler"),
    ("![", "custom_emoji"),
    ("_", "italic"),
    ("*", "bold"),
    ("~", "strikethrough"),
    ("`", "code"),
    ("[", "text_link"),
)
ENDS = {"text_link": "]", "custom_emoji": "]"} | {kind: mark for mark, kind in MARKS if "[" not in mark}
NAMES = {
    "pre": "Pre",
    "underline": "Underline",
    "spoiler": "Spoiler",
    "custom_emoji": "CustomEmoji",
    "italic": "Italic",
    "bold": "Bold",
    "strikethrough": "Strikethrough",
    "code": "Code",
    "text_link": "TextUrl",
    "blockquote": "BlockQuote",
}
LITERAL = frozenset({"code", "pre"})
LANGUAGE = re.compile(r"([^\s`]*)\n")
EMOJI = re.compile(r"tg://emoji\?id=(\d+)")
QUOTE = "blockquote"
LAST_ASCII = 126


@dataclass(frozen=True)
class Mark:
    kind: str
    begin: int
    offset: int
    place: int
    language: str = ""


class Markdown2Reader:
    def __init__(self, source: str) -> None:
        self._source = source
        self._at = 0
        self._parts: list[str] = []
        self._offset = 0
        self._open: list[Mark] = []
        self._entities: list[Entity] = []

    def read(self) -> tuple[str, list[Entity]]:
        while self._at < len(self._source):
            self._quote_line()
            self._step()
        if self._open and self._open[-1].kind == QUOTE:
            self._finish(self._open.pop())
        if self._open:
            raise self._unfinished(self._open[-1])
        return "".join(self._parts), self._entities

    def _unfinished(self, mark: Mark) -> Exception:
        place = byte_offset(self._source, mark.begin)
        return bad(
            f"can't parse entities: Can't find end of {NAMES[mark.kind]} entity at byte offset {place}"
        )

    def _quote_line(self) -> None:
        """At the start of a line: `>` opens or continues a quotation, anything else ends it."""
        if self._at and self._source[self._at - 1] != "\n":
            return
        marked = self._source.startswith(">", self._at)
        quoted = any(mark.kind == QUOTE for mark in self._open)
        if marked and not quoted and not self._open:
            self._begin(QUOTE, 1)
        elif marked and quoted:
            self._at += 1
        elif quoted and not marked:
            if self._open[-1].kind != QUOTE:
                raise self._unfinished(self._open[-1])
            self._finish(self._open.pop())

    def _step(self) -> None:
        top = self._open[-1] if self._open else None
        char = self._source[self._at : self._at + 1]
        following = self._source[self._at + 1 : self._at + 2]
        if char == "\\" and following and 0 < ord(following) <= LAST_ASCII:
            self._add(following)
            self._at += 2
        elif top and top.kind != QUOTE and self._ends(top):
            self._end(self._open.pop())
        elif char not in RESERVED or (top and top.kind in LITERAL and char != "`"):
            self._add(char)
            self._at += 1
        else:
            self._start(char)

    def _ends(self, top: Mark) -> bool:
        if top.kind == "italic" and self._source.startswith("__", self._at):
            return any(mark.kind == "underline" for mark in self._open)
        return self._source.startswith(ENDS[top.kind], self._at)

    def _start(self, char: str) -> None:
        for mark, kind in MARKS:
            if self._source.startswith(mark, self._at):
                self._begin(kind, len(mark))
                return
        rest = "is reserved and must be escaped with the preceding '\\'"
        raise bad(f"can't parse entities: Character '{char}' {rest}")

    def _begin(self, kind: str, length: int) -> None:
        begin = self._at
        self._at += length
        language = self._language() if kind == "pre" else ""
        self._open.append(Mark(kind, begin, self._offset, len(self._parts), language))

    def _language(self) -> str:
        match = LANGUAGE.match(self._source, self._at)
        if not match:
            return ""
        self._at = match.end()
        return match[1]

    def _add(self, text: str) -> None:
        self._parts.append(text)
        self._offset += units(text)

    def _end(self, mark: Mark) -> None:
        self._at += len(ENDS[mark.kind])
        self._finish(mark)

    def _finish(self, mark: Mark) -> None:
        inner = "".join(self._parts[mark.place :])
        entity: Entity = {"type": mark.kind, "offset": mark.offset, "length": self._offset - mark.offset}
        if mark.language:
            entity["language"] = mark.language
        if mark.kind in {"text_link", "custom_emoji"}:
            target = self._target()
            if mark.kind == "text_link":
                entity["url"] = target or inner
            elif found := EMOJI.fullmatch(target):
                entity["custom_emoji_id"] = found[1]
            else:
                raise bad("can't parse entities: Custom emoji entity must contain a tg://emoji URL")
        if inner:
            self._entities.append(entity)

    def _target(self) -> str:
        if not self._source.startswith("(", self._at):
            return ""
        begin = self._at
        self._at += 1
        target = []
        while self._source[self._at : self._at + 1] != ")":
            if self._at >= len(self._source):
                place = byte_offset(self._source, begin)
                raise bad(f"can't parse entities: Can't find end of a URL at byte offset {place}")
            if self._source[self._at] == "\\" and self._at + 1 < len(self._source):
                self._at += 1
            target.append(self._source[self._at])
            self._at += 1
        self._at += 1
        return "".join(target)


def parse(text: str) -> tuple[str, list[Entity]]:
    return Markdown2Reader(text).read()
