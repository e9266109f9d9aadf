"""parse_mode Markdown, the old one: no nesting, four marks."""

import re

from webchat.botapi.entities import Entity, byte_offset, units
from webchat.botapi.errors import bad

MARKS = {"_": "italic", "*": "bold", "`": "code", "[": "text_link"}
FENCE = "```"
LANGUAGE = re.compile(r"([^\s`]*)(?=\s)")


class MarkdownReader:
    def __init__(self, source: str) -> None:
        self._source = source
        self._at = 0
        self._parts: list[str] = []
        self._offset = 0
        self._entities: list[Entity] = []

    def read(self) -> tuple[str, list[Entity]]:
        while self._at < len(self._source):
            char = self._source[self._at]
            following = self._source[self._at + 1 : self._at + 2]
            if char == "\\" and following in MARKS and following:
                self._add(following)
                self._at += 2
            elif char in MARKS:
                self._entity(char)
            else:
                self._add(char)
                self._at += 1
        return "".join(self._parts), self._entities

    def _add(self, text: str) -> None:
        self._parts.append(text)
        self._offset += units(text)

    def _entity(self, mark: str) -> None:
        begin = self._at
        fenced = self._source.startswith(FENCE, begin)
        self._at += len(FENCE) if fenced else 1
        language = self._language() if fenced else ""
        closing = FENCE if fenced else {"[": "]"}.get(mark, mark)
        end = self._source.find(closing, self._at)
        if end < 0:
            place = byte_offset(self._source, begin)
            raise bad(f"can't parse entities: Can't find end of the entity starting at byte offset {place}")
        inner = self._source[self._at : end]
        self._at = end + len(closing)
        entity: Entity = {
            "type": "pre" if fenced else MARKS[mark],
            "offset": self._offset,
            "length": units(inner),
        }
        if mark == "[":
            entity["url"] = self._target() or inner
        if language:
            entity["language"] = language
        self._add(inner)
        if inner:
            self._entities.append(entity)

    def _language(self) -> str:
        match = LANGUAGE.match(self._source, self._at)
        language = match[1] if match else ""
        self._at += len(language)
        if self._source[self._at : self._at + 1] == "\n":
            self._at += 1
        return language

    def _target(self) -> str:
        if self._source[self._at : self._at + 1] != "(":
            return ""
        end = self._source.find(")", self._at)
        end = len(self._source) if end < 0 else end
        target = self._source[self._at + 1 : end]
        self._at = end + 1
        return target


def parse(text: str) -> tuple[str, list[Entity]]:
    return MarkdownReader(text).read()
