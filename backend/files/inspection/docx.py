"""Word documents (docx): the archive is read piece by piece, and written anew part by part."""

import io
import zlib
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from backend.errors import Refusal
from backend.files.inspection import archive, ooxml
from backend.files.inspection.rules import InspectionRules


def look(_kind: str, content: bytes, rules: InspectionRules) -> bytes:
    """Return the document with the same parts and nothing between, before or after them."""
    try:
        with ZipFile(io.BytesIO(content)) as packed:
            parts = archive.contents(packed, rules)
            return _written(packed, parts, rules)
    except archive.BROKEN as error:
        raise Refusal("file-damaged") from error


def _written(packed: ZipFile, parts: list[ZipInfo], rules: InspectionRules) -> bytes:
    written, left = io.BytesIO(), rules.expanded_bytes
    with ZipFile(written, "w", ZIP_DEFLATED, compresslevel=zlib.Z_BEST_SPEED) as anew:
        for part in parts:
            same = ZipInfo(part.filename)
            same.compress_type = part.compress_type
            with anew.open(same, "w") as out:
                for piece in archive.pieces(packed, part, left, ooxml.DOCUMENT):
                    out.write(piece)
                    left -= len(piece)
    return written.getvalue()
