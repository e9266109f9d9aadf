"""The archives that office documents are: their table of contents, and their parts as they stream by."""

import codecs
import re
import zlib
from collections.abc import Iterator
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from backend.errors import Refusal
from backend.files.inspection import ooxml
from backend.files.inspection.rules import InspectionRules

ENCRYPTED = 0x1
PIECE = 65_536
RATIO = 200
RATIO_COUNTS_FROM = 10_000_000
"""Bytes: small parts of much white space shrink as well as bombs do."""
NAME = re.compile(r"(?!/)[^\\:\x00-\x1f]{1,255}")
MACROS = re.compile(r"vba(project|data)|(macro|dialog)sheets/", re.IGNORECASE)
ACTIVE = re.compile(
    r"(^|/)((embeddings|activex|ctrlprops|externallinks|querytables)/|connections\.xml$)", re.IGNORECASE
)
FOREIGN = (
    b"PK\x03\x04",
    b"\xd0\xcf\x11\xe0",
    b"MZ",
    b"Rar!",
    b"7z\xbc\xaf",
    b"\x1f\x8b",
    b"\x7fELF",
    b"%PDF",
)
"""First bytes of what has no place in a document: archives, objects, programs."""
BROKEN = (BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError)


codecs.lookup("cp437")  # of names in archives; nothing can be loaded once one is looked at


def contents(archive: ZipFile, rules: InspectionRules) -> list[ZipInfo]:
    """Return the parts, by the table of contents alone."""
    parts = archive.infolist()
    if len(parts) > rules.parts or sum(part.file_size for part in parts) > rules.expanded_bytes:
        raise Refusal("file-bomb")
    if len({part.filename.casefold() for part in parts}) != len(parts):
        raise Refusal("file-damaged")
    for part in parts:
        _check_entry(part)
    return [part for part in parts if not part.is_dir()]


def _check_entry(part: ZipInfo) -> None:
    name = part.filename
    if part.flag_bits & ENCRYPTED:
        raise Refusal("file-encrypted")
    if part.compress_type not in {ZIP_STORED, ZIP_DEFLATED} or part.orig_filename != name:
        raise Refusal("file-damaged")
    if not NAME.fullmatch(name) or ".." in name.split("/"):
        raise Refusal("file-damaged")
    if MACROS.search(name):
        raise Refusal("file-macros")
    if ACTIVE.search(name):
        raise Refusal("file-active")
    if part.file_size > RATIO_COUNTS_FROM and part.file_size > RATIO * max(part.compress_size, 1):
        raise Refusal("file-bomb")


def pieces(archive: ZipFile, part: ZipInfo, most: int, main: ooxml.Main) -> Iterator[bytes]:
    """Yield a part's bytes once they have been looked at; more than `most` are a bomb, whatever was said."""
    watch: ooxml.Watch | None = None
    total = 0
    with archive.open(part) as packed:
        first = packed.read(PIECE)
        if first.startswith(FOREIGN):
            raise Refusal("file-active")
        if ooxml.is_xml(part.filename, first):
            watch = ooxml.Watch(part.filename, main)
        piece = first
        while piece:
            total += len(piece)
            if total > most:
                raise Refusal("file-bomb")
            if watch:
                watch.feed(piece)
            yield piece
            piece = packed.read(PIECE)
    if watch:
        watch.close()
