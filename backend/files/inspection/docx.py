"""Word documents (docx): the archive is read piece by piece, and written anew part by part."""

import codecs
import io
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
MACROS = re.compile(r"vba(project|data)", re.IGNORECASE)
EMBEDDED = re.compile(r"(^|/)(embeddings|activex)/", re.IGNORECASE)
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


def look(_kind: str, content: bytes, rules: InspectionRules) -> bytes:
    """Return the document with the same parts and nothing between, before or after them."""
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            parts = _checked(archive, rules)
            return _written(archive, parts, rules)
    except BROKEN as error:
        raise Refusal("file-damaged") from error


def _checked(archive: ZipFile, rules: InspectionRules) -> list[ZipInfo]:
    """Look at the table of contents alone."""
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
    if EMBEDDED.search(name):
        raise Refusal("file-active")
    if part.file_size > RATIO_COUNTS_FROM and part.file_size > RATIO * max(part.compress_size, 1):
        raise Refusal("file-bomb")


def _written(archive: ZipFile, parts: list[ZipInfo], rules: InspectionRules) -> bytes:
    written, left = io.BytesIO(), rules.expanded_bytes
    with ZipFile(written, "w", ZIP_DEFLATED, compresslevel=zlib.Z_BEST_SPEED) as anew:
        for part in parts:
            same = ZipInfo(part.filename)
            same.compress_type = part.compress_type
            with anew.open(same, "w") as out:
                for piece in _read(archive, part, left):
                    out.write(piece)
                    left -= len(piece)
    return written.getvalue()


def _read(archive: ZipFile, part: ZipInfo, most: int) -> Iterator[bytes]:
    """Yield a part's bytes once they have been looked at; more than `most` are a bomb, whatever was said."""
    watch: ooxml.Watch | None = None
    total = 0
    with archive.open(part) as packed:
        first = packed.read(PIECE)
        if first.startswith(FOREIGN):
            raise Refusal("file-active")
        if ooxml.is_xml(part.filename, first):
            watch = ooxml.Watch(part.filename)
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
