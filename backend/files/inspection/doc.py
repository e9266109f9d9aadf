"""Old Word documents (doc): a tree of streams; the text's own stream says whether it is locked."""

import codecs
import io
import re
import struct
from zipfile import is_zipfile

import olefile

from backend.errors import Refusal
from backend.files.inspection.rules import InspectionRules

TEXT_STREAM = "WordDocument"
WORD_MARKS = frozenset({0xA5EC, 0xA5DC})
"""First two bytes of the text stream: Word 97 and later, Word 6 and 95."""
HEAD = struct.Struct("<H8xH")
LOCKED = 0x0100
OBFUSCATED = 0x8000
MACROS = frozenset({"macros", "vba", "_vba_project", "_vba_project_cur"})
ENCRYPTION = frozenset({"encryptedpackage", "encryptioninfo"})
OBJECTS = frozenset({"objectpool", "\x01ole10native", "package", "equation native"})
FETCHING_FIELD = re.compile(rb'\x13\s*"?DDE(AUTO)?\b', re.IGNORECASE)
BROKEN = (OSError, ValueError, TypeError, IndexError, KeyError, EOFError, struct.error, AttributeError)


codecs.lookup("utf-16-le")  # of names in the tree; nothing can be loaded once one is looked at


def look(_kind: str, content: bytes, rules: InspectionRules) -> bytes:
    """Return the same bytes when nothing in them runs, hides or is locked."""
    if is_zipfile(io.BytesIO(content)):
        raise Refusal("file-not-what-it-says")
    try:
        with olefile.OleFileIO(io.BytesIO(content)) as tree:
            _check_names(tree, rules)
            _check_text(tree)
    except BROKEN as error:
        raise Refusal("file-damaged") from error
    return content


def _check_names(tree: olefile.OleFileIO, rules: InspectionRules) -> None:
    streams = tree.listdir(streams=True, storages=False)
    if len(streams) > rules.parts or sum(tree.get_size(path) for path in streams) > rules.expanded_bytes:
        raise Refusal("file-bomb")
    words = {word.lower() for path in tree.listdir(streams=True, storages=True) for word in path}
    inside = {word.lower() for path in streams for word in path}
    if words & ENCRYPTION:
        raise Refusal("file-encrypted")
    if words & MACROS:
        raise Refusal("file-macros")
    if inside & OBJECTS:  # an empty pool of objects is common and harmless
        raise Refusal("file-active")


def _check_text(tree: olefile.OleFileIO) -> None:
    if not tree.exists(TEXT_STREAM):
        raise Refusal("file-not-what-it-says")
    text = tree.openstream(TEXT_STREAM).read()
    mark, flags = HEAD.unpack_from(text)
    if mark not in WORD_MARKS:
        raise Refusal("file-damaged")
    if flags & (LOCKED | OBFUSCATED):
        raise Refusal("file-encrypted")
    if FETCHING_FIELD.search(text.replace(b"\0", b"")):
        raise Refusal("file-active")
