"""What a file is, by its name and by its bytes (R42); deeper inspection belongs in `inspect` below."""

import io
from pathlib import PurePath

import puremagic

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
NAME_MAXIMUM = 120


def extension(name: str) -> str:
    return PurePath(name).suffix.lower().lstrip(".")


def sniffed_extension(content: bytes) -> str | None:
    """Return the extension of a picture by its first bytes, for photos, which come without a name."""
    kinds = ("jpg", "png", "bmp")
    return next((kind for kind in kinds if content.startswith(SIGNATURES[kind])), None)


def tidy_name(name: str) -> str:
    """Keep the last part of a file's name, on one line, without control characters, not too long."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    words = "".join(c for c in last if c.isprintable()).strip(" .") or "file"
    if len(words) <= NAME_MAXIMUM:
        return words
    ending = extension(words)
    return f"{words[: NAME_MAXIMUM - len(ending) - 1]}.{ending}" if ending else words[:NAME_MAXIMUM]


def check_before_download(name: str, size: int | None, *, allowed: tuple[str, ...], max_bytes: int) -> None:
    """Refuse by name and size alone, before a byte is fetched."""
    if extension(name) not in allowed:
        raise Refusal("file-kind", name=name, allowed=", ".join(allowed))
    if size is not None and size > max_bytes:
        raise _too_large(name, max_bytes)


def inspect(name: str, content: bytes, *, max_bytes: int) -> str:
    """Return the media type of bytes that are what their name says; refuse others."""
    if not content:
        raise Refusal("file-empty", name=name)
    if len(content) > max_bytes:
        raise _too_large(name, max_bytes)
    ending = extension(name)
    if not _is_what_it_says(ending, content):
        raise Refusal("file-not-what-it-says", name=name, extension=ending)
    return MEDIA_TYPES[ending]


def _too_large(name: str, max_bytes: int) -> Refusal:
    return Refusal("file-too-large", name=name, megabytes=f"{max_bytes / 1_000_000:g}")


def _is_what_it_says(ending: str, content: bytes) -> bool:
    if ending == "txt":
        return _is_text(content)
    if not content.startswith(SIGNATURES.get(ending, ())):
        return False
    if ending == "docx":
        return any(found.extension == ".docx" for found in _sniffed(content)) or b"word/" in content
    return True


def _sniffed(content: bytes) -> list[puremagic.PureMagicWithConfidence]:
    try:
        return puremagic.magic_stream(io.BytesIO(content))
    except (puremagic.PureError, ValueError):
        return []


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
