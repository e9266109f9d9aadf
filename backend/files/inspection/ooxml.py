"""The XML inside an office document: no entities, no macros, nothing fetched from elsewhere."""

import re
from typing import NamedTuple
from xml.parsers import expat

from backend.errors import Refusal

CONTENT_TYPES = "[Content_Types].xml"


class Main(NamedTuple):
    """The part that makes an archive what it says it is, and the kind of that part."""

    part: str
    kind: str


OFFICE = "application/vnd.openxmlformats-officedocument"
DOCUMENT = Main("/word/document.xml", f"{OFFICE}.wordprocessingml.document.main+xml")
WORKBOOK = Main("/xl/workbook.xml", f"{OFFICE}.spreadsheetml.sheet.main+xml")
MARKS = b"\xef\xbb\xbf\xff\xfe \t\r\n\x00"
"""What may stand before the first angle bracket, in any encoding."""
EMBEDDING = frozenset(
    {
        *("activexcontrolbinary", "afchunk", "attachedtoolbars", "control", "oleobject", "package"),
        *("vbaproject", "wordvbadata"),
    }
)
"""Relationships to parts that are no text and no picture."""
OWN_DRIVE = re.compile(r"(file:///)?[A-Za-z]:[\\/]")
FETCHING_FIELD = re.compile(r'\s*"?DDE(AUTO)?\b', re.IGNORECASE)
FIELD_BEGINNING = 200
"""Characters: a field says in its first word what it does."""


def is_xml(name: str, first: bytes) -> bool:
    """Tell by the name or by the bytes: what looks like XML is read as XML, whatever it is called."""
    return name.lower().endswith((".xml", ".rels", ".vml")) or first.lstrip(MARKS)[:1] == b"<"


class Watch:
    """Reads one part as it streams by; nothing of it is kept. A refusal is raised where it is seen."""

    def __init__(self, name: str, main: Main) -> None:
        self._name, self._main = name, main
        self._has_main = False
        self._in_field = False
        self._field = ""
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._words

    def feed(self, piece: bytes, *, final: bool = False) -> None:
        try:
            self._parser.Parse(piece, final)
        except expat.ExpatError as error:
            raise Refusal("file-damaged") from error

    def close(self) -> None:
        self.feed(b"", final=True)
        if self._name == CONTENT_TYPES and not self._has_main:
            raise Refusal("file-not-what-it-says")

    def _doctype(self, *_: object) -> None:
        raise Refusal("file-active")

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        tag = _local(tag)
        said = {_local(key): value for key, value in attributes.items()}
        if tag == "Relationship":
            _check_relationship(said)
        elif tag in {"Override", "Default"}:
            self._check_content_type(said)
        elif tag == "fldChar" and said.get("fldCharType") == "begin":
            self._field = ""
        elif tag == "fldSimple":
            _check_field(said.get("instr", ""))
        self._in_field = tag == "instrText"

    def _end(self, _tag: str) -> None:
        if self._in_field:
            _check_field(self._field)
        self._in_field = False

    def _words(self, words: str) -> None:
        if self._in_field:
            self._field = (self._field + words)[:FIELD_BEGINNING]

    def _check_content_type(self, said: dict[str, str]) -> None:
        kind = said.get("ContentType", "").lower()
        if "macroenabled" in kind or "vba" in kind:
            raise Refusal("file-macros")
        if "oleobject" in kind or "activex" in kind:
            raise Refusal("file-active")
        if (said.get("PartName"), kind) == self._main:
            self._has_main = True


def _local(name: str) -> str:
    return name.rpartition(" ")[2]


def _check_relationship(said: dict[str, str]) -> None:
    """Let links be followed by a click; everything else comes from within the document."""
    kind = said.get("Type", "").rpartition("/")[2].lower()
    if kind in {"vbaproject", "wordvbadata"}:
        raise Refusal("file-macros")
    if kind in EMBEDDING:
        raise Refusal("file-active")
    if said.get("TargetMode", "").strip().lower() != "external" or kind == "hyperlink":
        return
    if kind != "attachedtemplate" or not OWN_DRIVE.match(said.get("Target", "")):
        raise Refusal("file-active")


def _check_field(instruction: str) -> None:
    if FETCHING_FIELD.match(instruction):
        raise Refusal("file-active")
