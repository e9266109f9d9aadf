"""PDF: nothing that runs, starts or hides in it; what is kept is written anew from its live objects."""

import io
import zlib
from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from backend.errors import Refusal
from backend.files.inspection.rules import InspectionRules

ACTIVE_KEYS = frozenset(
    {"/AA", "/EF", "/EmbeddedFiles", "/JS", "/JavaScript", "/RichMediaContent", "/RichMediaSettings", "/XFA"}
)
ACTIVE_ACTIONS = frozenset(
    {
        *("/GoTo3DView", "/GoToE", "/ImportData", "/JavaScript", "/Launch", "/Movie"),
        *("/Rendition", "/RichMediaExecute", "/Sound", "/SubmitForm"),
    }
)
ACTIVE_SUBTYPES = frozenset({"/3D", "/FileAttachment", "/Movie", "/RichMedia", "/Screen", "/Sound"})
GENERAL_FILTERS = frozenset(
    {
        *("/FlateDecode", "/LZWDecode", "/RunLengthDecode", "/ASCII85Decode", "/ASCIIHexDecode"),
        *("/Fl", "/LZW", "/RL", "/A85", "/AHx"),
    }
)
"""Filters that our library undoes; the others are for pictures."""
COMPRESSING = frozenset({"/FlateDecode", "/LZWDecode", "/RunLengthDecode", "/Fl", "/LZW", "/RL"})
FLATE = frozenset({"/FlateDecode", "/Fl"})
PIECE = 1_000_000
BROKEN = (pikepdf.PdfError, ValueError, TypeError, KeyError, IndexError, RuntimeError, zlib.error)


def _open_random_source() -> None:
    """Write something encrypted: the library opens its source of chance now, and keeps it."""
    with pikepdf.new() as document:
        document.save(io.BytesIO(), encryption=pikepdf.Encryption())


_open_random_source()  # nothing can be opened once a document is looked at


def look(_kind: str, content: bytes, rules: InspectionRules) -> bytes:
    """Return the document written anew, without encryption and without anything beside it."""
    try:
        with pikepdf.open(io.BytesIO(content)) as document:
            _check_opening(document)
            _check_objects(document, rules)
            written = io.BytesIO()
            document.save(written, encryption=False, deterministic_id=True)
    except pikepdf.PasswordError as error:
        raise Refusal("file-encrypted") from error
    except BROKEN as error:
        raise Refusal("file-damaged") from error
    return written.getvalue()


def _check_opening(document: Pdf) -> None:
    """Let a document open at a page of its own, and do nothing else by itself."""
    action = document.Root.get("/OpenAction")
    if isinstance(action, Dictionary) and (action.get("/S") != Name.GoTo or "/Next" in action):
        raise Refusal("file-active")


def _check_objects(document: Pdf, rules: InspectionRules) -> None:
    if len(document.objects) > rules.objects or len(document.pages) > rules.pages:
        raise Refusal("file-bomb")
    left = rules.expanded_bytes
    for thing in _everything(document, rules.objects):
        if isinstance(thing, Dictionary | Stream):
            _check_dictionary(thing)
        if isinstance(thing, Stream):
            _check_picture(thing, rules)
            left -= _unpacked(thing, left)


def _everything(document: Pdf, most: int) -> Iterator[Object]:
    """Walk all objects of the file, and what lies directly in them."""
    waiting: list[Object] = [document.trailer, *document.objects]
    seen = 0
    while waiting:
        thing = waiting.pop()
        seen += 1
        if seen > 10 * most:
            raise Refusal("file-bomb")
        yield thing
        if isinstance(thing, Dictionary | Stream | Array):
            waiting += [inner for inner in _inside(thing) if not inner.is_indirect]


def _inside(thing: Object) -> Iterator[Object]:
    parts = thing.as_list() if isinstance(thing, Array) else [value for _, value in thing.items()]
    return (part for part in parts if isinstance(part, Dictionary | Array))


def _check_dictionary(thing: Object) -> None:
    if ACTIVE_KEYS & set(thing.keys()):
        raise Refusal("file-active")
    if _named(thing, "/S") in ACTIVE_ACTIONS or _named(thing, "/Subtype") in ACTIVE_SUBTYPES:
        raise Refusal("file-active")
    if _named(thing, "/Type") == "/EmbeddedFile":
        raise Refusal("file-active")


def _named(thing: Object, key: str) -> str:
    value = thing.get(key)
    return str(value) if isinstance(value, Name) else ""


def _check_picture(thing: Stream, rules: InspectionRules) -> None:
    if _named(thing, "/Subtype") != "/Image":
        return
    if int(thing.get("/Width", 0)) * int(thing.get("/Height", 0)) > 2 * rules.pixels:
        raise Refusal("file-bomb")


def _unpacked(stream: Stream, most: int) -> int:
    """Return how many bytes a stream unpacks to; a refusal when they are more than `most`."""
    filters = _filters(stream)
    if sum(name in COMPRESSING for name in filters) > 1:
        raise Refusal("file-bomb")
    if filters and filters[0] in FLATE:
        length = _inflated(stream.read_raw_bytes(), most)
    elif filters and all(name in GENERAL_FILTERS for name in filters):
        length = len(stream.read_bytes())
    else:
        length = len(stream.read_raw_bytes())
    if length > most:
        raise Refusal("file-bomb")
    return length


def _filters(stream: Stream) -> list[str]:
    named = stream.get("/Filter")
    if isinstance(named, Array):
        return [str(name) for name in named.as_list()]
    return [str(named)] if isinstance(named, Name) else []


def _inflated(packed: bytes, most: int) -> int:
    """Count piece by piece, so that a bomb never lies in memory; damage ends the count."""
    unpacking, length = zlib.decompressobj(), 0
    while packed and not unpacking.eof and length <= most:
        try:
            length += len(unpacking.decompress(packed, PIECE))
        except zlib.error:
            break
        packed = unpacking.unconsumed_tail
    return length
