"""What a file is, by its name and by its bytes (R42); inspection/ looks deeper."""

import io
from pathlib import PurePath
from zipfile import BadZipFile, ZipFile

from backend.errors import Refusal

MEDIA_TYPES = {
    "doc": "application/msword",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "bmp": "image/bmp",
    "txt": "text/plain",
    "pdf": "application/pdf",
}
SIGNATURES = {
    "doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",),
    "docx": (b"PK\x03\x04",),
    "jpg": (b"\xff\xd8\xff",),
    "jpeg": (b"\xff\xd8\xff",),
    "png": (b"\x89PNG\r\n\x1a\n",),
    "bmp": (b"BM",),
    "pdf": (b"%PDF-",),
}
CONVERTED = ("heic", "heif", "webp")
"""Photos of telephones and of the web: taken where jpg is, and kept as one."""
HEIF_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")
MOST_PARTS = 5_000
"""Entries of an archive: more are no document, and not worth the memory of reading their names."""
NAME_MAXIMUM = 120


def extension(name: str) -> str:
    return PurePath(name).suffix.lower().lstrip(".")


def sniffed_extension(content: bytes) -> str | None:
    """Return the extension of a picture by its first bytes, for photos, which come without a name."""
    kinds = ("jpg", "png", "bmp", "webp", "heic")
    return next((kind for kind in kinds if _is_what_it_says(kind, content)), None)


def tidy_name(name: str) -> str:
    """Keep the last part of a file's name, on one line, without control characters, not too long."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    words = "".join(c for c in last if c.isprintable()).strip(" .") or "file"
    if len(words) <= NAME_MAXIMUM:
        return words
    ending = extension(words)
    if ending not in MEDIA_TYPES and ending not in CONVERTED:
        return words[:NAME_MAXIMUM]
    return f"{words[: NAME_MAXIMUM - len(ending) - 1]}.{ending}"


def check_before_download(name: str, size: int | None, *, allowed: tuple[str, ...], max_bytes: int) -> None:
    """Refuse by name and size alone, before a byte is fetched."""
    ending = extension(name)
    if ending not in allowed and not (ending in CONVERTED and "jpg" in allowed):
        raise Refusal("file-kind", name=name, allowed=", ".join(allowed))
    if size is not None and size > max_bytes:
        raise _too_large(name, max_bytes)


def inspect(name: str, content: bytes, *, max_bytes: int) -> str:
    """Return the media type under which bytes are kept that are what their name says; refuse others."""
    if not content:
        raise Refusal("file-empty", name=name)
    if len(content) > max_bytes:
        raise _too_large(name, max_bytes)
    ending = extension(name)
    if ending == "docx" and _is_locked(content):
        raise Refusal("file-encrypted", name=name)
    if not _is_what_it_says(ending, content):
        raise Refusal("file-not-what-it-says", name=name, extension=ending)
    return MEDIA_TYPES["jpg" if ending in CONVERTED else ending]


def _too_large(name: str, max_bytes: int) -> Refusal:
    return Refusal("file-too-large", name=name, megabytes=f"{max_bytes / 1_000_000:g}")


def _is_what_it_says(ending: str, content: bytes) -> bool:
    if ending == "txt":
        return _is_text(content)
    if ending in CONVERTED:
        return _is_webp(content) if ending == "webp" else _is_heif(content)
    if not content.startswith(SIGNATURES.get(ending, ())):
        return False
    return ending != "docx" or _is_docx(content)


def _is_webp(content: bytes) -> bool:
    return content[:4] == b"RIFF" and content[8:12] == b"WEBP"


def _is_heif(content: bytes) -> bool:
    return content[4:8] == b"ftyp" and content[8:12] in HEIF_BRANDS


def _is_locked(content: bytes) -> bool:
    """Tell a docx with a password: it lies in a container of the old kind, under this name."""
    return content.startswith(SIGNATURES["doc"]) and "EncryptedPackage".encode("utf-16-le") in content


def _is_docx(content: bytes) -> bool:
    """Look for a document among the names in the archive; nothing is unpacked."""
    if content.count(b"PK\x01\x02") > MOST_PARTS:
        return False
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            return "word/document.xml" in archive.namelist()
    except (BadZipFile, ValueError, NotImplementedError):
        return False


def _is_text(content: bytes) -> bool:
    """Accept UTF-8, UTF-16 with its mark, and GB 18030, the encodings office computers write here."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _decodes(content, "utf-16")
    return b"\0" not in content and (_decodes(content, "utf-8") or _decodes(content, "gb18030"))


def _decodes(content: bytes, encoding: str) -> bool:
    try:
        content.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True
