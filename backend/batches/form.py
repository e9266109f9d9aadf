"""Reading one message in the simple form: a label and its value a line, several entries in one message.

Nothing is guessed: where it is not clear where an entry ends, or what a line belongs to, all of that entry is
refused and none of it taken.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from backend.batches.fields import COLONS, LONGEST_LABEL, Field, named
from backend.people.values import cleaned

DIVIDER = re.compile(r"\s*([-\u2014\u2013\uff0d_=*~\u2500\u2015]\s*){3,}|\s*\u2014\u2014\s*")
CLOSE_TO_THE_LIMIT = 4000
"""UTF-16 units: clients cut a longer message in two, and the cut may go through an entry."""
MARK = "---"
"""A divider, as it is written when an entry is given back."""
HEADING = 20
"""Characters above the first label that are a heading and no lost part of something."""


@dataclass(frozen=True)
class Fault:
    """Why an entry cannot be read; `key` is a sentence of batch.ftl."""

    key: str
    blanks: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Said:
    """One entry as it was said: `raw` is its own text, to be sent back as it is."""

    place: int
    raw: str
    said: dict[Field, str]
    fault: Fault | None = None


def is_form(words: str) -> bool:
    """Say whether a message is in the form: it names at least a theme and a text."""
    found = {label[0] for line in cleaned(words).split("\n") if (label := _labelled(line))}
    return {Field.THEME, Field.TEXT} <= found


def read(words: str) -> list[Said]:
    """Return every entry of a message, in order."""
    whole = cleaned(words)
    blocks = _joined([_trimmed(block) for block in _blocks(whole.split("\n"))])
    entries = [_read(place, block) for place, block in enumerate(blocks, 1)]
    if entries and _units(whole) >= CLOSE_TO_THE_LIMIT:
        last = entries[-1]
        entries[-1] = Said(last.place, last.raw, last.said, Fault("batch-cut"))
    return entries


def _units(words: str) -> int:
    return len(words.encode("utf-16-le")) // 2


def _blocks(lines: Sequence[str]) -> Iterator[list[str]]:
    """Divide at lines of dashes, and at an empty line that a theme follows."""
    block: list[str] = []
    after_empty = False
    for line in lines:
        if DIVIDER.fullmatch(line):
            yield block
            block = []
            continue
        label = _labelled(line)
        if after_empty and label and label[0] == Field.THEME:
            yield block
            block = []
        block.append(line)
        after_empty = not line.strip()
    yield block


def _trimmed(block: list[str]) -> list[str]:
    return "\n".join(block).strip("\n").split("\n") if any(line.strip() for line in block) else []


def _joined(blocks: Sequence[list[str]]) -> list[list[str]]:
    """Put a piece without any label to the entry before it, which it may be the end of."""
    found: list[list[str]] = []
    for block in blocks:
        labelled = any(_labelled(line) for line in block)
        if found and block and not labelled:
            found[-1] = [*found[-1], MARK, *block]
        elif labelled or len("".join(block)) > HEADING:
            found.append(block)
    return found


def _read(place: int, lines: list[str]) -> Said:
    raw = "\n".join(lines)
    said: dict[Field, list[str]] = {}
    above: list[str] = []
    now: Field | None = None
    twice: Field | None = None
    for line in lines:
        label = _labelled(line, within_text=now == Field.TEXT)
        if label and label[0] in said and not label[0] == now == Field.TEXT:
            twice = label[0]
        elif label and label[0] not in said:
            now = label[0]
            said[now] = [label[1]] if label[1] else []
        elif now is None:
            above.append(line)
        else:
            said[now].append(line)
    values = {each: _value(each, parts) for each, parts in said.items()}
    return Said(place, raw, values, _fault(lines, above, twice))


def _value(each: Field, parts: Sequence[str]) -> str:
    return cleaned("\n".join(parts) if each == Field.TEXT else " ".join(" ".join(parts).split()))


def _fault(lines: Sequence[str], above: Sequence[str], twice: Field | None) -> Fault | None:
    if twice:
        return Fault("batch-label-twice", {"field": twice.value})
    if MARK in lines or sum(map(len, above)) > HEADING or len(above) == len(lines):
        return Fault("batch-loose")
    return None


def _labelled(line: str, *, within_text: bool = False) -> tuple[Field, str] | None:
    """Return the field a line names and what follows; within a text only a label with its colon counts."""
    places = [place for place, letter in enumerate(line) if letter in COLONS]
    if places and len(line[: places[0]].strip()) <= LONGEST_LABEL:
        found = named(line[: places[0]])
        if found:
            return found, line[places[0] + 1 :].strip()
    if places or within_text or len(line.strip()) > LONGEST_LABEL:
        return None
    found = named(line)
    return (found, "") if found else None
